import Drawing
import Model

/// Words about how a kernel slides.
extension Text {
  static let biasQuestion = "bias (a number added to every output)"
  /// The bias in a formula.
  static let biasName = "b"
  static let bias = "bias"
  static let unrolled = "X unrolled"

  static func operation(isTurned: Bool) -> String {
    isTurned ? "∗ " + convolution : "⋆ " + crossCorrelation
  }

  /// " + b" behind the name of an output, where there is a bias.
  static func addend(of sliding: Sliding) -> String {
    sliding.bias == 0 ? "" : " + " + biasName
  }

  /// What the kernel is called as it meets the windows.
  static func kernelName(_ sliding: Sliding) -> String { sliding.isTurned ? "K′" : "K" }

  /// Each setting with its value.
  static func sliding(_ sliding: Sliding) -> [Line] {
    let options = sliding.options
    return [
      (stride, perAxis(options.stride)),
      (padding, perAxis(options.padding) + " " + options.mode.rawValue),
      (dilation, perAxis(options.dilation)), (bias, NumberText.short(sliding.bias)),
    ].map { [Span($0.0 + " ", .secondary), Span($0.1, .strong)] }
  }

  /// Each setting with its value, and which operation that is.
  static func operated(_ sliding: Sliding) -> [Line] {
    Text.sliding(sliding) + [[Span(operation(isTurned: sliding.isTurned))]]
  }

  /// As many settings as fit on a line.
  static func settings(_ settings: [Line], width: Int = .max) -> Line {
    settings.reduce(into: []) { line, setting in
      let next = line + (line.isEmpty ? [] : [Span("   ")]) + setting
      if next.cellWidth <= width { line = next }
    }
  }

  static func unrolling(windows: Int, taps: Int, inputs: Int, _ sliding: Sliding) -> [Line] {
    [
      [Span("\(count(windows, "window")) of \(count(taps, "tap"))", .secondary)],
      [Span("\(windows * taps) numbers for the \(inputs) of X", .secondary)],
      [
        Span(
          "row times \(kernelName(sliding))\(addend(of: sliding)) = one output", .secondary)
      ],
    ]
  }
}
