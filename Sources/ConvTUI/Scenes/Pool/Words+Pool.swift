import Drawing
import Model

/// Words about pooling.
extension Words {
  var pooledPurpose: String { "the numbers that the window slides over" }
  var windowSize: String { "window" }
  var windowSizePurpose: String { "the rows and columns of the window" }
  var lastWindow: String { "ceil" }
  var lastWindowPurpose: String { "the last window may hang over the end" }
  var shift: String { "shift" }
  var shiftPurpose: String { "pools once more, moved by one pixel" }

  var poolTitle: String { "Pool" }
  var poolPurpose: String { "the maximum and the mean of each window" }

  /// What the keys do here.
  func poolAction(_ action: Action) -> ActionWords? {
    if case .setting = action { ActionWords(label: "edit", help: "change the window") } else { nil }
  }

  var poolQuestion: Line {
    [
      Span("The window moves over X: ", .accent),
      Span("its largest number goes into max, the mean of its numbers into mean."),
    ]
  }

  var maximum: String { "max" }
  var meanOfWindow: String { "mean" }

  func moved(_ shift: PoolScene.Shift?) -> String {
    switch shift {
    case .right: "one pixel to the right"
    case .down: "one pixel down"
    case nil: ""
    }
  }

  func winner(_ input: String, _ at: Position) -> String {
    "the largest is \(Formula.cell(input, at))"
  }

  func zerosCount(_ count: Int) -> String {
    count == 1 ? "includes 1 zero of the padding" : "includes \(count) zeros of the padding"
  }

  /// How many outputs a shift of the input leaves unchanged.
  func invariance(
    _ kept: (maximum: Int, mean: Int), of count: Int, _ shift: PoolScene.Shift?
  ) -> [Line] {
    guard count > 0 else {
      return [[Span("X′ is X moved \(moved(shift)). Step on to compare the outputs.", .secondary)]]
    }
    return [
      [
        Span("X′ is X moved \(moved(shift)). Of \(count) outputs, "),
        Span("max keeps \(kept.maximum)", .strong), Span(" and "),
        Span("mean keeps \(kept.mean)", .strong), Span("."),
      ]
    ]
  }
}
