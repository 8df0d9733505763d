/// Strokes without gaps, of quarters of characters: they are seen as lines from afar.
public struct StrokeGrid {
  /// The extent in characters.
  public let size: Size
  private var patterns: [UInt8]

  public init(_ size: Size) {
    self.size = size
    patterns = [UInt8](repeating: 0, count: size.width * size.height)
  }

  /// Draws a line between two dots of a `DotGrid` of the same size, both included.
  ///
  /// - Parameter isWide: Whether it is two quarters wide, so that steep lines are as thick as level ones.
  /// - Complexity: O(dots inside the grid), however far outside the line goes on.
  public mutating func line(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), isWide: Bool = false
  ) {
    // In quarters the way is half as high as in dots; each column or row has one quarter.
    let (from, to) = ((x: start.x, y: start.y / 2), (x: end.x, y: end.y / 2))
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let count = max(abs(dx), abs(dy), 1)
    let seen = DotGrid.seen(from.x, dx, size.width * 2, of: count)
      .clamped(to: DotGrid.seen(from.y, dy, size.height * 2, of: count))
    func part(_ way: Int, _ i: Int) -> Int {
      (2 * way * i + (way < 0 ? -count : count)) / (2 * count)
    }
    for i in seen {
      let (x, y) = (from.x + part(dx, i), from.y + part(dy, i))
      set(x, y)
      if isWide { set(x + 1, y) }
    }
  }

  private mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, x < size.width * 2, y >= 0, y < size.height * 2 else { return }
    patterns[y / 2 * size.width + x / 2] |= 1 << UInt8(y % 2 * 2 + x % 2)
  }

  /// Whether a stroke runs through a character of the grid.
  public func hasStroke(row: Int, column: Int) -> Bool { patterns[row * size.width + column] != 0 }

  /// Writes the characters through which strokes run.
  public func draw(into frame: inout Frame, at point: Point, _ style: (_ at: Point) -> Style) {
    for (index, pattern) in patterns.enumerated() where pattern != 0 {
      let place = Point(
        row: point.row + index / size.width, column: point.column + index % size.width)
      frame.write(String(StrokeGrid.glyphs[Int(pattern)]), at: place, style(place))
    }
  }

  /// By the inked quarters: upper left 1, upper right 2, lower left 4, lower right 8.
  static let glyphs: [Character] = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
}
