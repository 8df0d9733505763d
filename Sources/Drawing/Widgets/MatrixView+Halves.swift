import Model

extension MatrixView {
  func drawHalves(into frame: inout Frame, _ look: Look) {
    let theme = look.theme
    func color(_ row: Int, _ column: Int) -> Color {
      guard visible.rows.contains(row) else { return theme.background }
      let value = pane.value(row, column, look)
      if value == .empty, isAround(row, column) { return theme.accent }
      if let distance = distance(fromCursor: row, column), distance < (pane.ringsCursor ? 2 : 1) {
        return distance == 0 ? cursorColor(theme) : theme.background
      }
      if value.isPadding, (row + column).isMultiple(of: 2) { return theme.hatch }
      let isLit = pane.isLit?(row, column) ?? true
      if isLit, case .number(let number) = value {
        return pane.color?(row, column) ?? pane.scale.color(number, theme)
      }
      return filled(value, row, column, isLit, look).background ?? theme.background
    }
    for (line, row) in stride(
      from: visible.rows.lowerBound, to: visible.rows.upperBound, by: 2
    ).enumerated() {
      for (place, column) in visible.columns.enumerated() {
        let point = Point(row: rect.row + line, column: rect.column + place)
        guard frame.contains(point.row, point.column) else { continue }
        frame[point.row, point.column] = Cell(
          upper: color(row, column), lower: color(row + 1, column))
      }
    }
  }

  /// Draws a sign for every two rows, where no colours can tell them apart.
  func drawMeans(into frame: inout Frame, _ look: Look) {
    for (line, row) in stride(
      from: visible.rows.lowerBound, to: visible.rows.upperBound, by: 2
    ).enumerated() {
      for (place, column) in visible.columns.enumerated() {
        let pair = (row..<row + 2).clamped(to: visible.rows)
        let mixture = mixture(of: pair, column, look)
        var style = mixture.map { plain($0, look) } ?? look.style(.secondary)
        if let cursor = pane.cursor, cursor.column == column, pair.contains(cursor.row) {
          style = cursorStyle(style, look)
        }
        frame.write(
          mixture.map { sign(of: $0) } ?? "·",
          at: Point(row: rect.row + line, column: rect.column + place), style)
      }
    }
  }

  /// What the numbers of some rows of a column come to; nil where there are none.
  private func mixture(of rows: Range<Int>, _ column: Int, _ look: Look) -> Mixture? {
    let lanes = rows.compactMap { row in
      if case .number(let number) = pane.value(row, column, look) {
        mixture(number, row, column).lanes
      } else {
        nil
      }
    }
    return lanes.isEmpty ? nil : Mixture(lanes: lanes.reduce(.zero, +) / Float(lanes.count))
  }

  func distance(fromCursor row: Int, _ column: Int) -> Int? {
    pane.cursor.map { max(abs($0.row - row), abs($0.column - column)) }
  }

  /// Whether a cell touches the outlined block from outside: in halves such cells are the outline
  /// where they are empty.
  private func isAround(_ row: Int, _ column: Int) -> Bool {
    guard let outline = pane.outline, !outline.contains(row, column) else { return false }
    return (outline.rows.lowerBound - 1...outline.rows.upperBound).contains(row)
      && (outline.columns.lowerBound - 1...outline.columns.upperBound).contains(column)
  }
}
