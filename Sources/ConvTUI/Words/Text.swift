import Drawing
import Model
import Terminal

/// The words that a person reads, all in one place.
///
/// Sentences about mistakes are in `Text+Errors.swift`, those about keys in `Text+Keys.swift`.
enum Text {
  static let program = "convtui"

  static let input = "Input X"
  static let kernel = "Kernel K"
  static let output = "Output Y"
  static let image = "image"
  static let crossCorrelation = "cross-correlation"
  static let convolution = "convolution"
  static let size = "size"
  static let stride = "stride"
  static let padding = "padding"
  static let dilation = "dilation"
  static let loss = "loss"
  static let logarithmic = "log"
  static let lossNow = "loss now"
  static let weights = "weights"
  static let paths = "paths"

  static func step(_ number: Int, of count: Int) -> String { "step \(number) of \(count)" }
  static func batch(_ number: Int, of count: Int) -> String { "batch \(number) of \(count)" }
  static func window(_ number: Int, of count: Int) -> String { "window \(number) of \(count)" }
  static func turn(_ number: Int, of count: Int) -> String { "turn \(number) of \(count)" }

  static func cell(_ name: String, _ at: Position) -> String {
    "\(name)[\(NumberText.whole(at.row)),\(NumberText.whole(at.column))]"
  }

  /// "2", or "2,1" where the rows have another.
  static func perAxis(_ value: some RowsAndColumns) -> String {
    let (rows, columns) = value.numbers
    return rows == columns
      ? NumberText.whole(rows) : "\(NumberText.whole(rows)),\(NumberText.whole(columns))"
  }

  // MARK: slide

  static let then = "then"

  static func productsDone(_ done: Int, _ count: Int) -> String {
    "   " + "\(done) of \(self.count(count, "product"))".replacing(" ", with: "\u{A0}")
  }

  /// ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1 = o with its numbers.
  static func sizeFormula(_ axis: Axis) -> String {
    "⌊(\(axis.input) + 2·\(axis.padding) − \(axis.dilation)·(\(axis.kernel)−1) − 1)/\(axis.stride)⌋"
      + " + 1 = \(axis.output)"
  }

  /// The formula with less room in it.
  static func tight(_ formula: String) -> String {
    formula.replacing(" + ", with: "+").replacing(" − ", with: "−")
  }

  static func rows(_ count: Int) -> String { count == 1 ? "row" : "rows" }
  static func columns(_ count: Int) -> String { count == 1 ? "column" : "columns" }

  // MARK: edges

  /// What was found, in as many places as have room; six are enough.
  static func finding(_ finding: OutputSummary, width: Int) -> Line {
    func places(_ places: [OutputSummary.Place], _ what: String) -> Line {
      let all = places.map { place -> Line in
        [
          Span(signed(place.value), Role(signOf: place.value)),
          Span(" at \(what) \(place.index)"),
        ]
      }
      func line(_ count: Int) -> Line {
        let rest = places.count > count ? [Span(", and \(places.count - count) more")] : []
        return Array(all.prefix(count).joined(separator: [Span(", ")])) + rest
      }
      var count = min(6, places.count)
      while count > 1, line(count).cellWidth > width { count -= 1 }
      return line(count)
    }
    switch finding {
    case .columns(let list): return places(list, "column")
    case .rows(let list): return places(list, "row")
    case .constant(let value):
      return [Span("\(signed(value)) everywhere")]
    case .mixed(let count, let all):
      return [Span("\(count) of \(all) values are not 0")]
    case .nothing:
      return [Span("0 everywhere")]
    }
  }

  /// Why a kernel finds something in one of two images and nothing in the other.
  static func blindness(of kernel: String, sees seen: String, not unseen: String) -> Line {
    [
      Span("\(kernel) finds what changes in \(seen)", .accent),
      Span(" and nothing in \(unseen)"),
      Span(
        ": it compares along one direction only, and \(unseen) does not change in that direction."),
    ]
  }

  static func signed(_ value: Float) -> String {
    (value > 0 ? "+" : "") + NumberText.short(value)
  }

  // MARK: learn

  static func epoch(_ step: Int, loss: Float) -> String {
    "epoch \(step), loss \(loss < 1e6 ? NumberText.fixed(loss, decimals: 3) : NumberText.short(loss))"
  }

  static func after(_ steps: Int) -> String {
    "after \(steps) \(steps == 1 ? "update" : "updates")"
  }

