import Model

/// A pane at its place on the screen: draws every matrix of every scene, and finds cells again.
public struct MatrixView {
  public let pane: Pane
  public let shape: CellShape
  /// Where the title stands, on one line.
  public let titleRect: Rect
  /// Where the cells stand.
  public let rect: Rect
  /// The part of the pane's extent that is in sight.
  public let visible: Block

  /// The screen rectangle of a block of cells, without lines around it.
  public func rect(of block: Block) -> Rect {
    let block = block.clamped(to: visible)
    let (row, column) = (
      block.rows.lowerBound - visible.rows.lowerBound,
      block.columns.lowerBound - visible.columns.lowerBound
    )
    return Rect(
      row: rect.row + shape.border + (shape.kind == .half ? row / 2 : row * shape.verticalPitch),
      column: rect.column + shape.border + column * shape.horizontalPitch,
      width: block.columns.count * shape.horizontalPitch - shape.border,
      height: shape.kind == .half
        ? (block.rows.count + 1) / 2 : block.rows.count * shape.verticalPitch - shape.border)
  }

  /// The cell under a point of the screen.
  public func position(at point: Point) -> Position? {
    guard rect.contains(point) else { return nil }
    let row = (point.row - rect.row) * (shape.kind == .half ? 2 : 1) / shape.verticalPitch
    let column = (point.column - rect.column) / shape.horizontalPitch
    let position = Position(
      row: visible.rows.lowerBound + row, column: visible.columns.lowerBound + column)
    return visible.contains(position.row, position.column) ? position : nil
  }

  public func draw(into frame: inout Frame, _ look: Look) {
    frame.write([title], in: titleRect, look)
    if shape.kind == .half {
      look.fillsCells ? drawHalves(into: &frame, look) : drawMeans(into: &frame, look)
    } else {
      if shape.kind == .grid { drawGrid(into: &frame, look) }
      for row in visible.rows {
        for column in visible.columns { drawCell(row, column, into: &frame, look) }
      }
    }
    if let outline = pane.outline { drawOutline(outline, into: &frame, look) }
  }

  /// The title without the parts that do not fit: half a size would be another size.
  private var title: Line {
    // The rows and columns of a picture are cells of the screen: they say nothing of places in it.
    let whole = pane.title + (pane.isPicture ? scrollMark : scrollText)
    guard whole.cellWidth > titleRect.width else { return whole }
    return (pane.title + scrollMark).shortened(to: titleRect.width)
  }

  /// What part is in sight, where it is not all.
  private var scrollText: Line {
    guard visible != pane.extent else { return [] }
    func part(_ range: Range<Int>) -> String {
      "\(NumberText.whole(range.lowerBound))…\(NumberText.whole(range.upperBound - 1))"
    }
    return [Span("  [\(part(visible.rows)), \(part(visible.columns))]", .secondary)]
  }

  /// The same in fewer characters: the directions in which there is more.
  private var scrollMark: Line {
    guard visible != pane.extent else { return [] }
    let arrows =
      (visible.rows == pane.extent.rows ? "" : "↕")
      + (visible.columns == pane.extent.columns ? "" : "↔")
    return [Span(" " + arrows)]
  }

  private func drawCell(_ row: Int, _ column: Int, into frame: inout Frame, _ look: Look) {
    let box = rect(of: Block(Position(row: row, column: column)))
    let value = pane.value(row, column)
    let style = self.style(of: value, row, column, look)
    var fill = style
    fill.attributes.remove(.underline)
    frame.fill(box, fill)
    let text = self.text(of: value, look)
    let width = text.cellWidth
    let inset =
      shape.kind == .mark
      ? 0
      : shape.outlineLiesOutside || shape.kind == .grid
        ? (box.width - width + 1) / 2 : box.width - width - 1
    frame.write(
      text, at: Point(row: box.row + (box.height - 1) / 2, column: box.column + max(0, inset)),
      style,
      limit: box.columns.upperBound)
  }

  private func text(of value: CellValue, _ look: Look) -> String {
    switch value {
    case .empty: return "·"
    case .number(let number), .padding(let number):
      if ![.mark, .half].contains(shape.kind),
        let text = numberText(number, isPadding: value == .padding(number), look)
      {
        return text
      }
      if pane.isPicture, look.fillsCells { return "" }
      guard let fraction = pane.scale.fraction(number) else { return "?" }
      if pane.isPicture { return pane.scale.lower == 0 ? shade(fraction) : signs(fraction) }
      if fraction == 0 { return look.fillsCells ? "" : "0" }
      let sign = fraction > 0 ? "+" : "−"
      return abs(fraction) > 0.5 && shape.kind == .mark && shape.width > 1 ? sign + sign : sign
    }
  }

  /// How bright an element is, where no colour tells it.
  private func shade(_ fraction: Float) -> String {
    let shade = ["·", "░", "▒", "▓", "█"][Int((max(0, fraction) * 4).rounded())]
    return String(repeating: shade, count: shape.width)
  }

  /// Which sign an element of a picture has, and how strongly, where no colour tells it.
  private func signs(_ fraction: Float) -> String {
    let sign = fraction > 0 ? "+" : "−"
    let count = abs(fraction) < 1 / 8 ? 0 : abs(fraction) > 0.5 ? shape.width : 1
    return String(repeating: "·", count: shape.width - count)
      + String(repeating: sign, count: count)
  }

