import TestSupport
import Testing

@testable import Drawing

struct FrameTests {
  @Test func textIsCutAtEveryEdge() {
    var frame = Frame(Size(width: 4, height: 2))
    frame.write("abcdef", at: Point(row: 0, column: -2), Style())
    frame.write("abcdef", at: Point(row: 1, column: 2), Style())
    frame.write("abc", at: Point(row: 2, column: 0), Style())
    frame.write("abc", at: Point(row: -1, column: 0), Style())
    #expect(frame.text == "cdef\n  ab\n")
  }

  @Test func limitCutsBeforeTheEdge() {
    var frame = Frame(Size(width: 6, height: 1))
    let end = frame.write("abcdef", at: Point(row: 0, column: 1), Style(), limit: 4)
    #expect(frame.text == " abc\n" && end == 4)
  }

  @Test func wideGlyphTakesTwoCells() {
    var frame = Frame(Size(width: 5, height: 1))
    let end = frame.write("界x", at: Point(row: 0, column: 1), Style())
    #expect(end == 4)
    #expect(frame.cells.map(\.glyph) == [" ", "界", Cell.continuation, "x", " "])
  }

  @Test func wideGlyphIsNeverHalved() {
    var frame = Frame(Size(width: 3, height: 1))
    frame.write("a界界", at: Point(row: 0, column: 0), Style())
    #expect(frame.cells.map(\.glyph) == ["a", "界", Cell.continuation])
    frame = Frame(Size(width: 2, height: 1))
    frame.write("a界", at: Point(row: 0, column: 0), Style())
    #expect(frame.cells.map(\.glyph) == ["a", " "])
    frame.write("界b", at: Point(row: 0, column: -1), Style())
    #expect(frame.cells.map(\.glyph) == ["a", "b"])
  }

  @Test func controlCharactersAreLeftOut() {
    var frame = Frame(Size(width: 4, height: 1))
    frame.write("a\u{1B}[\u{7}b\n", at: Point(row: 0, column: 0), Style())
    #expect(frame.text == "a[b\n")
  }

  @Test func backgroundStaysWhereTextHasNone() {
    var frame = Frame(Size(width: 2, height: 1), style: Style(background: Color(0x112233)))
    frame.write("a", at: Point(row: 0, column: 0), Style(foreground: Color(0xFFFFFF)))
    #expect(frame[0, 0].style.background == Color(0x112233))
    frame.write("b", at: Point(row: 0, column: 1), Style(background: Color(0x445566)))
    #expect(frame[0, 1].style.background == Color(0x445566))
  }

  @Test func fillingOutsideIsCutOff() {
    var frame = Frame(Size(width: 3, height: 3))
    let style = Style(background: Color(0x445566))
    frame.fill(Rect(row: -2, column: 2, width: 9, height: 4), style)
    let filled = frame.cells.indices.filter { frame.cells[$0].style == style }
    #expect(filled == [2, 5])
  }

  @Test func rectanglesAreNeverNegative() {
    let rect = Rect(row: 1, column: 1, width: 3, height: 2).inset(top: 2, left: 9)
    #expect(rect.width == 0 && rect.height == 0 && rect.isEmpty)
    let apart = Rect(row: 0, column: 0, width: 2, height: 2)
      .intersection(Rect(row: 5, column: 5, width: 2, height: 2))
    #expect(apart.isEmpty)
  }
}
