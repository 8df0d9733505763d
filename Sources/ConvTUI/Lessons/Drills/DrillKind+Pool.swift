import Drawing
import Formats
import Model

extension DrillKind {
  /// The maximum or the mean of a window.
  static func pool(_ level: Int, _ dice: inout SeededGenerator) -> Lesson.Step {
    while true {
      let (drawn, window) = pooling(level, &dice)
      guard let before = try? Pooled(drawn, window) else { continue }
      let unit = Position(dice.whole(0...before.shape.area - 1), inRowsOf: before.shape.columns)
      let isMaximum = level == 1 || Bool.random(using: &dice)
      let input = isMaximum || level == 5 ? drawn : before.evened(unit)
      guard let pooled = try? Pooled(input, window) else { continue }
      let (numbers, sum) = (pooled.numbers(of: unit), pooled.sum(of: unit))
      guard Set(numbers).count > 1 else { continue }
      let settings = PoolScene.Settings(input: input, window: window)
      let (maximum, mean) = (pooled.maximum.matrix[unit.row, unit.column], sum.sum / sum.count)
      // Where padding counted, 0 would be the largest.
      let isBelowPadding = isMaximum && numbers.count < Int(sum.count) && maximum < 0
      let right = isMaximum ? maximum : mean
      let reached = unit.row * pooled.shape.columns + unit.column + 1
      return .drill(
        .pool, settings.changes,
        step: level < 3 ? reached : 0,
        say: { $0.drillPools(window) },
        .drill(
          .cell(CellName(isMaximum ? "max" : "mean", unit)),
          { $0.drillPooled(isMaximum, unit) },
          traps: isBelowPadding ? [Question.Trap(0, \.trapPaddingWins)] : [], solvedAt: reached,
          way: { $0.drillWay(isMaximum ? nil : sum.count, numbers, right) }))
    }
  }

  private static func pooling(
    _ level: Int, _ dice: inout SeededGenerator
  ) -> (Tensor, PoolingWindow) {
    switch level {
    case 1: return (dice.matrix(4, 4, 0...9), PoolingWindow(size: PlaneSize(2)))
    case 2: return (dice.matrix(4, 6, 0...9), PoolingWindow(size: PlaneSize(2)))
    case 3:
      let window = PoolingWindow(
        size: PlaneSize(dice.whole(2...3)), stride: PerAxis(dice.whole(1...2)))
      return (dice.matrix(5, 5, 0...9), window)
    case 4:
      let size = dice.whole(2...3)
      return (
        dice.matrix(4, 4, -9...5),
        PoolingWindow(size: PlaneSize(size), stride: PerAxis(2), padding: PerAxis(1))
      )
    default:
      let window = PoolingWindow(
        size: PlaneSize(rows: 2, columns: 3),
        stride: PerAxis(rows: dice.whole(1...2), columns: dice.whole(1...3)),
        padding: PerAxis(dice.whole(0...1)), roundsUp: Bool.random(using: &dice))
      return (dice.matrix(5, 6, -9...9, times: 0.5), window)
    }
  }
}

extension Pooled {
  /// The input with one number of a window changed so that its mean is whole.
  fileprivate func evened(_ unit: Position) -> Tensor {
    var matrix = input.matrix
    let (sum, count) = sum(of: unit)
    let block = block(of: unit)
    let row = block.rows.clamped(to: 0..<rows.input).lowerBound
    let column = block.columns.clamped(to: 0..<columns.input).lowerBound
    let rest = sum - count * (sum / count).rounded(.down)
    let number = matrix[row, column]
    matrix[row, column] = number >= rest ? number - rest : number - rest + count
    return matrix
  }
}

extension PoolScene.Settings {
  /// All of them, in an order in which each fits on whatever was there before.
  fileprivate var changes: [Lesson.Change] {
    [
      Lesson.Change("padding", "0"), Lesson.Change("size", "1"), Lesson.Change("stride", "1"),
      Lesson.Change("input", SettingValue.matrix(input).typed),
      Lesson.Change("size", SettingValue.pair(PerAxis(window.size)).typed),
      Lesson.Change("stride", SettingValue.pair(window.stride).typed),
      Lesson.Change("padding", SettingValue.pair(window.padding).typed),
      Lesson.Change("ceil", SettingValue.flag(window.roundsUp).typed),
    ]
  }
}