  static func ofLimit(_ limit: Float) -> String {
    " of \(NumberText.short(limit))"
  }

  static func name(of reduction: Reduction) -> String {
    reduction == .sum ? "sum of squares" : "mean of squares"
  }

  static func name(of method: Optimizer.Method) -> String {
    switch method {
    case .sgd: "SGD"
    case .momentum(let momentum): "momentum \(NumberText.short(momentum))"
    case .nesterov(let momentum): "Nesterov \(NumberText.short(momentum))"
    case .rmsprop(let momentum):
      momentum == 0 ? "RMSprop" : "RMSprop \(NumberText.short(momentum))"
    case .adam: "Adam"
    case .adamw: "AdamW"
    }
  }

  static let converges = "converges"

  static func noLimit(_ method: Optimizer.Method) -> String {
    "\(name(of: method)) scales its steps by itself: no limit holds for lr·λmax"
  }

  static func convergesBy(along direction: String, _ factor: Float) -> String {
    "converges; the error\(along(direction)) shrinks ×\(NumberText.fixed(factor, decimals: 2)) a step"
  }

  static func oscillates(along direction: String, _ factor: Float) -> String {
    "converges, but oscillates\(along(direction)): ×\(NumberText.fixed(factor, decimals: 2)) a step"
  }

  static func diverges(along direction: String, limit: Float) -> String {
    "diverges\(along(direction)): lr must be below \(NumberText.short(limit))"
  }

  static func along(_ direction: String) -> String {
    direction.isEmpty ? "" : " along \(direction)"
  }

  static func lostNumbers(step: Int) -> String {
    "diverged: from step \(step) on the loss is too large for single precision"
  }

  static func computing(_ step: Int) -> String { "computing: step \(step)" }

  // MARK: flip

  static let notTurned = "not turned yet"
  static let turned = "turned by 180°"

  static func turning(rows: Bool) -> String {
    rows ? "rows swapped" : "columns swapped"
  }

  static func symmetry(isSymmetric: Bool, difference: Float) -> [Line] {
    if !isSymmetric, difference == 0 {
      return [
        [
          Span("Equal here: ", .accent),
          Span("K turned by 180° is another kernel, but on this input both give the same."),
        ]
      ]
    }
    return isSymmetric
      ? [
        [
          Span("Equal: ", .accent),
          Span("K turned by 180° is K itself, so both operations give the same."),
        ]
      ]
      : [
        [
          Span("Different: ", .accent),
          Span("K turned by 180° is another kernel; the results differ by up to "),
          Span(NumberText.short(difference), .strong), Span("."),
        ]
      ]
  }

  static let libraries: [Line] = [
    [
      Span("X ⋆ K  ", .strong), Span("torch.conv2d", .secondary),
      Span(", scipy.signal.correlate2d", .secondary),
    ],
    [
      Span("X ∗ K  ", .strong),
      Span("scipy.signal.convolve2d", .secondary),
      Span(", np.convolve (in one dimension)", .secondary),
    ],
  ]

  // MARK: field

  static let fieldTable = ["layer", "output", "size", "jump", "start", "most paths"]
  static let largerThanImage = " > image"

  static func sees(_ unit: String, _ extent: Block, count: Int, of all: Int) -> String {
    let rows = range(extent.rows)
    let columns = range(extent.columns)
    let share = count * 100 / max(1, all)
    return "\(unit) sees \(noun(extent.rows, "row")) \(rows) and \(noun(extent.columns, "column")) "
      + "\(columns): \(count) of \(all) pixels (\(share) %)"
  }

  static func mapTooLarge(_ size: Int, limit: Int) -> String {
    "A map \(size) units long is too large to be drawn; \(limit) is the most, and --json has no "
      + "such limit."
  }

  static func seesNothing(_ unit: String) -> String { "\(unit) sees nothing but padding" }

  static func reaches(_ unit: String, count: Int, of layer: String) -> String {
    "\(unit) reaches \(count) \(count == 1 ? "unit" : "units") of \(layer)"
  }

  private static func range(_ range: Range<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)…\(range.upperBound - 1)"
  }

  private static func noun(_ range: Range<Int>, _ word: String) -> String {
    range.count == 1 ? word : word + "s"
  }

  // MARK: The whole screen

  static func tooSmall(_ size: Size, _ smallest: Size) -> String {
    "convtui needs \(smallest.width)×\(smallest.height) characters; this is \(size.width)×\(size.height)."
  }
}