  /// A number; one in the padding in parentheses, where no colour tells it apart. Nil for one that has
  /// no room whole.
  private func numberText(_ number: Float, isPadding: Bool, _ look: Look) -> String? {
    let text = pane.format.text(number)
    // Where an outline has no room of its own, it takes the last character of the cells.
    let outline = shape.kind == .number && !shape.outlineLiesOutside ? 1 : 0
    let gap = shape.kind == .number ? 1 : 0
    guard text.cellWidth + gap <= shape.width else { return nil }
    let hasRoom = text.cellWidth + 2 + outline <= shape.width
    return isPadding && !look.fillsCells && hasRoom ? "(\(text))" : text
  }

  private func style(of value: CellValue, _ row: Int, _ column: Int, _ look: Look) -> Style {
    let position = Position(row: row, column: column)
    let isLit = pane.isLit?(row, column) ?? true
    var style =
      look.fillsCells ? filled(value, row, column, isLit, look) : plain(value, look)
    if isLit, pane.isLit != nil { style.attributes.insert(.bold) }
    if position == pane.mark { style.attributes.formUnion([.bold, .underline]) }
    if position == pane.cursor { style = cursorStyle(style, look) }
    return style
  }

  private func cursorStyle(_ style: Style, _ look: Look) -> Style {
    guard look.fillsCells else {
      return Style(
        foreground: style.foreground, background: style.background,
        attributes: style.attributes.union([.reverse, .bold]))
    }
    return Style(
      foreground: look.theme.background,
      background: cursorColor(look.theme), attributes: .bold)
  }

  private func cursorColor(_ theme: Theme) -> Color {
    pane.ringsCursor ? theme.accent : theme.strong
  }

  private func filled(
    _ value: CellValue, _ row: Int, _ column: Int, _ isLit: Bool, _ look: Look
  ) -> Style {
    let theme = look.theme
    switch value {
    case .empty: return Style(foreground: theme.secondary, background: theme.empty)
    case .padding:
      return Style(
        foreground: theme.secondary,
        background: isLit ? theme.empty.mixed(with: theme.barRaised, 0.5) : theme.empty)
    case .number(let number):
      let color = pane.color?(row, column) ?? pane.scale.color(number, theme)
      guard !isLit else { return Style(foreground: color.ink, background: color) }
      let dimmed = color.mixed(with: theme.background, pane.isPicture ? 0.6 : 0.75)
      return Style(foreground: dimmed.ink.mixed(with: dimmed, 0.35), background: dimmed)
    }
  }

  private func plain(_ value: CellValue, _ look: Look) -> Style {
    guard case .number(let number) = value else { return look.style(.secondary) }
    // What is written as 0.00 has no sign to see.
    let isWrittenAsZero =
      number.isFinite && ![.mark, .half].contains(shape.kind)
      && !pane.format.text(number).contains { "1"..."9" ~= $0 }
    return look.style(Role(signOf: isWrittenAsZero ? 0 : number, zero: .secondary))
  }

  private func drawHalves(into frame: inout Frame, _ look: Look) {
    let theme = look.theme
    func color(_ row: Int, _ column: Int) -> Color {
      guard visible.rows.contains(row) else { return theme.background }
      let value = pane.value(row, column)
      if value == .empty, isAround(row, column) { return theme.accent }
      if let distance = distance(fromCursor: row, column), distance < (pane.ringsCursor ? 2 : 1) {
        return distance == 0 ? cursorColor(theme) : theme.background
      }
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
  private func drawMeans(into frame: inout Frame, _ look: Look) {
    for (line, row) in stride(
      from: visible.rows.lowerBound, to: visible.rows.upperBound, by: 2
    ).enumerated() {
      for (place, column) in visible.columns.enumerated() {
        let pair = (row..<row + 2).clamped(to: visible.rows)
        let numbers = pair.compactMap { row in
          if case .number(let number) = pane.value(row, column) { number } else { nil }
        }
        let mean = numbers.reduce(0, +) / Float(max(1, numbers.count))
        let value = numbers.isEmpty ? CellValue.empty : .number(mean)
        var style = plain(value, look)
        if let cursor = pane.cursor, cursor.column == column, pair.contains(cursor.row) {
          style = cursorStyle(style, look)
        }
        frame.write(
          text(of: value, look), at: Point(row: rect.row + line, column: rect.column + place), style
        )
      }
    }
  }

  private func distance(fromCursor row: Int, _ column: Int) -> Int? {
    pane.cursor.map { max(abs($0.row - row), abs($0.column - column)) }
  }

  private func drawGrid(into frame: inout Frame, _ look: Look) {
    BoxLines.drawGrid(
      rect, horizontalPitch: shape.horizontalPitch, verticalPitch: shape.verticalPitch,
      into: &frame, look.style(.secondary))
  }

  /// Whether a cell touches the outlined block from outside: in halves such cells are the outline
  /// where they are empty.
  private func isAround(_ row: Int, _ column: Int) -> Bool {
    guard let outline = pane.outline, !outline.contains(row, column) else { return false }
    return (outline.rows.lowerBound - 1...outline.rows.upperBound).contains(row)
      && (outline.columns.lowerBound - 1...outline.columns.upperBound).contains(column)
  }

  /// Draws around a block: on its lines, or on the characters around it.
  ///
  /// Where no free row lies between the numbers, only the two sides have room.
  private func drawOutline(_ outline: Block, into frame: inout Frame, _ look: Look) {
    let outline = outline.clamped(to: visible)
    guard !outline.rows.isEmpty, !outline.columns.isEmpty, shape.kind != .half else { return }
    let box = rect(of: outline)
    let isTight = shape.kind == .number && !shape.outlineLiesOutside
    let ring = box.inset(
      top: isTight ? 0 : -1, left: -1, bottom: isTight ? 0 : -1, right: isTight ? 0 : -1)
    BoxLines.drawFrame(
      ring, sidesOnly: isTight, into: &frame, look.style(.accent))
  }
}
