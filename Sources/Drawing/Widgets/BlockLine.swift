/// Numbers and signs beside each other in block digits, to be read from afar; a name before them is in
/// characters.
struct BlockLine {
  private let name: Span
  private let parts: [(number: BlockNumber, role: Role)]

  private static let gap = 3

  /// Nil where a character has no shape.
  init?(_ name: Span, _ spans: [Span], _ look: Look) {
    self.name = name
    var parts: [(BlockNumber, Role)] = []
    for span in spans {
      let text = span.shown(look)
      guard !text.isEmpty else { continue }
      guard let number = BlockNumber(text.filter { $0 != " " }) else { return nil }
      parts.append((number, span.role))
    }
    self.parts = parts
  }

  /// The rows that it takes.
  static func height(scale: Int) -> Int { BlockNumber.rows(scale: scale) }

  /// In columns.
  func width(scale: Int) -> Int {
    let gap = BlockLine.gap * scale
    return parts.reduce(start - gap) { $0 + $1.number.width * scale + gap }
  }

  /// What the name takes.
  private var start: Int { name.text.isEmpty ? 0 : name.text.cellWidth + 3 }

  func draw(into frame: inout Frame, at point: Point, scale: Int, _ look: Look) {
    let height = BlockLine.height(scale: scale)
    frame.write([name], at: Point(row: point.row + height / 2, column: point.column), look)
    var column = point.column + start
    for (number, role) in parts {
      let width = number.width * scale
      let box = Rect(row: point.row, column: column, width: width, height: height)
      var style = look.style(role)
      // With a ground of its own no font leaves lines between the rows of a digit.
      style.background = look.page.background
      // Lines stand closer to what is above them than to what is below.
      number.draw(into: &frame, in: box, scale: scale, isHigh: true, style)
      column += width + BlockLine.gap * scale
    }
  }
}
