import Drawing
import Model

/// Words about how a kernel slides.
extension Words {
  var biasQuestion: String { "bias (a number added to every output)" }
  var bias: String { "bias" }
  var unrolled: String { "X unrolled" }

  func operation(isTurned: Bool) -> String {
    isTurned ? "∗ " + convolution : "⋆ " + crossCorrelation
  }

  /// Each setting with its value.
  func sliding(_ sliding: Sliding) -> [Line] {
    let options = sliding.options
    return [
      (stride, Formula.perAxis(options.stride)),
      (padding, Formula.perAxis(options.padding) + " " + options.mode.rawValue),
      (dilation, Formula.perAxis(options.dilation)), (bias, NumberText.short(sliding.bias)),
    ].map { [Span($0.0 + " ", .secondary), Span($0.1, .strong)] }
  }

  /// Each setting with its value, and the name of the operation.
  func operated(_ sliding: Sliding) -> [Line] {
    self.sliding(sliding) + [[Span(operation(isTurned: sliding.isTurned))]]
  }

  func unrolling(windows: Int, taps: Int, inputs: Int, _ sliding: Sliding) -> [Line] {
    [
      [Span("\(count(windows, "window")) of \(count(taps, "tap"))", .secondary)],
      [Span("\(windows * taps) numbers from \(inputs) of X", .secondary)],
      [
        Span(
          "row times \(Formula.kernel(sliding))\(Formula.addend(of: sliding)) = one output",
          .secondary)
      ],
    ]
  }
}
