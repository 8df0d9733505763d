import Formats
import Model

extension Snippet {
  /// A Python function `correlate(x, k)` that does what a geometry says, and adds a bias.
  static func function(_ geometry: Geometry, bias: Float = 0) -> String {
    let options = geometry.options
    func axes(_ rank: Int) -> String { ["[None, None]", "[None]", ""][rank - 2] }
    let planes = ["[0, 0]", "[0]", ""][geometry.output.rank - 2]
    var lines = [
      "", "def correlate(x, k):",
      "    x, k = x\(axes(geometry.input.rank)), k\(axes(geometry.kernel.rank))",
    ]
    var padding = options.padding
    if let mode = options.mode.torchName, padding != PerAxis(0) {
      let (rows, columns) = (padding.rows, padding.columns)
      lines.append(
        "    x = torch.nn.functional.pad(x, (\(columns), \(columns), \(rows), \(rows)), "
          + "mode=\"\(mode)\")")
      padding = PerAxis(0)
    }
    lines += [
      "    return torch.nn.functional.conv2d(",
      "        x, k, stride=\(pair(options.stride)), padding=\(pair(padding)), "
        + "dilation=\(pair(options.dilation)))\(planes)"
        + (bias == 0 ? "" : " + \(TensorEncoder.json(bias))"),
    ]
    return lines.joined(separator: "\n")
  }

  static func pair(_ value: some RowsAndColumns) -> String {
    "(\(value.numbers.rows), \(value.numbers.columns))"
  }

  /// What rounding may add up to in one window, whatever the order of its products.
  static func rounding(_ input: Tensor, _ kernel: Tensor) -> Float {
    let range = input.finiteRange ?? 0...0
    let weights = kernel.elements.lazy.filter(\.isFinite).reduce(0) { $0 + abs($1) }
    let bound = 1e-6 * max(abs(range.lowerBound), abs(range.upperBound)) * weights
    return bound.isFinite ? max(1e-6, bound) : 1
  }
}

extension PaddingMode {
  /// What `torch.nn.functional.pad` calls it; nil where a convolution pads by itself.
  fileprivate var torchName: String? {
    switch self {
    case .zeros: nil
    case .reflect, .replicate, .circular: rawValue
    }
  }
}

extension Snippet {
  /// The comment before a kernel that is turned.
  static let turning = "# conv2d does not flip the kernel: a convolution does.\n"
}

extension SlideScene: SceneWithSnippet {
  func snippet() throws(FigureError) -> Snippet {
    let call =
      sliding.isTurned
      ? Snippet.turning + "Y = correlate(X, torch.flip(K, (0, 1)))" : "Y = correlate(X, K)"
    return Snippet(
      title: "\(sliding.isTurned ? "The convolution" : "The correlation") "
        + "Y = X \(sliding.operation) K of convtui slide.",
      given: [("X", settings.input), ("K", kernel)],
      body: Snippet.function(geometry, bias: settings.sliding.bias) + "\n\n\n\(call)\nprint(Y)",
      shown: [("shown", output)], checks: [("Y", "shown")],
      absolute: Snippet.rounding(settings.input, kernel))
  }
}

extension EdgesScene: SceneWithSnippet {
  func snippet() throws(FigureError) -> Snippet {
    let calls = ["X, K", "X, K.T", "X.T, K", "X.T, K.T"].map { "correlate(\($0))" }
    let shown = results.enumerated().map { ("shown_\($0)", $1.output.matrix) }
    return Snippet(
      title: "The four correlations of convtui edges.",
      given: [("X", settings.input), ("K", kernel)],
      body: Snippet.function(results[0].geometry, bias: sliding.bias)
        + "\n\n\n" + (sliding.isTurned ? Snippet.turning + "K = torch.flip(K, (0, 1))\n" : "")
        + "Y = \(calls[0])\nprint(Y)",
      shown: shown, checks: Array(zip(["Y"] + calls[1...], shown.map(\.0))),
      absolute: Snippet.rounding(settings.input, kernel))
  }
}

extension FlipScene: SceneWithSnippet {
  func snippet() throws(FigureError) -> Snippet {
    Snippet(
      title: "The correlation and the convolution of convtui flip.",
      given: [("X", input.matrix), ("K", kernel)],
      body: Snippet.function(geometry, bias: sliding.bias) + """


        # conv2d does not flip the kernel: a convolution does.
        correlation = correlate(X, K)
        convolution = correlate(X, torch.flip(K, (0, 1)))
        print(correlation)
        print(convolution)
        """,
      shown: [("shown_1", correlation.matrix), ("shown_2", convolution.matrix)],
      checks: [("correlation", "shown_1"), ("convolution", "shown_2")],
      absolute: Snippet.rounding(input.matrix, kernel))
  }
}
