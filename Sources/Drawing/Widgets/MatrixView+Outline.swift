import Model

extension MatrixView {
  /// Draws around a block: on its lines, or on the characters around it.
  ///
  /// Where no free row lies between the numbers, only the two sides have room; between block digits half
  /// a row is free.
  func drawOutline(
    _ outline: Block, _ role: Role = .accent, into frame: inout Frame, _ look: Look
  ) {
    let outline = outline.clamped(to: visible)
    guard !outline.rows.isEmpty, !outline.columns.isEmpty,
      shape.kind != .half, shape.kind != .picture
    else { return }
    let box = rect(of: outline)
    let style = look.style(role)
    switch place(look) {
    case .around:
      // The first column of the cells beside it may hold a sign.
      let ring = box.inset(top: -1, left: -1, bottom: -1, right: hasOneFreeColumn ? 0 : -1)
      BoxLines.drawFrame(ring, sidesOnly: false, into: &frame, style)
      for side in ring.sides { setOff(side, style, into: &frame, look) }
    case .sides:
      let ring = box.inset(left: -1)
      BoxLines.drawFrame(ring, sidesOnly: true, into: &frame, style)
      for side in ring.sides.suffix(2) { setOff(side, style, into: &frame, look) }
    case .halfRows:
      let ring = box.inset(left: -1, right: -1)
      for row in box.rows {
        let (left, right) = row == box.row ? ("▛", "▜") : ("▌", "▐")
        frame.write(left, at: Point(row: row, column: ring.column), style)
        frame.write(right, at: Point(row: row, column: ring.columns.upperBound - 1), style)
      }
      for side in ring.sides.suffix(2) { setOff(side, style, into: &frame, look) }
      // Above the topmost cells there is a free row for a line that would be lost on them.
      if box.row == rect.row, titleRect.row < rect.row - 1,
        isLost(style, on: box.sides[0], frame, look)
      {
        let above = ring.inset(top: -1).sides[0]
        frame.write(
          String(repeating: "▄", count: above.width),
          at: Point(row: above.row, column: above.column), style)
      } else {
        drawUpperPixels(box.sides[0], style, into: &frame, look)
      }
      let below = Rect(row: ring.rows.upperBound, column: ring.column, width: ring.width, height: 1)
      drawUpperPixels(below, style, into: &frame, look)
    }
  }

  /// Outlines the cell under a pointer, in a colour of its own.
  ///
  /// - Returns: False where the pointer is on none of its cells.
  public func drawPointer(at point: Point, into frame: inout Frame, _ look: Look) -> Bool {
    guard let cell = position(at: point) else { return false }
    let block = Block(rows: cell.row..<cell.row + 1, columns: cell.column..<cell.column + 1)
    if shape.kind == .half || shape.kind == .picture {
      let ring = rect(of: block).inset(top: -1, left: -1, bottom: -1, right: -1)
      BoxLines.drawFrame(ring, sidesOnly: false, into: &frame, look.style(.warning))
    } else {
      drawOutline(block, .warning, into: &frame, look)
    }
    return true
  }

  /// Gives a line the page's ground where it would not be seen on the one that is there.
  private func setOff(_ side: Rect, _ line: Style, into frame: inout Frame, _ look: Look) {
    guard look.fillsCells else { return }
    let theme = look.theme
    frame.update(side) { cell in
      if let ground = cell.style.background, line.isLost(on: ground) {
        cell.style.background = theme.background
      }
    }
  }

  /// Whether a line would hardly be seen on some of a row.
  private func isLost(
    _ line: Style, on row: Rect, _ frame: Frame, _ look: Look
  ) -> Bool {
    look.fillsCells
      && row.columns.contains { column in
        frame.contains(row.row, column)
          && (frame[row.row, column].style.background).map(line.isLost) ?? false
      }
  }

  /// Where an outline has room.
  private enum OutlinePlace { case around, sides, halfRows }

  private func place(_ look: Look) -> OutlinePlace {
    guard shape.kind == .number else { return .around }
    guard shape.outlineLiesOutside else { return .sides }
    return shape.hasHalfRowOutline(pane.format, look) ? .halfRows : .around
  }

  /// Colours the upper halves of some characters, which are free, as a line is, or in the page's colour
  /// where the ground is much like it.
  private func drawUpperPixels(_ rect: Rect, _ line: Style, into frame: inout Frame, _ look: Look) {
    let theme = look.theme
    frame.update(rect) { cell in
      let ground = cell.style.background ?? theme.background
      cell = Cell(
        upper: line.isLost(on: ground) ? theme.background : line.foreground ?? theme.accent,
        lower: cell.glyph == "▄" ? cell.style.foreground ?? ground : ground)
    }
  }
}

extension Rect {
  /// The first and the last row and column.
  fileprivate var sides: [Rect] {
    [
      Rect(row: row, column: column, width: width, height: 1),
      Rect(row: rows.upperBound - 1, column: column, width: width, height: 1),
      Rect(row: row, column: column, width: 1, height: height),
      Rect(row: row, column: columns.upperBound - 1, width: 1, height: height),
    ]
  }
}

extension Style {
  /// Whether a line of this style is hardly seen on a ground: at less than twice its luminance, or half.
  fileprivate func isLost(on ground: Color) -> Bool {
    guard let foreground else { return false }
    let (line, ground) = (foreground.luminance + 0.05, ground.luminance + 0.05)
    return max(line, ground) < 2 * min(line, ground)
  }
}
