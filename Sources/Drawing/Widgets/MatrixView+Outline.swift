import Model

extension MatrixView {
  /// Draws around a block: on its lines, or on the characters around it.
  ///
  /// Where no free row lies between the numbers, only the two sides have room.
  func drawOutline(_ outline: Block, into frame: inout Frame, _ look: Look) {
    let outline = outline.clamped(to: visible)
    guard !outline.rows.isEmpty, !outline.columns.isEmpty,
      shape.kind != .half, shape.kind != .picture
    else { return }
    let box = rect(of: outline)
    let isAround = shape.isOutlinedAround(scale: digitScale(look))
    // The first column of the cells beside it may hold a sign.
    let ring =
      isAround
      ? box.inset(top: -1, left: -1, bottom: -1, right: hasOneFreeColumn ? 0 : -1)
      : box.inset(left: -1)
    BoxLines.drawFrame(ring, sidesOnly: !isAround, into: &frame, look.style(.accent))
    for side in isAround ? ring.sides : Array(ring.sides.suffix(2)) {
      setOff(side, into: &frame, look)
    }
  }

  /// Gives a line the page's colour where the accent would not be seen on the ground that is there: the
  /// ground stays, so that digits beside it keep their room.
  private func setOff(_ side: Rect, into frame: inout Frame, _ look: Look) {
    guard look.fillsCells else { return }
    let theme = look.theme
    frame.update(side) { cell in
      if let ground = cell.style.background, theme.isAccentLost(on: ground) {
        cell.style.foreground = theme.background
      }
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
