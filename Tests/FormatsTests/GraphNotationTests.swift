import Model
import Testing

@testable import Formats

private func layers(_ text: String) throws -> [any Operator] {
  try GraphNotation.graph(text).nodes.map(\.operator)
}

private func window(_ size: PlaneSize, stride: PerAxis<Int>? = nil) -> Pooling {
  Pooling(.open, PoolingWindow(size: size, stride: stride))
}

@Test func layersAreKindSizeAndOptions() throws {
  let graph = try GraphNotation.graph(
    "conv3, conv3:s2:p1:d2,pool2,conv3x5:p1x2,pool3×2:s1")
  #expect(
    graph
      == .sequential([
        ConvolutionLayer(size: PlaneSize(3)),
        ConvolutionLayer(
          size: PlaneSize(3),
          options: CorrelationOptions(
            stride: PerAxis(2), padding: PerAxis(1), dilation: PerAxis(2))),
        window(PlaneSize(2), stride: PerAxis(2)),
        ConvolutionLayer(
          size: PlaneSize(rows: 3, columns: 5),
          options: CorrelationOptions(padding: PerAxis(rows: 1, columns: 2))),
        window(PlaneSize(rows: 3, columns: 2), stride: PerAxis(1)),
      ]))
}

@Test(arguments: [
  "conv3", "conv3:s2:p1:d2", "pool2", "pool2:s1", "pool3x2:s2", "conv3x5:p1x2", "conv1x1:d2",
  "maxpool3:s2:p1:d2:ceil", "avgpool2:ceil", "conv8@3:p1:g4:mreflect", "conv2:p0x0x1x1",
  "conv5@2x4:p0x1x1x2", "globalavgpool", "adaptiveavgpool3x2", "leakyrelu0.2",
])
func layerWritesBackWithoutWhatIsUsual(_ text: String) throws {
  let layer = try layers(text)[0]
  let written = GraphNotation.text(of: layer)
  #expect(written == (text == "conv1x1:d2" ? "conv1:d2" : text))
  #expect(try GraphNotation.graph(written) == .sequential([layer]))
}

@Test func lenetReadsBack() throws {
  let text =
    "conv6@5:p2, relu, maxpool2, conv16@5, relu, maxpool2, flatten, linear120, relu, linear84, relu, "
    + "linear10"
  #expect(try GraphNotation.graph(text) == LeNet.graph())
  #expect(GraphNotation.text(of: LeNet.graph()) == text)
}

