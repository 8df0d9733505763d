import Model

extension MatrixView {
  /// Draws around a block: on its lines, or on the characters around it, which get the page's ground so
  /// that the accent is seen beside any colour.
  ///
  /// Where no free row lies between the numbers, only the two sides have room; between block digits half
  /// a row is free.
  func drawOutline(_ outline: Block, into frame: inout Frame, _ look: Look) {
    let outline = outline.clamped(to: visible)
    guard !outline.rows.isEmpty, !outline.columns.isEmpty, shape.kind != .half,
      shape.kind != .picture
    else { return }
    let box = rect(of: outline)
    var style = look.style(.accent)
    if look.fillsCells { style.background = look.theme.background }
    switch place(look) {
    case .around:
      BoxLines.drawFrame(
        box.inset(top: -1, left: -1, bottom: -1, right: -1), sidesOnly: false, into: &frame, style)
    case .sides:
      BoxLines.drawFrame(box.inset(left: -1), sidesOnly: true, into: &frame, style)
    case .halfRows:
      for row in box.rows {
        frame.write("▐", at: Point(row: row, column: box.column - 1), style)
        frame.write("▌", at: Point(row: row, column: box.columns.upperBound), style)
      }
      for row in [box.row, box.rows.upperBound] {
        drawUpperPixels(
          Rect(row: row, column: box.column, width: box.width, height: 1), into: &frame, look)
      }
    }
  }

  /// Where an outline has room.
  private enum OutlinePlace { case around, sides, halfRows }

  private func place(_ look: Look) -> OutlinePlace {
    guard shape.kind == .number else { return .around }
    guard shape.outlineLiesOutside else { return .sides }
    return shape.height < 5 && digitScale(look) > 0 ? .halfRows : .around
  }

  /// Colours the upper halves of some characters, which are free, in the accent, or in the page's colour
  /// where the ground is much like the accent.
  private func drawUpperPixels(_ rect: Rect, into frame: inout Frame, _ look: Look) {
    let theme = look.theme
    let accent = PerceptualColor(theme.accent)
    frame.update(rect) { cell in
      let ground = cell.style.background ?? theme.background
      let isLike = accent.squaredDistance(to: PerceptualColor(ground)) < 0.03
      cell = Cell(
        upper: isLike ? theme.background : theme.accent,
        lower: cell.glyph == "▄" ? cell.style.foreground ?? ground : ground)
    }
  }
}
