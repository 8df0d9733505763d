import Drawing
import Testing

struct CellTests {
  @Test func glyphsOfSeveralScalarsAreKept() {
    // A letter, a wide one, an accent of its own, a letter with three marks, nothing.
    for text in ["a", "界", "e\u{301}", "o\u{302}\u{301}\u{323}", "\0"] {
      let glyph = Character(text)
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
