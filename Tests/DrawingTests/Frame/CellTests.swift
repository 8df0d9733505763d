import Drawing
import Testing

struct CellTests {
  @Test func glyphsOfSeveralScalarsAreKept() {
    // A letter, a wide one, an accent of its own, a syllable, a base with four marks, nothing.
    for glyph in ["a", "界", "e\u{301}", "\u{1112}\u{1161}\u{11AB}", "क्षि", "\0"] as [Character] {
      let cell = Cell(glyph: glyph)
      #expect(cell.glyph == glyph && cell.isContinuation == (glyph == "\0"))
      #expect(cell == Cell(glyph: glyph) && cell != Cell(glyph: "b"))
    }
  }

  @Test func longerGlyphsAreCutToSixScalars() {
    let long = Character("a" + String(repeating: "\u{301}", count: 9))
    #expect(Cell(glyph: long).glyph == Character("a" + String(repeating: "\u{301}", count: 5)))
  }
}
