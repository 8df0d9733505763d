import Drawing
import Model

/// Words about pooling.
extension Text {
  static let maximum = "max"
  static let meanOfWindow = "mean"
  static let poolingQuestion = "window (its size, then options: 3:s2:p1:ceil)"

  static func moved(_ shift: PoolScene.Shift?) -> String {
    switch shift {
    case .right: "one pixel to the right"
    case .down: "one pixel down"
    case nil: ""
    }
  }

  static func winner(_ input: String, _ at: Position) -> String {
    "the largest is \(cell(input, at))"
  }

  static func zerosCount(_ count: Int) -> String {
    count == 1 ? "1 zero of the padding counts" : "\(count) zeros of the padding count"
  }

  /// How the window moves.
  static func pooling(_ window: PoolingWindow) -> [Line] {
    [
      (size, perAxis(window.size)), (stride, perAxis(window.stride)),
      (padding, perAxis(window.padding)),
      ("last window", window.roundsUp ? "may hang over (ceil)" : "must fit (floor)"),
    ].map { [Span($0.0 + " ", .secondary), Span($0.1, .strong)] }
  }

  /// What a shift of the input leaves as it was.
  static func invariance(
    _ kept: (maximum: Int, mean: Int), of count: Int, _ shift: PoolScene.Shift?
  ) -> [Line] {
    guard count > 0 else {
      return [[Span("X′ is X, \(moved(shift)). Step on to compare the outputs.", .secondary)]]
    }
    return [
      [
        Span("X′ is X, \(moved(shift)). Of \(count) numbers, "),
        Span("max keeps \(kept.maximum)", .strong), Span(" and "),
        Span("mean keeps \(kept.mean)", .strong), Span("."),
      ]
    ]
  }
}
