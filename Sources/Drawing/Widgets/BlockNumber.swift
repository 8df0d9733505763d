/// A number written in pixels of half a character, to be read from afar.
struct BlockNumber {
  let glyphs: [BlockGlyph]

  /// Nil where a character has no shape.
  init?(_ text: String) {
    var glyphs: [BlockGlyph] = []
    glyphs.reserveCapacity(8)
    for character in text.unicodeScalars {
      guard let glyph = BlockGlyph.of(character) else { return nil }
      glyphs.append(glyph)
    }
    self.glyphs = glyphs
  }

  /// The pixels side by side at scale 1, with one between each glyph and the next.
  var width: Int { glyphs.reduce(-1) { $0 + $1.width + 1 } }

  /// The most pixels side by side of the numbers of a format.
  static func width(of format: NumberFormat) -> Int {
    4 * format.digits - 1 - (format.hasPoint ? 2 : 0) + 3 * (format.width - format.digits)
  }

  /// The rows of the screen that so large a number takes.
  static func rows(scale: Int) -> Int { (BlockGlyph.height * scale + 1) / 2 }

  /// The first and the last pixel row in a box: in the middle of it, or half a row below.
  static func pixelRows(scale: Int, height: Int) -> ClosedRange<Int> {
    let top = (2 * height - BlockGlyph.height * scale + 1) / 2
    return top...top + BlockGlyph.height * scale - 1
  }

  /// Where the number stands in a box that is large enough.
  func rect(in box: Rect, scale: Int) -> Rect {
    let pixels = BlockNumber.pixelRows(scale: scale, height: box.height)
    let (first, last) = (pixels.lowerBound / 2, pixels.upperBound / 2)
    return Rect(
      row: box.row + first, column: box.column + (box.width - width * scale) / 2,
      width: width * scale, height: last + 1 - first)
  }

  /// Draws the number into the middle of a box that is large enough.
  func draw(into frame: inout Frame, in box: Rect, scale: Int, _ style: Style) {
    let pixels = BlockNumber.pixelRows(scale: scale, height: box.height)
    let place = rect(in: box, scale: scale)
    var column = place.column
    for glyph in glyphs {
      for x in 0..<glyph.width * scale {
        func hasPixel(_ y: Int) -> Bool {
          pixels.contains(y)
            && glyph.hasPixel(row: (y - pixels.lowerBound) / scale, column: x / scale)
        }
        for row in place.rows {
          let y = 2 * (row - box.row)
          let (upper, lower) = (hasPixel(y), hasPixel(y + 1))
          guard upper || lower, frame.contains(row, column + x) else { continue }
          frame[row, column + x] = Cell(ink: style, upper: upper, lower: lower)
        }
      }
      column += (glyph.width + 1) * scale
    }
  }
}

extension Cell {
  /// One or two pixels of ink.
  ///
  /// A full cell has no other ground and an upper pixel is the ground of the lower one, so that no font
  /// leaves a line of the ground.
  fileprivate init(ink style: Style, upper: Bool, lower: Bool) {
    let (ink, ground) = (style.foreground, style.background)
    let attributes = style.attributes.intersection(.reverse)
    guard let ink, let ground else {
      self.init(
        upper ? lower ? "█" : "▀" : "▄",
        Style(foreground: ink, background: ground, attributes: attributes))
      return
    }
    let colors =
      upper
      ? Style(foreground: lower ? ink : ground, background: ink)
      : Style(foreground: ink, background: ground)
    self.init(upper && lower ? "█" : "▄", colors)
  }
}
