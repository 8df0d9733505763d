import Model

extension MatrixView {
  /// Draws around a block of filled cells, on its very edge: nothing of its colour stands outside.
  ///
  /// It is white on dark pages and black on light ones; where a digit beside it is so too, it is greyer, and
  /// where a cell is, it has the accent's colour. Above and below it is half a row high, in the rows that the shape of the
  /// cells leaves free; where none is, it has only its sides.
  func drawEdge(
    around block: Block, _ role: Role, into frame: inout Frame, _ look: Look
  ) {
    let (page, box) = (look.theme.background, rect(of: block))
    let rows = shape.edgeRows(scale: digitScale(look))
    let isShared = rows == .shared
    let (left, top, bottom) = (box.column - 1, box.row - 1, box.rows.upperBound)
    // Digits may fill all of a cell but its last column.
    let isTouched = hasOneFreeColumn || rows == .none || rows == .below
    let right = box.columns.upperBound - (isTouched ? 1 : 0)
    let plain = look.style(role == .accent ? .strong : role).foreground ?? look.theme.strong
    func isPlain(_ color: Color?) -> Bool {
      color.map { abs($0.luminance - plain.luminance) < 0.05 } ?? false
    }
    func contains(_ isMet: (Style, _ column: Int) -> Bool) -> Bool {
      block.rows.contains { row in
        block.columns.contains { column in
          isMet(style(of: pane.value(row, column, look), row, column, look), column)
        }
      }
    }
    var ink = plain
    if contains({ style, _ in isPlain(style.background) }) {
      ink = look.color(.accent)
    } else if hasOneFreeColumn, digitScale(look) > 0,
      contains({ style, column in
        // Digits may reach to the line in the last column of their cell.
        column == block.columns.upperBound - 1 && isPlain(style.foreground)
      })
    {
      ink = look.theme.text.mixed(with: look.theme.secondary, 0.5)
    }

    /// The ground of the block beside a place of the line.
    func inside(_ row: Int, _ column: Int) -> Color {
      let point = Point(
        row: max(top + 1, min(row, bottom - 1)),
        column: max(left + 1, min(column, box.columns.upperBound - 1)))
      let ground = position(at: point).flatMap { at in
        style(of: pane.value(at.row, at.column, look), at.row, at.column, look).background
      }
      return ground ?? page
    }
    func paint(_ glyph: Character, _ row: Int, _ column: Int, _ ink: Color, on ground: Color) {
      guard frame.contains(row, column) else { return }
      frame[row, column] = Cell(glyph: glyph, style: Style(foreground: ink, background: ground))
    }
    /// What is there already; of two halves the one that is nearer to the page.
    func outside(_ row: Int, _ column: Int) -> Color {
      guard frame.contains(row, column) else { return page }
      let cell = frame[row, column]
      let upper = cell.style.background ?? page
      guard cell.glyph == "▄", let lower = cell.style.foreground else { return upper }
      func distance(_ color: Color) -> Float { abs(Float(color.luminance - page.luminance)) }
      return distance(lower) < distance(upper) ? lower : upper
    }
    /// Paints a place whose lower half is the line, or all but that.
    func paintHalf(_ row: Int, _ column: Int, isLower: Bool) {
      let other = isShared ? inside(row, column) : outside(row, column)
      isLower
        ? paint("▄", row, column, ink, on: other) : paint("▄", row, column, other, on: ink)
    }

    /// Whether a line there would cut no title.
    func isFree(_ row: Int) -> Bool {
      !titleRect.rows.contains(row)
        || (left...right).allSatisfy {
          !frame.contains(row, $0) || " ░".contains(frame[row, $0].glyph)
        }
    }

    /// Paints half of a place, as far as no text stands there.
    func cover(_ row: Int, _ column: Int, isLower: Bool) {
      guard frame.contains(row, column), " ░".contains(frame[row, column].glyph) else { return }
      let other = frame[row, column].style.background ?? page
      isLower
        ? paint("▄", row, column, ink, on: other) : paint("▄", row, column, other, on: ink)
    }

    for row in box.rows { for column in [left, right] { paint(" ", row, column, ink, on: ink) } }
    switch rows {
    case .none: break
    case .between:
      for column in box.columns { cover(box.row, column, isLower: false) }
      for column in left...right { cover(bottom, column, isLower: false) }
    case .below:
      if isFree(top) { for column in left...right { cover(top, column, isLower: true) } }
      for column in box.columns { cover(bottom - 1, column, isLower: true) }
    case .around, .shared:
      for column in box.columns {
        paintHalf(top, column, isLower: !isShared)
        paintHalf(bottom, column, isLower: isShared)
      }
      // A column is about as wide as half a row is high, and unlike halves of columns it joins the rows.
      for column in [left, right] {
        if isShared {
          for row in [top, bottom] { paint(" ", row, column, ink, on: ink) }
        } else if column == left || !hasOneFreeColumn {
          paintHalf(top, column, isLower: true)
          paintHalf(bottom, column, isLower: false)
        }
      }
    }
  }
}
