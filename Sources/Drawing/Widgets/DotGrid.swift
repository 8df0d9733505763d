/// Dots of which a character holds 2×4, as Unicode's braille block encodes them.
public struct DotGrid {
  /// The extent in characters.
  public let size: Size
  private var patterns: [UInt8]
  /// The dots that dotted lines have gone over, so that their gaps go on from line to line.
  private var walked = 0

  public init(_ size: Size) {
    self.size = size
    patterns = [UInt8](repeating: 0, count: size.width * size.height)
  }

  /// The extent in dots.
  public var width: Int { size.width * 2 }
  public var height: Int { size.height * 4 }

  /// Sets a dot; one outside the grid is left out.
  public mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    patterns[y / 4 * size.width + x / 2] |= bits[y % 4][x % 2]
  }

  /// Sets the dots between two points, both included; three of every six of a dotted line.
  ///
  /// - Complexity: O(dots inside the grid), however far outside the line goes on.
  public mutating func line(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), isDotted: Bool = false
  ) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let count = max(abs(dx), abs(dy), 1)
    let seen = DotGrid.seen(start.x, dx, width, of: count)
      .clamped(to: DotGrid.seen(start.y, dy, height, of: count))
    for i in seen {
      if isDotted, (walked + i + 1) % 6 >= 3 { continue }
      set(start.x + dx * i / count, start.y + dy * i / count)
    }
    walked += count + 1
  }

  /// The part of a line's dots 0...count beyond which none lies inside the extent along one axis.
  static func seen(_ start: Int, _ way: Int, _ extent: Int, of count: Int) -> Range<Int> {
    guard way != 0 else { return (0..<extent).contains(start) ? 0..<count + 1 : 0..<0 }
    let ends = [-1 - start, extent + 1 - start].map { $0 * count / way }.sorted()
    return (ends[0] - 1..<ends[1] + 2).clamped(to: 0..<count + 1)
  }

  /// Whether a character of the grid has a dot.
  public func hasDot(row: Int, column: Int) -> Bool { patterns[row * size.width + column] != 0 }

  /// Writes the characters that have a dot.
  public func draw(into frame: inout Frame, at point: Point, _ style: (_ at: Point) -> Style) {
    for (index, pattern) in patterns.enumerated() where pattern != 0 {
      let glyph = Character(UnicodeScalar(0x2800 + UInt32(pattern))!)
      let place = Point(
        row: point.row + index / size.width, column: point.column + index % size.width)
      frame.write(String(glyph), at: place, style(place))
    }
  }
}
