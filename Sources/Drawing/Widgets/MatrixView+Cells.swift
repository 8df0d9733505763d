import Model

extension MatrixView {
  /// Draws a cell, its number in block digits of a scale, or in characters at 0.
  func drawCell(
    _ row: Int, _ column: Int, scale: Int, into frame: inout Frame, _ look: Look
  ) {
    let position = Position(row: row, column: column)
    let box = rect(of: Block(position))
    let value = pane.value(row, column, look)
    var style = self.style(of: value, row, column, look)
    // Digits that fill a cell leave no room for a mark below them; in an outline the other cells step
    // back instead.
    if position == pane.mark, pane.outline == nil, lacksRowOfMark(look), scale > 0 {
      (style.foreground, style.background) = (style.background, style.foreground)
    }
    var fill = style
    fill.attributes.remove(.underline)
    frame.fill(box, fill)
    if shape.sharesRows { fillShared(around: box, row, column, fill, into: &frame, look) }
    let isPadding = value.isPadding
    if isPadding { hatch(box, into: &frame, look) }
    let text = self.text(of: value, row, column, scale: scale, look)
    if scale > 0, let blocks = BlockNumber(text) {
      let width = shape.isSlim ? blocks.slimWidth(scale: scale) : blocks.width * scale
      if width < box.width {
        let room = box.inset(right: hasOneFreeColumn ? 1 : 0)
        shape.isSlim
          ? blocks.drawSlim(into: &frame, in: room, scale: scale, style)
          : blocks.draw(into: &frame, in: room, scale: scale, style)
        return
      }
    }
    let width = text.cellWidth
    let inset =
      shape.kind == .mark
      ? box.width - width
      : (shape.isOutlinedAround(scale: scale) && !hasOneFreeColumn)
        ? (box.width - width + 1) / 2 : box.width - width - 1
    let place = Rect(
      row: box.row + (box.height - 1) / 2, column: box.column + max(0, inset), width: width,
      height: 1)
    if isPadding, width + 4 <= box.width { frame.fill(place.inset(left: -1, right: -1), fill) }
    frame.write(
      text, at: Point(row: place.row, column: place.column), style, limit: box.columns.upperBound)
  }

  /// Fills the nearer half of the row that a cell shares with the one above it, and the whole of one
  /// that it shares with none.
  private func fillShared(
    around box: Rect, _ row: Int, _ column: Int, _ style: Style, into frame: inout Frame,
    _ look: Look
  ) {
    // Above an outlined block as much is its own as below it.
    let isOwn =
      row == visible.rows.lowerBound
      || pane.outline.map { $0.rows.lowerBound == row && $0.columns.contains(column) } ?? false
    frame.fill(box.inset(top: isOwn ? -1 : 0, bottom: -1), style)
    guard !isOwn, let ground = style.background else { return }
    frame.update(Rect(row: box.row - 1, column: box.column, width: box.width, height: 1)) {
      $0 = Cell(glyph: "▄", style: Style(foreground: ground, background: $0.style.background))
    }
  }

  /// Whether the longest number leaves but one column of a cell free, which is the last then.
  var hasOneFreeColumn: Bool {
    shape.isSlim
      ? shape.isFull(of: pane.format)
      : shape.kind == .number && (shape.isTight || shape.width <= pane.format.width + 1)
  }

  /// The ground of the padding, which no number of the input has.
  private func hatch(_ box: Rect, into frame: inout Frame, _ look: Look) {
    let glyph: Character = look.fillsCells ? "░" : "·"
    frame.update(box) { cell in
      cell.glyph = glyph
      if look.fillsCells { cell.style.foreground = look.theme.hatch }
    }
  }

  func text(
    of value: CellValue, _ row: Int, _ column: Int, scale: Int = 0, _ look: Look
  ) -> String {
    switch value {
    case .empty: return "·"
    case .hidden: return "?"
    case .number(let number), .padding(let number):
      let isNoted = value == .padding(number) && !look.fillsCells && scale == 0
      if showsNumbers, let text = numberText(number, inParentheses: isNoted) { return text }
      if pane.isPicture, look.fillsCells { return "" }
      if pane.isPicture { return sign(of: mixture(number, row, column)) }
      guard let fraction = pane.scale.fraction(number) else { return "?" }
      if fraction == 0 { return look.fillsCells ? "" : "0" }
      // Where all are positive a colour says more.
      if look.fillsCells, pane.scale.lower == 0, fraction > 0 { return "" }
      let sign = fraction > 0 ? "+" : "−"
      return abs(fraction) > 0.5 && shape.kind == .mark && shape.width > 1 ? sign + sign : sign
    }
  }

