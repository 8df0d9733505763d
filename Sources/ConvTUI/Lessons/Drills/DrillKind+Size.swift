import Model

extension DrillKind {
  /// How large Y would be with settings other than those that the scene shows.
  static func size(_ level: Int, _ dice: inout SeededGenerator) -> Lesson.Step {
    while true {
      let input = size(4...(level < 3 ? 6 : 8), isSquare: level < 4, &dice)
      let kernel = size((level < 4 ? 2 : 1)...3, isSquare: level < 4, &dice)
      let (options, larger) = otherOptions(level, &dice)
      let asked = PlaneSize(rows: input.rows + larger, columns: input.columns + larger)
      let shapes = (Shape(asked.rows, asked.columns), Shape(kernel.rows, kernel.columns))
      guard let geometry = try? Geometry(input: shapes.0, kernel: shapes.1, options: options),
        level != 2 || geometry.rows.isExact, level < 3 || geometry.rows.output > 1
      else { continue }
      let shown = SlidingSettings(
        input: dice.matrix(input.rows, input.columns, 0...9),
        kernel: dice.matrix(kernel.rows, kernel.columns, -1...2))
      let growth =
        larger > 0
        ? [Lesson.Change("rows", "\(asked.rows)"), Lesson.Change("columns", "\(asked.columns)")]
        : []
      return .drill(
        .slide, shown.changes, say: { $0.drillSizes(input, kernel) },
        .drill(
          .size(of: "Y"), { $0.drillSize(larger > 0 ? asked : nil, options) },
          with: growth + options.changes, solvedAt: geometry.windowCount,
          way: { $0.drillWay(geometry) }))
    }
  }

  private static func size(
    _ range: ClosedRange<Int>, isSquare: Bool, _ dice: inout SeededGenerator
  ) -> PlaneSize {
    let rows = dice.whole(range)
    return PlaneSize(rows: rows, columns: isSquare ? rows : dice.whole(range))
  }

  /// How the kernel moves where it is asked about, and how much larger the input is.
  private static func otherOptions(
    _ level: Int, _ dice: inout SeededGenerator
  ) -> (CorrelationOptions, larger: Int) {
    var options = CorrelationOptions()
    switch level {
    case 1: return (options, dice.whole(1...4))
    case 2:
      if Bool.random(using: &dice) {
        options.padding = PerAxis(dice.whole(1...2))
      } else {
        options.stride = PerAxis(2)
      }
    case 3:
      (options.padding, options.stride) = (PerAxis(dice.whole(1...2)), PerAxis(dice.whole(2...3)))
    case 4:
      (options.padding, options.stride) = (PerAxis(dice.whole(0...2)), PerAxis(dice.whole(1...3)))
      options.dilation = PerAxis(2)
    default:
      options.padding = PerAxis(rows: dice.whole(1...3), columns: dice.whole(0...3))
      options.stride = PerAxis(rows: dice.whole(1...3), columns: dice.whole(2...4))
      options.dilation = PerAxis(rows: dice.whole(1...3), columns: dice.whole(1...2))
    }
    return (options, 0)
  }
}

extension Axis {
  /// Whether the last window ends where the input does.
  fileprivate var isExact: Bool {
    (input + padding + paddingAfter - span).isMultiple(of: stride)
  }
}

extension SlidingSettings {
  /// All of them, in an order in which each fits on whatever was there before.
  var changes: [Lesson.Change] {
    [
      Lesson.Change("kernel", "0"), Lesson.Change("stride", "1"), Lesson.Change("padding", "0"),
      Lesson.Change("dilation", "1"), Lesson.Change("input", SettingValue.matrix(input).typed),
    ] + sliding.options.changes.filter { $0.name == "padding" } + [
      Lesson.Change("kernel", SettingValue.matrix(kernel).typed)
    ] + sliding.options.changes.filter { $0.name != "padding" } + [
      Lesson.Change("bias", SettingValue.number(sliding.bias).typed)
    ]
  }
}

extension CorrelationOptions {
  /// What differs from the usual.
  fileprivate var changes: [Lesson.Change] {
    [("padding", padding, 0), ("dilation", dilation, 1), ("stride", stride, 1)].compactMap {
      name, value, usual in
      value == PerAxis(usual) ? nil : Lesson.Change(name, SettingValue.pair(value).typed)
    }
  }
}
