/// A glyph that is made of rectangles: box drawing, blocks, shades and braille.
///
/// Drawn as rectangles they meet their neighbours without a seam, whatever the font.
public struct GlyphShape: Hashable, Sendable {
  /// The cell that the rectangles are measured in: 9 units wide, 17 high.
  public static let cell = Size(width: 9, height: 17)

  public var rects: [Rect]
  /// How much of the ground the rectangles hide, in quarters.
  public var quarters = 4

  /// Nil for a glyph that is left to the font.
  public init?(_ glyph: Character) {
    guard let code = glyph.unicodeScalars.first?.value else { return nil }
    switch code {
    case 0x2500...0x257F:
      guard let arms = BoxArms(glyph) else { return nil }
      rects = arms.rects
    case 0x2580...0x258F: rects = [Self.block(Int(code) - 0x2580)]
    case 0x2590: rects = [Rect(row: 0, column: 4, width: 5, height: 17)]
    case 0x2596...0x259F: rects = Self.quadrants(Int(code) - 0x2596)
    case 0x2591...0x2593:
      rects = [Rect(Self.cell)]
      quarters = Int(code) - 0x2590
    case 0x2801...0x28FF: rects = Self.braille(Int(code) - 0x2800)
    default: return nil
    }
  }

  /// The upper half at 0, then from one to eight eighths from below, then from seven eighths down
  /// to one from the left.
  private static func block(_ index: Int) -> Rect {
    let (width, height) = (cell.width, cell.height)
    switch index {
    case 0: return Rect(row: 0, column: 0, width: width, height: height / 2)
    case 1...8:
      let rows = (height * index + 4) / 8
      return Rect(row: height - rows, column: 0, width: width, height: rows)
    default: return Rect(row: 0, column: 0, width: (width * (16 - index) + 3) / 8, height: height)
    }
  }

  /// The quarters of a cell that each glyph from U+2596 on is made of: upper left 1, upper right 2,
  /// lower left 4, lower right 8.
  static let quarterBits: [Int] = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14]

  private static func quadrants(_ index: Int) -> [Rect] {
    let (left, top) = (cell.width / 2, cell.height / 2)
    return (0..<4).filter { quarterBits[index] >> $0 & 1 == 1 }.map { quarter in
      let (isLower, isRight) = (quarter > 1, quarter % 2 == 1)
      return Rect(
        row: isLower ? top : 0, column: isRight ? left : 0,
        width: isRight ? cell.width - left : left, height: isLower ? cell.height - top : top)
    }
  }

  /// The dots of a braille glyph, by the order of its bits.
  private static func braille(_ bits: Int) -> [Rect] {
    let places = [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1), (3, 0), (3, 1)]
    return places.indices.filter { bits >> $0 & 1 == 1 }.map { bit in
      let (row, column) = places[bit]
      return Rect(row: 1 + row * 4, column: 1 + column * 5, width: 2, height: 2)
    }
  }
}

/// The four half lines that a box drawing glyph is made of: 0 none, 1 light, 2 heavy.
private struct BoxArms {
  let up, right, down, left: Int

  init?(_ glyph: Character) {
    let glyph = Self.square[glyph] ?? glyph
    guard let digits = Self.arms[glyph], let code = Int(digits, radix: 10) else { return nil }
    (up, right, down, left) = (code / 1000, code / 100 % 10, code / 10 % 10, code % 10)
  }

  /// Each half line reaches over the middle as far as the crossing line is thick.
  var rects: [Rect] {
    let (width, height) = (GlyphShape.cell.width, GlyphShape.cell.height)
    let (middleColumn, middleRow) = (width / 2, height / 2)
    let across = max(left, right) == 2 ? 1 : 0
    let along = max(up, down) == 2 ? 1 : 0
    func thickness(_ weight: Int) -> Int { weight == 2 ? 3 : 1 }
    var rects: [Rect] = []
    for (weight, isUp) in [(up, true), (down, false)] where weight > 0 {
      let length = middleRow + 1 + across
      rects.append(
        Rect(
          row: isUp ? 0 : height - length, column: middleColumn - thickness(weight) / 2,
          width: thickness(weight), height: length))
    }
    for (weight, isLeft) in [(left, true), (right, false)] where weight > 0 {
      let length = middleColumn + 1 + along
      rects.append(
        Rect(
          row: middleRow - thickness(weight) / 2, column: isLeft ? 0 : width - length,
          width: length, height: thickness(weight)))
    }
    return rects
  }

  /// Rounded corners are drawn as square ones, dashes as whole lines.
  private static let square: [Character: Character] = [
    "╭": "┌", "╮": "┐", "╰": "└", "╯": "┘", "┄": "─", "┈": "─", "╌": "─", "┆": "│", "┊": "│",
    "╎": "│", "┅": "━", "┉": "━", "╍": "━", "┇": "┃", "┋": "┃", "╏": "┃",
  ]

  /// Up, right, down, left of every glyph.
  private static let arms: [Character: Substring] = Dictionary(
    uniqueKeysWithValues: """
      ─0101 ━0202 │1010 ┃2020 ┌0110 ┍0210 ┎0120 ┏0220 ┐0011 ┑0012 ┒0021 ┓0022
      └1100 ┕1200 ┖2100 ┗2200 ┘1001 ┙1002 ┚2001 ┛2002
      ├1110 ┝1210 ┞2110 ┟1120 ┠2120 ┡2210 ┢1220 ┣2220
      ┤1011 ┥1012 ┦2011 ┧1021 ┨2021 ┩2012 ┪1022 ┫2022
      ┬0111 ┭0112 ┮0211 ┯0212 ┰0121 ┱0122 ┲0221 ┳0222
      ┴1101 ┵1102 ┶1201 ┷1202 ┸2101 ┹2102 ┺2201 ┻2202
      ┼1111 ┽1112 ┾1211 ┿1212 ╀2111 ╁1121 ╂2121 ╃2112 ╄2211 ╅1122 ╆1221 ╇2212 ╈1222
      ╉2122 ╊2221 ╋2222 ╴0001 ╵1000 ╶0100 ╷0010 ╸0002 ╹2000 ╺0200 ╻0020 ╼0201 ╽1020
      ╾0102 ╿2010
      """
      .split { $0 == " " || $0 == "\n" }.map { ($0.first!, $0.dropFirst()) })
}
