import Testing

@testable import Drawing

@Suite struct ASCIITests {
  /// One line of text through a frame and back.
  private func ascii(_ line: String) -> String {
    var frame = Frame(Size(width: line.cellWidth, height: 1))
    frame.write(line, at: Point(row: 0, column: 0), Style())
    return String(frame.ascii.row(0).map(\.glyph))
  }

  @Test func asciiStaysAsItIs() {
    let printable = String((0x20...0x7E).map { Character(Unicode.Scalar(UInt8($0))) })
    #expect(ascii(printable) == printable)
  }

  @Test func heavyLinesDifferFromLightOnes() {
    #expect(ascii("┏━┓ ┌─┐") == "#=# +-+")
    #expect(ascii("┃ ┃ │ │") == "# # | |")
  }

  @Test func symbolsBecomeTheirNextOfKin() {
    #expect(ascii("2 × 3 ⋆ −1 → Ŷ · ∂ λ …") == "2 x 3 * -1 > y . d l ~")
    #expect(ascii("⌊5⌋ ▶ ⏸ ← ↑ ↓") == "[5] > \" < ^ v")
  }

  @Test func plusMinusIsBothWhereThereIsRoom() {
    #expect(ascii("box  ±3 ") == "box +-3 ")
    #expect(ascii("rows ± 1") == "rows +-1")
    #expect(ascii(" ±1") == "+-1")
    #expect(ascii("a ±1") == "a ~1")
  }

  @Test func twoPixelsInACellBecomeTheirMean() {
    let (light, dark) = (Color(0xFFFFFF), Color(0x000000))
    for glyph in ["▀", "▄"] {
      var frame = Frame(Size(width: 1, height: 1))
      frame.write(
        glyph, at: Point(row: 0, column: 0), Style(foreground: light, background: dark))
      let cell = frame.ascii[0, 0]
      #expect(cell.glyph == " ")
      #expect(cell.style.background == light.mixed(with: dark, 0.5))
    }
  }

  @Test func shadesStayApart() {
    #expect(Set("░▒▓█▄▀".map(\.ascii)).count == 6)
  }

  @Test func wideGlyphsBecomeTwoQuestionMarks() {
    #expect(ascii("a中b") == "a??b")
  }

  @Test func everyGlyphBecomesOneASCIIGlyph() {
    for code in UInt32(0x80)...0x2FFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let glyph = Character(scalar).ascii
      #expect(glyph.isASCII && glyph.cellWidth == 1, "U+\(String(code, radix: 16))")
    }
  }

  @Test func stylesStay() {
    var frame = Frame(Size(width: 1, height: 1))
    let style = Style(foreground: Color(0x010203), background: nil, attributes: .bold)
    frame.write("×", at: Point(row: 0, column: 0), style)
    #expect(frame.ascii[0, 0] == Cell(glyph: "x", style: style))
  }

  @Test func quartersOfACellBecomeTheirMean() {
    let style = Style(foreground: Color(0xFFFFFF), background: Color(0x000000))
    var frame = Frame(Size(width: 3, height: 1))
    frame.write("▗▞▟", at: Point(row: 0, column: 0), style)
    let grounds = frame.ascii.cells.compactMap(\.style.background).map(\.luminance)
    #expect(frame.ascii.cells.allSatisfy { $0.glyph == " " })
    #expect(grounds == grounds.sorted() && Set(grounds).count == 3)
  }
}
