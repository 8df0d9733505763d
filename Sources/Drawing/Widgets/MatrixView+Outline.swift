import Model

extension MatrixView {
  /// Draws around a block: on its lines, or on the characters around it.
  ///
  /// Where no free row lies between the numbers, only the two sides have room; between block digits half
  /// a row is free.
  func drawOutline(_ outline: Block, into frame: inout Frame, _ look: Look) {
    let outline = outline.clamped(to: visible)
    guard !outline.rows.isEmpty, !outline.columns.isEmpty,
      shape.kind != .half, shape.kind != .picture
    else { return }
    let box = rect(of: outline)
    let style = look.style(.accent)
    switch place(look) {
    case .around:
      // The first column of the cells beside it may hold a sign.
      let ring = box.inset(top: -1, left: -1, bottom: -1, right: hasOneFreeColumn ? 0 : -1)
      BoxLines.drawFrame(ring, sidesOnly: false, into: &frame, style)
      for side in ring.sides { setOff(side, into: &frame, look) }
    case .sides:
      let ring = box.inset(left: -1)
      BoxLines.drawFrame(ring, sidesOnly: true, into: &frame, style)
      for side in ring.sides.suffix(2) { setOff(side, into: &frame, look) }
    case .halfRows:
      let ring = box.inset(left: -1, right: -1)
      for row in box.rows {
        let (left, right) = row == box.row ? ("▛", "▜") : ("▌", "▐")
        frame.write(left, at: Point(row: row, column: ring.column), style)
        frame.write(right, at: Point(row: row, column: ring.columns.upperBound - 1), style)
      }
      for side in ring.sides.suffix(2) { setOff(side, into: &frame, look) }
      // Above the topmost cells there is a free row for a line that would be lost on them.
      if box.row == rect.row, titleRect.row < rect.row - 1, isLost(on: box.sides[0], frame, look) {
        let above = ring.inset(top: -1).sides[0]
        frame.write(
          String(repeating: "▄", count: above.width),
          at: Point(row: above.row, column: above.column), style)
      } else {
        drawUpperPixels(box.sides[0], into: &frame, look)
      }
      let below = Rect(row: ring.rows.upperBound, column: ring.column, width: ring.width, height: 1)
      drawUpperPixels(below, into: &frame, look)
    }
  }

  /// Gives a line the page's ground where it would not be seen on the one that is there.
  private func setOff(_ side: Rect, into frame: inout Frame, _ look: Look) {
    guard look.fillsCells else { return }
    let theme = look.theme
    frame.update(side) { cell in
      if let ground = cell.style.background, theme.isAccentLost(on: ground) {
        cell.style.background = theme.background
      }
    }
  }

  /// Whether a line in the accent would hardly be seen on some of a row.
  private func isLost(on row: Rect, _ frame: Frame, _ look: Look) -> Bool {
    look.fillsCells
      && row.columns.contains { column in
        frame.contains(row.row, column)
          && (frame[row.row, column].style.background).map(look.theme.isAccentLost) ?? false
      }
  }

  /// Where an outline has room.
  private enum OutlinePlace { case around, sides, halfRows }

  private func place(_ look: Look) -> OutlinePlace {
    guard shape.kind == .number else { return .around }
    guard shape.outlineLiesOutside else { return .sides }
    return shape.hasHalfRowOutline(pane.format, look) ? .halfRows : .around
  }

  /// Colours the upper halves of some characters, which are free, in the accent, or in the page's colour
  /// where the ground is much like the accent.
  private func drawUpperPixels(_ rect: Rect, into frame: inout Frame, _ look: Look) {
    let theme = look.theme
    frame.update(rect) { cell in
      let ground = cell.style.background ?? theme.background
      cell = Cell(
        upper: theme.isAccentLost(on: ground) ? theme.background : theme.accent,
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

extension Theme {
  /// Whether a line in the accent is hardly seen on a ground: at less than twice its luminance, or half.
  fileprivate func isAccentLost(on ground: Color) -> Bool {
    let (line, ground) = (accent.luminance + 0.05, ground.luminance + 0.05)
    return max(line, ground) < 2 * min(line, ground)
  }
}
