/// A few of the moving averages of a block's values.
struct AveragedBlock: Sendable {
  typealias Point = (place: Int, value: Double)

  /// Of each part the first, the least, the greatest and the last average, by their places in the block.
  let parts: [Point]
  /// The same of the whole block.
  let whole: [Point]
  /// After its last value.
  let end: MovingAverage

  /// - Parameter start: After the last value before the block.
  init(_ block: ScalarBlock, from start: MovingAverage) {
    var average = start
    let points = (0..<ScalarBlock.length).map { Point($0, average.take(block.value($0))) }
    end = average
    parts = stride(from: 0, to: points.count, by: ScalarBlock.part).flatMap {
      AveragedBlock.outline(points[$0..<$0 + ScalarBlock.part])
    }
    whole = AveragedBlock.outline(parts[...])
  }

  private static func outline(_ points: ArraySlice<Point>) -> [Point] {
    guard let first = points.first, let last = points.last,
      let least = points.min(by: { $0.value < $1.value }),
      let greatest = points.max(by: { $0.value < $1.value })
    else { return [] }
    let inner = least.place < greatest.place ? [least, greatest] : [greatest, least]
    return [first] + inner + [last]
  }
}
