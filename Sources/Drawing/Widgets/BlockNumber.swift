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
  private func rect(in box: Rect, scale: Int, _ pixels: ClosedRange<Int>) -> Rect {
    let (first, last) = (pixels.lowerBound / 2, pixels.upperBound / 2)
    return Rect(
      row: box.row + first, column: box.column + (box.width - width * scale) / 2,
      width: width * scale, height: last + 1 - first)
  }

  /// Draws the number into the middle of a box that is large enough.
  ///
  /// - Parameter isHigh: Whether it begins at the top of the box: then half a row may be free below it.
  func draw(
    into frame: inout Frame, in box: Rect, scale: Int, isHigh: Bool = false, _ style: Style
  ) {
    var pixels = BlockNumber.pixelRows(scale: scale, height: box.height)
    if isHigh { pixels = 0...BlockGlyph.height * scale - 1 }
    let place = rect(in: box, scale: scale, pixels)
    for row in place.rows where row >= 0 && row < frame.size.height {
      let y = 2 * (row - box.row) - pixels.lowerBound
      var column = place.column
      for glyph in glyphs {
        for x in 0..<glyph.width {
          let upper = glyph.hasPixel(y, of: x, scale: scale)
          let lower = glyph.hasPixel(y + 1, of: x, scale: scale)
          guard upper || lower else { continue }
          let cell = Cell(ink: style, upper: upper, lower: lower)
          for column in column + x * scale..<column + (x + 1) * scale
          where frame.contains(row, column) {
            frame[row, column] = cell
          }
        }
        column += (glyph.width + 1) * scale
      }
    }
  }
}

extension BlockGlyph {
  /// Whether there is ink in a row of the glyph enlarged; none above and below it.
  fileprivate func hasPixel(_ row: Int, of column: Int, scale: Int) -> Bool {
    row >= 0 && row < BlockGlyph.height * scale && hasPixel(row: row / scale, column: column)
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