@Test(arguments: [
  "conv3@3x5:s2x1:p1:d1x2", "leakyrelu", "leakyrelu0.2, tanh, sigmoid", "maxpool3:s2:p1, avgpool2",
  "batchnorm, dropout0.5, flatten, linear2",
  "conv4@3:p1=a, relu, conv4@3:p1, add:a, relu",
  "conv4@1=a, conv4@1:from=image=b, conv4@3:p1:from=a, concat:a:b, mul:from=a:b",
  "conv1@3:p1, add:image",
])
func everyLayerReadsBack(text: String) throws {
  let graph = try GraphNotation.graph(text)
  let written = GraphNotation.text(of: graph)
  #expect(try GraphNotation.graph(written) == graph)
  if !text.contains("mul") { #expect(written == text) }
}

/// What PyTorch's `padding="same"` adds: half on each side, of an uneven number one more at the end.
@Test(arguments: [
  ("conv3:same", "conv3:p1"), ("conv2:same", "conv2:p0x0x1x1"), ("conv4:same", "conv4:p1x1x2x2"),
  ("conv4:same-lower", "conv4:p2x2x1x1"), ("conv3x2:d2:same-upper", "conv3x2:p2x1:d2"),
  ("conv2x3:same", "conv2x3:p0x1x1x1"), ("maxpool3:same", "maxpool3:s1:p1"),
])
func sameIsThePaddingThatKeepsTheSize(_ text: String, _ explicit: String) throws {
  let graph = try GraphNotation.graph(text)
  #expect(try graph == GraphNotation.graph(explicit))
  let size = PlaneSize(rows: 9, columns: 12)
  #expect(try SpatialGraph(graph, input: size).maps[1] == size)
}

@Test(arguments: [
  ("", 1, "", LayerNotationError.Reason.kind),
  ("conv3,,pool2", 2, "", .kind),
  ("conv3,max2", 2, "max2", .kind),
  ("relu, foo3", 2, "foo3", .kind),
  ("relu,,tanh", 2, "", .kind),
  ("conv", 1, "conv", .size),
  ("conv3x", 1, "conv3x", .size),
  ("conv3x3x3", 1, "conv3x3x3", .size),
  ("conv-3", 1, "conv-3", .size),
  ("maxpool", 1, "maxpool", .size),
  ("conv3:q2", 1, "conv3:q2", .unknownOption("q2")),
  ("conv6@5:q2", 1, "conv6@5:q2", .unknownOption("q2")),
  ("conv3:", 1, "conv3:", .unknownOption("")),
  ("pool2,conv3:s", 2, "conv3:s", .value(.stride)),
  ("conv3:p1x1x1", 1, "conv3:p1x1x1", .value(.padding)),
  ("conv3:mmirror", 1, "conv3:mmirror", .value(.mode)),
  ("conv3:p1:p2", 1, "conv3:p1:p2", .repeated(.padding)),
  ("conv3:ceil", 1, "conv3:ceil", .foreignOption(.ceil, of: "conv")),
  ("avgpool2:d2", 1, "avgpool2:d2", .foreignOption(.dilation, of: "avgpool")),
  ("maxpool2:g2", 1, "maxpool2:g2", .foreignOption(.groups, of: "maxpool")),
  ("conv3:same:p1", 1, "conv3:same:p1", .sameWith(.padding)),
  ("conv3:same:s2", 1, "conv3:same:s2", .sameWith(.stride)),
  ("conv0@3", 1, "conv0@3", .kernels), ("conv6@", 1, "conv6@", .kernels),
  ("linear", 1, "linear", .outputs), ("linear-2", 1, "linear-2", .outputs),
  ("dropout", 1, "dropout", .number), ("dropoutnan", 1, "dropoutnan", .number),
  ("relu3", 1, "relu3", .bare("relu")), ("relu:s2", 1, "relu:s2", .bare("relu")),
  ("add:3", 1, "add:3", .name("3")),
  ("conv3=image", 1, "conv3=image", .name("image")), ("conv3=", 1, "conv3=", .name("")),
  ("relu, conv:sobel-x", 2, "conv:sobel-x", .source),
])
func wrongLayerIsNamed(
  _ text: String, layer: Int, found: String, reason: LayerNotationError.Reason
) {
  #expect(throws: LayerNotationError(layer: layer, text: found, reason: reason)) {
    try GraphNotation.graph(text)
  }
}

@Test(arguments: [
  ("conv3, add:b", 2, GraphError.Reason.unknownName("b")),
  ("conv3, add", 2, .operator(.inputs(1, needed: 2...Int.max))),
  ("conv3=a, relu, conv3=a", 3, .repeatedName(first: 1)),
  ("conv3=a:from=b, conv3=b", 1, .circle(layers: [1, 2])),
  ("relu, add:b, relu=b", 2, .circle(layers: [2, 3])),
])
func layersThatMakeNoGraphAreNamed(_ text: String, layer: Int, reason: GraphError.Reason) throws {
  let text = text.replacing("=a:from=b", with: ":from=b=a")
  let error = #expect(throws: GraphError.self) { try GraphNotation.graph(text) }
  #expect(error?.layer == layer)
  #expect(error?.reason == reason)
}

/// Layers may be written before those that they take.
@Test func layersStandAfterWhatTheyTake() throws {
  let graph = try GraphNotation.graph("relu:from=b=a, tanh:from=image=b, sigmoid:from=a")
  #expect(GraphNotation.text(of: graph) == "tanh=b, relu=a, sigmoid")
}

@Test func kernelsFromAFileHaveTheirAddressAndOptions() throws {
  let drafts = try GraphNotation.parse(
    "conv:weights.npz:conv1.weight:p1x2:g3:bbias.npy=a, conv:sobel-x:same, batchnorm:norms.npz:1")
  guard case .kernels(let first) = drafts[0].content, case .kernels(let second) = drafts[1].content,
    case .statistics(let third) = drafts[2].content
  else {
    Issue.record("\(drafts)")
    return
  }
  #expect(first.address == "weights.npz:conv1.weight" && first.bias == "bias.npy")
  #expect(first.groups == 3 && drafts[0].name == "a")
  #expect(try first.correlation(size: PlaneSize(3)).padding == PerAxis(rows: 1, columns: 2))
  #expect(second.address == "sobel-x" && second.groups == nil)
  #expect(try second.correlation(size: PlaneSize(3)).padding == PerAxis(1))
  #expect(third == "norms.npz:1")
}
