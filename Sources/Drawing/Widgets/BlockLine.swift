/// Numbers and signs beside each other in block digits, to be read from afar.
public struct BlockLine {
  private let parts: [(number: BlockNumber, role: Role)]

  /// The rows that it takes.
  public static let height = BlockNumber.rows(scale: 1)
  private static let gap = 3

  /// Nil where a character has no shape.
  public init?(_ spans: [Span]) {
    var parts: [(BlockNumber, Role)] = []
    for span in spans {
      guard let number = BlockNumber(span.text) else { return nil }
      parts.append((number, span.role))
    }
    self.parts = parts
  }

  /// In columns.
  public var width: Int { parts.reduce(-BlockLine.gap) { $0 + $1.number.width + BlockLine.gap } }

  public func draw(into frame: inout Frame, at point: Point, _ look: Look) {
    var column = point.column
    for (number, role) in parts {
      let box = Rect(
        row: point.row, column: column, width: number.width, height: BlockLine.height)
      number.draw(into: &frame, in: box, scale: 1, look.style(role))
      column += number.width + BlockLine.gap
    }
  }
}
