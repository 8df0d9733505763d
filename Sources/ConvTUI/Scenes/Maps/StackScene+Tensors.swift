import Formats
import Model

extension MapsScene: SceneWithSnippet {
  func snippet() throws(FigureError) -> Snippet {
    let pane = max(1, pane)
    let pixels = try wholePicture(ofAtMost: 1 << 22)
    guard let convolution = convolution(pane) else { throw .noSnippet(kind) }
    let map = wholeMap(pane, of: pixels)
    return Snippet(
      title: "The map of one kernel in convtui maps.",
      given: [("X", pixels), ("K", filters[pane - 1].weight)],
      body: (motion.sliding.isTurned ? Snippet.turning + "K = torch.flip(K, (2, 3))\n" : "")
        + Snippet.layer(
          "Y", of: "X[None]", "K", convolution,
          bias: convolution.bias.map {
            "torch.tensor([\(TensorEncoder.json($0[0]))], dtype=torch.float32)"
          })
        + "\nY = Y[0, 0]\nprint(Y)",
      shown: [("shown", map)], checks: [("Y", "shown")],
      absolute: Snippet.rounding(pixels, filters[pane - 1].weight))
  }
}

extension StackScene: SceneWithTensors, SceneWithSnippet {
  /// The map that is chosen; on the picture the last one, so that a file holds what the layers make.
  private var exported: Int { map > 0 ? map : graph.nodes.count }

  /// What is seen of the picture and all around that its maps need, then of every map up to the one
  /// that is chosen, each after its kernels; the last one is Y.
  var tensors: [(name: String, tensor: Tensor)] {
    let map = exported
    var tensors = [("X", sight.part.regions[0].numbers.flattened)]
    for number in 1..<map + 1 {
      let layer = graph.nodes[number - 1].operator
      if let given = (layer as? any WeightedOperator)?.given {
        tensors.append(("K\(number)", given.weight))
      }
      tensors.append((number == map ? "Y" : "Y\(number)", sight.maps[number].flattened))
    }
    return tensors
  }

  /// The layers up to the map that is chosen, one call each.
  func snippet() throws(FigureError) -> Snippet {
    let map = exported
    guard lens.zoom == 0 || !hangsOver else { throw .noSnippet(kind) }
    let calls = TorchCalls(graph: sight.whole, part: sight.part, map: map)
    return Snippet(
      title: "The layers of a stack in convtui maps.", given: calls.given,
      body: calls.lines.joined(separator: "\n") + "\nprint(Y)",
      shown: [("shown", sight.maps[map])], checks: [("Y", "shown")], absolute: 1e-4)
  }
}

extension StackScene {
  /// Whether a mean counts less where its window hangs over the end, which no call does on a part.
  private var hangsOver: Bool {
    graph.nodes.contains { ($0.operator as? Pooling)?.window.roundsUp ?? false }
  }
}

extension Snippet {
  /// A call that correlates, with the padding that its mode asks for.
  static func layer(
    _ result: String, of input: String, _ kernel: String, _ convolution: Convolution,
    bias: String? = nil
  ) -> String {
    let options = convolution.options
    var (input, padding, lines) = (input, options.padding, [String]())
    if options.mode != .zeros && padding != PerAxis(0) || options.surplus != PerAxis(0) {
      let written = TorchPadding(
        before: padding, after: padding + options.surplus, mode: options.mode)
      lines.append("padded = " + written(input))
      (input, padding) = ("padded", PerAxis(0))
    }
    lines.append(
      "\(result) = torch.nn.functional.conv2d(\n    \(input), \(kernel), \(bias ?? "None"), "
        + "stride=\(pair(options.stride)), padding=\(pair(padding)), "
        + "dilation=\(pair(options.dilation)), groups=\(options.groups))")
    return lines.joined(separator: "\n")
  }
}
