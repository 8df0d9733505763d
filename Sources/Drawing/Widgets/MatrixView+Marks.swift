import Model

/// What is marked in a matrix that is drawn already.
extension MatrixView {
  /// The row of a cell, from its top, in which a line below its block digits has room; nil where none is free.
  func rowOfMark(scale: Int) -> Int? {
    let row = BlockNumber.pixelRows(scale: scale, height: shape.height).upperBound / 2 + 1
    return row < shape.height + (shape.sharesRows ? 1 : 0) ? row : nil
  }

  /// Draws a line below the block digits of the current multiplication, over an outline that runs there.
  func drawMark(into frame: inout Frame, _ look: Look) {
    let scale = digitScale(look)
    guard scale > 0, let mark = pane.mark, visible.contains(mark.row, mark.column) else { return }
    let box = rect(of: Block(mark))
    let style = style(of: pane.value(mark.row, mark.column, look), mark.row, mark.column, look)
    guard let row = rowOfMark(scale: scale) else {
      if !look.fillsCells { drawBars(beside: box, into: &frame, style) }
      return
    }
    let width = box.width - (hasOneFreeColumn ? 1 : 2)
    let start = Point(row: box.row + row, column: box.column + (hasOneFreeColumn ? 0 : 1))
    // In the accent, so that it is told from the frame, or where that is not seen, as the digits.
    let accent = look.style(.accent)
    let isSeen = style.background.map { !accent.isLost(on: $0) } ?? true
    let line = Style(
      foreground: isSeen ? accent.foreground : style.foreground, background: style.background)
    frame.write(
      String(repeating: row < shape.height ? "▂" : "▄", count: width), at: start, line)
  }

  /// Bars on both sides, where colours are few.
  private func drawBars(beside box: Rect, into frame: inout Frame, _ style: Style) {
    let line = Style(foreground: style.foreground, background: style.background)
    for row in box.rows {
      frame.write("▍", at: Point(row: row, column: box.column), line)
      frame.write("▐", at: Point(row: row, column: box.columns.upperBound - 1), line)
    }
  }

  /// Fills some cells, so that they stand out on any colour and without colours; those out of sight are
  /// left out.
  public func fill(_ cells: Set<Position>, into frame: inout Frame, _ look: Look) {
    for (place, cell) in shown() where cells.contains(cell) {
      let box = rect(of: Block(place))
      guard look.fillsCells else {
        frame.update(box) { $0.style = cursorStyle($0.style, look) }
        continue
      }
      if shape.kind == .half {
        let isUpper = (place.row - visible.rows.lowerBound).isMultiple(of: 2)
        let color = isUpper ? \Style.background : \Style.foreground
        frame.update(box) { $0.style[keyPath: color] = look.theme.strong }
        continue
      }
      let value = pane.value(place.row, place.column, look)
      let ground = style(of: value, place.row, place.column, look).background
      // Block digits are halves of characters, in which either colour is the ground.
      func color(_ color: Color?) -> Color {
        color == ground ? look.theme.strong : look.theme.background
      }
      frame.update(box) { cell in
        cell.style = Style(
          foreground: color(cell.style.foreground), background: color(cell.style.background),
          attributes: .bold)
      }
    }
  }

  /// Draws around a block of cells.
  public func outline(_ cells: Block, into frame: inout Frame, _ look: Look) {
    let places = shown().filter { cells.contains($0.cell.row, $0.cell.column) }.map(\.place)
    guard let top = places.map(\.row).min(), let bottom = places.map(\.row).max(),
      let left = places.map(\.column).min(), let right = places.map(\.column).max()
    else { return }
    drawOutline(
      Block(rows: top..<bottom + 1, columns: left..<right + 1), into: &frame, look)
  }

  /// The cell of the matrix under a point of the screen.
  public func cell(at point: Point) -> Position? {
    position(at: point).map { pane.cell?($0.row, $0.column) ?? $0 }
  }

  /// The places in sight, with the cells of the matrix that stand there.
  private func shown() -> [(place: Position, cell: Position)] {
    visible.rows.flatMap { row in
      visible.columns.map { column in
        (
          Position(row: row, column: column),
          pane.cell?(row, column) ?? Position(row: row, column: column)
        )
      }
    }
  }
}