  /// How bright an element of a picture is, or which sign prevails in it and how strong it is, where no
  /// colour tells it.
  func sign(of mixture: Mixture) -> String {
    guard let share = pane.scale.fraction(pane.scale.lower == 0 ? mixture.mean : mixture.size)
    else { return "?" }
    if pane.scale.lower == 0 {
      let shade = ["·", "░", "▒", "▓", "█"][Int((max(0, share) * 4).rounded())]
      return String(repeating: shade, count: shape.width)
    }
    let sign = ["−", "±", "+"][mixture.sign + 1]
    let count = share < 1 / 8 ? 0 : share > 0.5 ? shape.width : 1
    return String(repeating: "·", count: shape.width - count)
      + String(repeating: sign, count: count)
  }

  /// Whether numbers are told from their neighbours in cells of this shape: in two characters only single
  /// digits are, in more those that leave the sign's column free.
  private var showsNumbers: Bool {
    switch shape.kind {
    case .number, .grid: true
    case .mark:
      shape.width > 1 && !pane.isPicture && (pane.format.digits == 1 || shape.width > 2)
    case .half, .picture: false
    }
  }

  /// A number, in parentheses where no colour tells the padding apart and they have room. Nil for one that has
  /// no room whole.
  private func numberText(_ number: Float, inParentheses: Bool) -> String? {
    let text = pane.format.text(number)
    // Where an outline has no room of its own, it takes the last character of the cells.
    let outline = shape.isOutlinedAround(scale: 0) ? 0 : 1
    let gap = shape.kind == .number ? 1 : 0
    guard text.cellWidth + gap <= shape.width else { return nil }
    let hasRoom = text.cellWidth + 2 + outline <= shape.width
    return inParentheses && hasRoom ? "(\(text))" : text
  }

  func style(of value: CellValue, _ row: Int, _ column: Int, _ look: Look) -> Style {
    let position = Position(row: row, column: column)
    let isLit = pane.isLit?(row, column) ?? true
    var style =
      look.fillsCells ? filled(value, row, column, isLit, look) : plain(value, row, column, look)
    if isLit, pane.isLit != nil { style.attributes.insert(.bold) }
    if let ground = style.background, stepsBack(position, look) {
      let dimmed = ground.mixed(with: look.theme.background, 0.55)
      style.foreground = dimmed.ink.mixed(with: dimmed, 0.2)
      style.background = dimmed
    }
    if position == pane.mark { style.attributes.formUnion([.bold, .underline]) }
    if position == pane.cursor { style = cursorStyle(style, look) }
    return style
  }

  /// Whether a mark has no line below its number.
  private func lacksRowOfMark(_ look: Look) -> Bool {
    let scale = digitScale(look)
    return look.fillsCells && (scale == 0 || rowOfMark(scale: scale) == nil)
  }

  /// Whether a cell of the outlined block is darker, so that the marked one stands out.
  private func stepsBack(_ position: Position, _ look: Look) -> Bool {
    guard let mark = pane.mark, mark != position,
      pane.outline?.contains(position.row, position.column) ?? false
    else { return false }
    return lacksRowOfMark(look)
  }

  func cursorStyle(_ style: Style, _ look: Look) -> Style {
    guard look.fillsCells else {
      return Style(
        foreground: style.foreground, background: style.background,
        attributes: style.attributes.union([.reverse, .bold]))
    }
    return Style(
      foreground: look.theme.background,
      background: cursorColor(look.theme), attributes: .bold)
  }

  func cursorColor(_ theme: Theme) -> Color {
    pane.ringsCursor ? theme.accent : theme.strong
  }

  func filled(
    _ value: CellValue, _ row: Int, _ column: Int, _ isLit: Bool, _ look: Look
  ) -> Style {
    let theme = look.theme
    switch value {
    case .empty, .hidden: return Style(foreground: theme.secondary, background: theme.empty)
    case .padding:
      return Style(
        foreground: isLit ? theme.secondary : theme.secondary.mixed(with: theme.empty, 0.5),
        background: isLit ? theme.empty.mixed(with: theme.barRaised, 0.5) : theme.empty)
    case .number(let number):
      let color = pane.color?(row, column) ?? pane.scale.color(number, theme)
      guard !isLit else { return Style(foreground: color.ink, background: color) }
      let dimmed = color.mixed(with: theme.background, pane.isPicture ? 0.6 : 0.75)
      return Style(foreground: dimmed.ink.mixed(with: dimmed, 0.35), background: dimmed)
    }
  }

  func plain(_ value: CellValue, _ row: Int, _ column: Int, _ look: Look) -> Style {
    guard case .number(let number) = value else { return look.style(.secondary) }
    if pane.isPicture, pane.size != nil || pane.scale.isGrey {
      return plain(mixture(number, row, column), look)
    }
    // What is written as 0.00 has no sign to see.
    let isWrittenAsZero =
      number.isFinite && showsNumbers
      && !pane.format.text(number).contains { "1"..."9" ~= $0 }
    return look.style(Role(signOf: isWrittenAsZero ? 0 : number, zero: .secondary))
  }

  /// The colour of the sign that prevails in a place.
  func plain(_ mixture: Mixture, _ look: Look) -> Style {
    let sign = pane.scale.isGrey ? 0 : mixture.sign
    return look.style(mixture.mean.isNaN ? .warning : Role(signOf: Float(sign)))
  }
}
