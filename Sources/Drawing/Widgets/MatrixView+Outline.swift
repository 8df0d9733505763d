import Model

extension MatrixView {
  /// Draws around a block: on its lines, or where cells are filled, on its very edge.
  ///
  /// Where no free row lies between the numbers, only the two sides have room.
  func drawOutline(
    _ outline: Block, _ role: Role = .accent, into frame: inout Frame, _ look: Look
  ) {
    let outline = outline.clamped(to: visible)
    guard !outline.rows.isEmpty, !outline.columns.isEmpty,
      shape.kind != .half, shape.kind != .picture
    else { return }
    if look.fillsCells, look.hasBlocks, shape.kind != .grid {
      drawEdge(around: outline, role, into: &frame, look)
      return
    }
    let box = rect(of: outline)
    let isAround = shape.isOutlinedAround(scale: digitScale(look))
    // The first column of the cells beside it may hold a sign.
    let ring =
      isAround
      ? box.inset(top: -1, left: -1, bottom: -1, right: hasOneFreeColumn ? 0 : -1)
      : box.inset(left: -1)
    let style = look.style(role)
    BoxLines.drawFrame(ring, sidesOnly: !isAround, into: &frame, style)
    for side in isAround ? ring.sides : Array(ring.sides.suffix(2)) {
      setOff(side, style, into: &frame, look)
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

  /// Gives a line the page's colour where it would not be seen on the ground that is there: the ground
  /// stays, so that digits beside it keep their room.
  private func setOff(_ side: Rect, _ line: Style, into frame: inout Frame, _ look: Look) {
    guard look.fillsCells else { return }
    let theme = look.theme
    frame.update(side) { cell in
      if let ground = cell.style.background, line.isLost(on: ground) {
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

extension Style {
  /// Whether a line of this style is hardly seen on a ground: at less than twice its luminance, or half.
  func isLost(on ground: Color) -> Bool {
    guard let foreground else { return false }
    let (line, ground) = (foreground.luminance + 0.05, ground.luminance + 0.05)
    return max(line, ground) < 2 * min(line, ground)
  }
}
