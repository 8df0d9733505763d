import TestSupport
import Testing

@testable import Drawing

@Suite struct ExportTests {
  private let red = Style(foreground: Color(0xFF0000))

  private func frame(_ width: Int, _ lines: [(String, Style)]) -> Frame {
    var frame = Frame(Size(width: width, height: lines.count))
    for (row, (line, style)) in lines.enumerated() {
      frame.write(line, at: Point(row: row, column: 0), style)
    }
    return frame
  }

  @Test func textHasNoSpacesAtTheEndOfALine() {
    let frame = frame(6, [("ab", red), ("", red), (" 中 x", red)])
    #expect(Export.text(frame) == "ab\n\n 中 x\n")
  }

  @Test func ansiSaysAColorOnceARun() {
    #expect(
      Export.ansi(frame(4, [("ab", red)]), depth: .direct) == "\u{1B}[38;2;255;0;0mab\u{1B}[m\n")
  }

  @Test(
    arguments: [
      (ColorDepth.palette, "38;5;196"), (.sixteen, "91"), (.eight, "31"),
    ])
  func ansiSpeaksEveryDepth(depth: ColorDepth, parameter: String) {
    #expect(
      Export.ansi(frame(1, [("a", red)]), depth: depth) == "\u{1B}[\(parameter)ma\u{1B}[m\n")
  }

  @Test func ansiWithoutColorsKeepsAttributes() {
    let style = Style(
      foreground: Color(0xFF0000), background: Color(0), attributes: [.bold, .underline])
    #expect(Export.ansi(frame(1, [("a", style)]), depth: .none) == "\u{1B}[1;4ma\u{1B}[m\n")
  }

  @Test func ansiTakesAnAttributeAwayByStartingAnew() {
    var bold = red
    bold.attributes = .bold
    var frame = frame(2, [("a", bold)])
    frame.write("b", at: Point(row: 0, column: 1), red)
    #expect(
      Export.ansi(frame, depth: .eight) == "\u{1B}[1;31ma\u{1B}[0;31mb\u{1B}[m\n")
  }

  @Test func ansiReturnsToTheTerminalsOwnColor() {
    var frame = frame(2, [("a", Style(foreground: Color(0xCD0000), background: Color(0x0000EE)))])
    frame[0, 1] = Cell(glyph: "b", style: Style(background: Color(0x0000EE)))
    #expect(
      Export.ansi(frame, depth: .eight) == "\u{1B}[31;44ma\u{1B}[39mb\u{1B}[m\n")
  }

  @Test func ansiKeepsColoredSpacesAtTheEndOfALine() {
    var frame = Frame(Size(width: 3, height: 1))
    frame[0, 1].style.background = Color(0xCD0000)
    #expect(Export.ansi(frame, depth: .eight) == " \u{1B}[41m \u{1B}[m\n")
  }

  @Test func svgPutsEveryCellInItsPlace() {
    let svg = Export.svg(frame(9, [("ab <&> é", red), ("█", red)]))
    #expect(svg.contains("width=\"81\" height=\"34\""))
    #expect(svg.contains("<text x=\"0\" y=\"13\" textLength=\"18\" fill=\"#ff0000\">ab</text>"))
    #expect(svg.contains(">&lt;&amp;&gt;</text>"))
    #expect(svg.contains("<text x=\"63\" y=\"13\" fill=\"#ff0000\">é</text>"))
    #expect(svg.contains("<path fill=\"#ff0000\" d=\"M0 17h9v17h-9z\"/>"))
  }

  @Test func svgMergesTheGroundOfARow() {
    let style = Style(foreground: nil, background: Color(0x112233))
    let svg = Export.svg(frame(4, [("    ", style)]))
    #expect(svg.contains("<path fill=\"#112233\" d=\"M0 0h36v17h-36z\"/>"))
    #expect(!svg.contains("<text "))
  }

  @Test func boxLinesReachTheEdgesOfTheirCell() throws {
    let cross = try #require(GlyphShape("╋"))
    let cells = cross.rects.flatMap { rect in
      rect.rows.flatMap { row in rect.columns.map { Point(row: row, column: $0) } }
    }
    for edge in [(0, 4), (16, 4), (8, 0), (8, 8)] {
      #expect(cells.contains(Point(row: edge.0, column: edge.1)))
    }
  }

  @Test func everyBoxAndBlockGlyphThatHasAShapeStaysInItsCell() {
    for code in UInt32(0x2500)...0x28FF {
      guard let shape = GlyphShape(Character(Unicode.Scalar(code)!)) else { continue }
      for rect in shape.rects {
        #expect(rect.intersection(Rect(GlyphShape.cell)) == rect, "U+\(String(code, radix: 16))")
      }
    }
  }
}
