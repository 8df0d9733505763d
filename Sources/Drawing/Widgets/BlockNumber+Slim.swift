/// The same number half as wide, in quarters of characters, for cells that are narrow.
extension BlockNumber {
  /// The columns that it takes.
  func slimWidth(scale: Int) -> Int { BlockNumber.slimWidth(ofPixels: width * scale) }

  /// The columns that so many pixels side by side take.
  static func slimWidth(ofPixels count: Int) -> Int { (count + 1) / 2 }

  /// Draws the number into the middle of a box that is large enough.
  func drawSlim(into frame: inout Frame, in box: Rect, scale: Int, _ style: Style) {
    let top = BlockNumber.pixelRows(scale: scale, height: box.height).lowerBound
    let inked = inkedColumns(scale: scale)
    let left = box.width - inked.count / 2
    let height = BlockGlyph.height * scale
    for column in left / 2...(left + inked.count - 1) / 2 {
      let x = 2 * column - left
      let pair = (inked.indices.contains(x) ? inked[x] : 0, x + 1 < inked.count ? inked[x + 1] : 0)
      for row in top / 2...(top + height - 1) / 2 {
        func bits(_ y: Int) -> Int {
          guard y >= 0, y < height else { return 0 }
          return Int(pair.0 >> (y / scale) & 1 | (pair.1 >> (y / scale) & 1) << 1)
        }
        let ink = bits(2 * row - top) | bits(2 * row - top + 1) << 2
        let place = Point(row: box.row + row, column: box.column + column)
        guard ink > 0, frame.contains(place.row, place.column) else { continue }
        frame[place.row, place.column] = Cell(quarters: ink, ink: style)
      }
    }
  }

  /// The pixels of each column, the uppermost in the lowest bit.
  private func inkedColumns(scale: Int) -> [UInt8] {
    var columns: [UInt8] = []
    columns.reserveCapacity((width + 1) * scale)
    for glyph in glyphs {
      if !columns.isEmpty { columns += repeatElement(0, count: scale) }
      for column in 0..<glyph.width {
        let bits = (0..<BlockGlyph.height).reduce(UInt8(0)) {
          $0 | (glyph.hasPixel(row: $1, column: column) ? 1 << UInt8($1) : 0)
        }
        columns += repeatElement(bits, count: scale)
      }
    }
    return columns
  }
}

extension Cell {
  /// Quarters of ink: upper left 1, upper right 2, lower left 4, lower right 8.
  ///
  /// Both upper ones are the ground of the others where colours allow that, so that no font leaves a line
  /// of the ground above them.
  fileprivate init(quarters: Int, ink style: Style) {
    let attributes = style.attributes.intersection(.reverse)
    guard let ink = style.foreground, let ground = style.background, quarters & 3 == 3 else {
      self.init(
        Cell.quarterGlyphs[quarters],
        Style(foreground: style.foreground, background: style.background, attributes: attributes))
      return
    }
    self.init(
      Cell.quarterGlyphs[quarters == 15 ? 15 : 15 - quarters],
      Style(foreground: quarters == 15 ? ink : ground, background: ink))
  }
}
