/// Lines between cells: a light grid and a heavy frame.
public enum BoxLines {
  /// Draws a light grid that fills a rectangle, its outer lines on the rectangle's edge.
  public static func drawGrid(
    _ rect: Rect, horizontalPitch: Int, verticalPitch: Int, into frame: inout Frame,
    _ style: Style
  ) {
    for row in 0..<rect.height {
      for column in 0..<rect.width {
        let onRow = row % verticalPitch == 0
        let onColumn = column % horizontalPitch == 0
        guard onRow || onColumn else { continue }
        let glyph: Character
        switch (onRow, onColumn) {
        case (true, false): glyph = "─"
        case (false, true): glyph = "│"
        default:
          glyph = junction(
            up: row > 0, down: row < rect.height - 1, left: column > 0,
            right: column < rect.width - 1)
        }
        let point = Point(row: rect.row + row, column: rect.column + column)
        frame.write(String(glyph), at: point, style)
      }
    }
  }

  /// Draws a heavy frame on the edge of a rectangle, over whatever background is there.
  public static func drawFrame(
    _ rect: Rect, sidesOnly: Bool, into frame: inout Frame, _ style: Style
  ) {
    guard rect.width > 1, rect.height > 0 else { return }
    let (first, last) = (rect.column, rect.columns.upperBound - 1)
    for row in rect.rows {
      var (left, right) = ("┃", "┃")
      if !sidesOnly, row == rect.row || row == rect.rows.upperBound - 1 {
        (left, right) = row == rect.row ? ("┏", "┓") : ("┗", "┛")
        let bar = String(repeating: "━", count: rect.width - 2)
        frame.write(bar, at: Point(row: row, column: first + 1), style)
      }
      frame.write(left, at: Point(row: row, column: first), style)
      frame.write(right, at: Point(row: row, column: last), style)
    }
  }

  private static func junction(up: Bool, down: Bool, left: Bool, right: Bool) -> Character {
    switch (up, down, left, right) {
    case (false, true, false, true): "┌"
    case (false, true, true, false): "┐"
    case (true, false, false, true): "└"
    case (true, false, true, false): "┘"
    case (true, true, false, true): "├"
    case (true, true, true, false): "┤"
    case (false, true, true, true): "┬"
    case (true, false, true, true): "┴"
    default: "┼"
    }
  }
}
