import Drawing

extension SettingsSheet {
  /// - Parameter refusal: Why the last change could not be; it stands where the consequence would.
  func draw(
    _ rows: [SettingRow], selected: Int, refusal: String?, into frame: inout Frame, _ look: Look
  ) {
    let inner = self.inner
    let answer = refusal.map { [Span($0, .warning)].folded(to: inner.width) }
    let missing = isBeside ? 0 : max(0, (answer?.count ?? 0) - footHeight)
    // A long refusal takes some more lines of the scene.
    frame.cover(
      Rect(
        row: box.row - missing, column: box.column, width: box.width, height: box.height + missing),
      look.bar)
    drawEdge(rows.count, selected, top: box.row - missing, into: &frame, look)
    for (index, row) in rows.enumerated() {
      guard let place = place(of: index) else { continue }
      draw(
        row, in: place.inset(top: -missing), columns[index / lines], isSelected: index == selected,
        into: &frame, look)
    }
    guard rows.indices.contains(selected) else { return }
    let row = rows[selected]
    if isBeside {
      drawBeside(row, answer, into: &frame, look)
    } else {
      let height = footHeight + missing
      // In line with the names.
      let foot = Rect(
        row: box.rows.upperBound - height, column: inner.column + 1, width: inner.width,
        height: height)
      let purpose: [Line] =
        footHeight > consequence.count || consequence.isEmpty
        ? [purpose(of: row, width: foot.width, look.words)] : []
      let lines = answer ?? purpose + consequence
      frame.write(lines, in: foot.inset(top: lines.count < height ? 1 : 0), look)
    }
  }

  /// What a row is for, and what it may be where that has room behind it.
  private func purpose(of row: SettingRow, width: Int, _ words: Words) -> Line {
    let purpose = Span(row.purpose, .secondary)
    let whole = [purpose, Span(words.colon + words.possible(row.domain), .secondary)]
    return row.domain != .flag && whole.cellWidth <= width ? whole : [purpose]
  }

  /// The title and which of the rows is chosen, on a line above them or a frame around them.
  private func drawEdge(
    _ count: Int, _ selected: Int, top: Int, into frame: inout Frame, _ look: Look
  ) {
    let edge = Rect(row: top, column: box.column, width: box.width, height: 1)
    if isBeside {
      BoxLines.drawFrame(box, sidesOnly: false, into: &frame, look.style(.accent))
    } else {
      frame.write(
        String(repeating: "━", count: edge.width), at: Point(row: edge.row, column: edge.column),
        look.style(.accent))
    }
    frame.write(
      " \(look.words.settingsTitle) ", at: Point(row: edge.row, column: edge.column + 2),
      look.style(.strong))
    let place = " \(look.words.place(selected + 1, of: count)) "
    frame.write(
      place, at: Point(row: edge.row, column: edge.columns.upperBound - 2 - place.cellWidth),
      look.style(.secondary))
  }

  /// The chosen row is a bar of the accent's colour, which is seen from afar.
  private func draw(
    _ row: SettingRow, in place: Rect, _ width: (label: Int, value: Int), isSelected: Bool,
    into frame: inout Frame, _ look: Look
  ) {
    let text = row.value.cut(to: width.value)
    let value = isSelected && row.canStep ? "‹ \(text) ›" : "  \(text)"
    let label = (isSelected ? "▸ " : "  ") + row.label
    let start = place.column + width.label + 3
    let line = Point(row: place.row, column: start)
    guard isSelected else {
      frame.write(
        label, at: Point(row: place.row, column: place.column),
        look.style(.text))
      frame.write(value, at: line, look.style(.strong))
      return
    }
    let style = look.chosen
    frame.write(
      String(repeating: " ", count: place.width),
      at: Point(row: place.row, column: place.column), style)
    frame.write(label, at: Point(row: place.row, column: place.column), style)
    frame.write(value, at: line, style, limit: place.columns.upperBound)
  }

  /// What the chosen row is for, what it may be, its value in large digits or as a matrix, and what it comes
  /// to.
  private func drawBeside(
    _ row: SettingRow, _ refusal: [Line]?, into frame: inout Frame, _ look: Look
  ) {
    var foot = inner.inset(top: shown * pitch + (pitch == 1 ? 1 : 0))
    let purpose = [Span(row.purpose, .text)].folded(to: foot.width)
    frame.write(purpose, in: foot, look)
    foot = foot.inset(top: purpose.count + 1)
    let comesTo = refusal ?? consequence
    let possible = possible(row, width: foot.width, look.words)
    if foot.height > possible.count + comesTo.count + SettingsSheet.leastLarge {
      frame.write(possible, in: foot, look)
      foot = foot.inset(top: possible.count + 1)
    }
    if foot.height > comesTo.count + 1 {
      let room = foot.inset(bottom: comesTo.count + 1)
      let height = draw(valueOf: row, in: room, into: &frame, look)
      foot = foot.inset(top: height > 0 ? height + 1 : 0)
    }
    frame.write(comesTo, in: foot, look)
  }

  /// The rows that large digits need at least.
  private static let leastLarge = 8

  /// What a row may be: each of its choices on a line of its own, or a sentence.
  private func possible(_ row: SettingRow, width: Int, _ words: Words) -> [Line] {
    guard case .choice(let names) = row.domain else {
      return [Span(words.possible(row.domain), .secondary)].folded(to: width)
    }
    return Array(
      names.map { name -> [Line] in
        let isNow = name == row.typed
        let text = (isNow ? "▸ " : "  ") + words.text(of: .choice(name))
        return [[Span(text, isNow ? .accent : .secondary)]]
      }.joined(separator: [[]]))
  }

  /// The value of a row in large digits, or the matrix that it is.
  ///
  /// - Returns: The rows that it takes.
  private func draw(
    valueOf row: SettingRow, in room: Rect, into frame: inout Frame, _ look: Look
  ) -> Int {
    guard let matrix = row.matrix else {
      return frame.write(
        large: row.value, in: room, scales: [6, 5, 4, 3, 2, 1], look.style(.accent), look)
    }
    var pane = Pane([Span("\(matrix.shape)", .secondary)], Plane(matrix))
    pane.needsNumbers = false
    let placed = PaneGrid([[pane]], isCentered: false).placed(
      in: room.inset(left: -1, right: -1), look)
    placed.draw(into: &frame, look)
    return placed.bottom - room.row
  }
}

extension Look {
  /// The style of what is chosen in a list.
  var chosen: Style {
    fillsCells
      ? Style(foreground: theme.background, background: theme.accent, attributes: .bold)
      : Style(attributes: [.bold, .reverse])
  }
}
