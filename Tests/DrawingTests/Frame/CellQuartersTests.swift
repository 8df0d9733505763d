import Testing

@testable import Drawing

struct CellQuartersTests {
  private let dark = Color(0x102030)
  private let light = Color(0xF0E0D0)

  private func cell(_ isLight: [Bool]) -> Cell {
    let pixels = isLight.map { ($0 ? light : dark).levels }
    return Cell(quarters: (pixels[0], pixels[1], pixels[2], pixels[3]))
  }

  /// The upper half and the quarters with it leave a line of the ground in some fonts.
  @Test(arguments: 0..<16) func twoColoursAreShownAsTheyAre(_ bits: Int) {
    let isLight = (0..<4).map { bits >> $0 & 1 == 1 }
    let cell = cell(isLight)
    let glyphs: [Character: [Bool]] = [
      " ": [false, false, false, false], "▝": [false, true, false, false],
      "▖": [false, false, true, false], "▞": [false, true, true, false],
      "▗": [false, false, false, true], "▐": [false, true, false, true],
      "▄": [false, false, true, true], "▟": [false, true, true, true],
    ]
    let shown = glyphs[cell.glyph]?.map { $0 ? cell.style.foreground : cell.style.background }
    #expect(shown == isLight.map { $0 ? light : dark })
  }

  @Test func moreColoursBecomeTheTwoMeansThatLieFurthestApart() {
    let (black, grey) = (SIMD4<Float>.zero, SIMD4<Float>(20, 20, 20, 0))
    let (white, silver) = (SIMD4<Float>(250, 250, 250, 0), SIMD4<Float>(230, 230, 230, 0))
    let cell = Cell(quarters: (black, white, grey, silver))
    #expect(
      cell
        == Cell(
          glyph: "▐", style: Style(foreground: Color(0xF0F0F0), background: Color(0x0A0A0A))))
  }
}
