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
  /// What is seen of the picture and all around that its maps need, then of every map up to the one
  /// that is chosen, each after its kernels; the last one is Y.
  var tensors: [(name: String, tensor: Tensor)] {
    var tensors = [("X", sight.part.maps[0].flattened)]
    for number in 1..<map + 1 {
      if case .convolution(let convolution) = layers[number - 1] {
        tensors.append(("K\(number)", convolution.weight))
      }
      tensors.append((number == map ? "Y" : "Y\(number)", sight.maps[number].flattened))
    }
    return tensors
  }

  /// The layers up to the map that is chosen, one call each.
  func snippet() throws(FigureError) -> Snippet {
    guard map > 0 else { throw .noSnippet(kind) }
    var given: [Snippet.Named] = [("X", sight.part.maps[0])]
    var lines = ["x = X[None]"]
    for (index, layer) in layers[..<map].enumerated() {
      let name = "\(index + 1)"
      switch layer {
      case .convolution(let convolution):
        let shape = convolution.weight.shape
        given.append(
          (
            "K\(name)",
            convolution.weight.reshaped(
              Shape(shape.batch, shape.channels, shape.rows, shape.columns))
          ))
        if let bias = convolution.bias {
          given.append(("b\(name)", Tensor(Shape(1, bias.count), bias)))
        }
        lines.append(
          Snippet.layer(
            "x", of: "x", "K\(name)", convolution,
            bias: convolution.bias.map { _ in "b\(name)[0]" }))
      case .activation(let activation): lines.append(Snippet.call(activation))
      case .maxPooling(let window): lines.append(Snippet.pooling("max_pool2d", window))
      case .averagePooling(let window): lines.append(Snippet.pooling("avg_pool2d", window))
      case .normalization(let scale, let shift):
        given += [
          ("scale\(name)", Tensor(Shape(1, scale.count), scale)),
          ("shift\(name)", Tensor(Shape(1, shift.count), shift)),
        ]
        lines.append(
          "x = x * scale\(name)[0][:, None, None] + shift\(name)[0][:, None, None]")
      }
    }
    let units = sight.part.units[map]
    func slice(_ range: Range<Int>) -> String { "\(range.lowerBound):\(range.upperBound)" }
    let isWhole = sight.maps[map].shape == sight.part.maps[map].shape
    lines.append(
      "Y = x[0]" + (isWhole ? "" : "[:, \(slice(units.rows)), \(slice(units.columns))]"))
    return Snippet(
      title: "The layers of a stack in convtui maps.", given: given,
      body: lines.joined(separator: "\n") + "\nprint(Y)", shown: [("shown", sight.maps[map])],
      checks: [("Y", "shown")], absolute: 1e-4)
  }
}

extension Snippet {
  /// A call that correlates, with the padding that its mode asks for.
  fileprivate static func layer(
    _ result: String, of input: String, _ kernel: String, _ convolution: Convolution,
    bias: String? = nil
  ) -> String {
    let options = convolution.options
    var (input, padding, lines) = (input, options.padding, [String]())
    if options.mode != .zeros, padding != PerAxis(0) {
      let (rows, columns) = (padding.rows, padding.columns)
      lines.append(
        "padded = torch.nn.functional.pad(\n    \(input), (\(columns), \(columns), \(rows), "
          + "\(rows)), mode=\"\(options.mode.rawValue)\")")
      (input, padding) = ("padded", PerAxis(0))
    }
    lines.append(
      "\(result) = torch.nn.functional.conv2d(\n    \(input), \(kernel), \(bias ?? "None"), "
        + "stride=\(pair(options.stride)), padding=\(pair(padding)), "
        + "dilation=\(pair(options.dilation)), groups=\(options.groups))")
    return lines.joined(separator: "\n")
  }

  fileprivate static func pooling(_ name: String, _ window: LayerKind.Window) -> String {
    "x = torch.nn.functional.\(name)(\n    x, \(pair(window.size)), stride=\(pair(window.stride)), "
      + "padding=\(pair(window.padding)))"
  }

  fileprivate static func call(_ activation: Activation) -> String {
    switch activation {
    case .relu: "x = torch.relu(x)"
    case .leakyReLU(let slope):
      "x = torch.nn.functional.leaky_relu(x, \(TensorEncoder.json(slope)))"
    case .tanh: "x = torch.tanh(x)"
    case .sigmoid: "x = torch.sigmoid(x)"
    }
  }
}
