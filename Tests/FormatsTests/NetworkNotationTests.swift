import Model
import Testing

@testable import Formats

@Test func lenetReadsBack() throws {
  let text =
    "conv6@5:p2, relu, maxpool2, conv16@5, relu, maxpool2, flatten, linear120, relu, linear84, relu, "
    + "linear10"
  #expect(try NetworkNotation.parse(text) == LeNet.kinds())
  #expect(NetworkNotation.text(of: LeNet.kinds()) == text)
}

@Test(arguments: [
  "conv3@3x5:s2x1:p1:d1x2", "leakyrelu", "leakyrelu0.2, tanh, sigmoid", "maxpool3:s2:p1, avgpool2",
  "batchnorm, dropout0.5, flatten, linear2",
])
func everyLayerReadsBack(text: String) throws {
  #expect(NetworkNotation.text(of: try NetworkNotation.parse(text)) == text)
}

@Test(arguments: [
  ("relu, foo3", 2, LayerNotationError.Reason.networkKind), ("conv6", 1, .kernels),
  ("conv0@3", 1, .kernels), ("conv6@", 1, .kernels), ("linear", 1, .outputs),
  ("linear-2", 1, .outputs), ("maxpool", 1, .size), ("maxpool2:d2", 1, .unknownOption("d")),
  ("conv6@5:q2", 1, .unknownOption("q2")), ("dropout", 1, .number), ("dropoutnan", 1, .number),
  ("relu3", 1, .bare("relu")), ("relu:s2", 1, .bare("relu")), ("relu,,tanh", 2, .networkKind),
])
func wrongLayerHasItsNumberAndReason(
  text: String, layer: Int, reason: LayerNotationError.Reason
) {
  let error = #expect(throws: LayerNotationError.self) { try NetworkNotation.parse(text) }
  #expect(error?.layer == layer)
  #expect(error?.reason == reason)
}
