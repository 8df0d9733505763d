/// Lines drawn with a round pen over an image, white on black.
public struct Ink: Hashable, Sendable {
  public let rows, columns: Int
  /// Brightness in 0...1, row-major.
  public private(set) var pixels: [Float]

  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    pixels = [Float](repeating: 0, count: rows * columns)
  }

  /// Draws from the middle of one pixel to that of another, as thick beside the image as the built-in
  /// digits are.
  public mutating func draw(from start: Position, to end: Position) {
    func middle(_ position: Position) -> Stroke.Point {
      Stroke.Point(Float(position.column), Float(position.row)) + 0.5
    }
    let radius = max(0.5, 1.3 * Float(min(rows, columns)) / Float(SyntheticDigits.size))
    draw(middle(start), middle(end), radius: radius)
  }

  /// Lays a line with round ends over the pixels; its edge fades over one pixel.
  mutating func draw(_ start: Stroke.Point, _ end: Stroke.Point, radius: Float) {
    let reach = radius + 0.5
    let along = end - start
    let squared = max((along * along).sum(), .leastNormalMagnitude)
    let from = pointwiseMin(start, end) - reach
    let to = pointwiseMax(start, end) + reach
    for i in max(0, Int(from.y))..<max(0, min(rows, Int(to.y + 1))) {
      for j in max(0, Int(from.x))..<max(0, min(columns, Int(to.x + 1))) {
        let offset = Stroke.Point(Float(j), Float(i)) + 0.5 - start
        let share = min(max((offset * along).sum() / squared, 0), 1)
        let gap = offset - share * along
        let covered = min(max(reach - (gap * gap).sum().squareRoot(), 0), 1)
        pixels[i * columns + j] = max(pixels[i * columns + j], covered)
      }
    }
  }
}
