import Model
import Testing

@testable import Drawing

struct BlockNumberTests {
  private func drawn(_ text: String, scale: Int, _ size: Size, _ style: Style) throws -> Frame {
    var frame = Frame(size, style: style)
    try #require(BlockNumber(text)).draw(into: &frame, in: Rect(size), scale: scale, style)
    return frame
  }

  @Test func digitIsThreePixelsWideAndFiveHigh() throws {
    let frame = try drawn("2", scale: 1, Size(width: 5, height: 3), Style())
    #expect(Export.text(frame) == " ▄▄▄\n ▄▄█\n █▄▄\n")
  }

  @Test func pointIsOnePixelWide() throws {
    let frame = try drawn("−1.5", scale: 1, Size(width: 12, height: 3), Style())
    #expect(Export.text(frame) == "    ▄    ▄▄▄\n▄▄ ▀█    █▄▄\n   ▄█▄ ▄ ▄▄█\n")
  }

  @Test func twiceTheScaleIsFiveWholeRows() throws {
    let frame = try drawn("7", scale: 2, Size(width: 6, height: 5), Style())
    #expect(Export.text(frame) == "██████\n    ██\n  ██\n  ██\n  ██\n")
  }

  @Test func slimDigitIsHalfAsWide() throws {
    var frame = Frame(Size(width: 5, height: 3), style: Style())
    try #require(BlockNumber("−1")).drawSlim(
      into: &frame, in: Rect(frame.size), scale: 1, Style())
    #expect(Export.text(frame) == "   ▖\n ▄▝▌\n  ▗▙\n")
  }

  /// In some fonts the upper half leaves a line of the ground.
  @Test func upperHalvesAreTheGroundOfLowerOnesInColour() throws {
    let (ink, ground) = (Color(0x000000), Color(0xFFFFFF))
    let style = Style(foreground: ink, background: ground)
    let frame = try drawn("1", scale: 1, Size(width: 3, height: 3), style)
    #expect(!frame.cells.contains { $0.glyph == "▀" })
    #expect(frame[0, 1] == Cell(glyph: "▄", style: style))
    #expect(
      frame[1, 0] == Cell(glyph: "▄", style: Style(foreground: ground, background: ink)))
    #expect(frame[1, 1] == Cell(glyph: "█", style: Style(foreground: ink, background: ink)))
  }

  @Test(arguments: [0, -1, 0.25, -12.5, 1e6, -3e-7, .nan, -.infinity] as [Float])
  func everyNumberHasAShape(_ number: Float) throws {
    let format = NumberFormat([number])
    let blocks = try #require(BlockNumber(format.text(number)))
    #expect(blocks.width <= BlockNumber.width(of: format) + 4)
  }

  /// All the numbers of a matrix are of one size, and stand clear of their neighbours.
  @Test func numbersHaveRoomInTheirCells() {
    let format = NumberFormat([10, -42])
    for look in [Look(), Look(depth: .palette), Look(depth: .none)] {
      for shape in CellShape.candidates(format, look, height: 40) where shape.height > 2 {
        let scale = shape.digitScale(of: format, look)
        let pixels = BlockNumber.width(of: format) * scale
        #expect((shape.isSlim ? BlockNumber.slimWidth(ofPixels: pixels) : pixels) < shape.width)
        #expect(BlockNumber.rows(scale: scale) <= shape.height)
      }
    }
  }

  @Test func withoutBlocksNumbersAreCharacters() {
    let pane = Pane([], Plane(Tensor(rows: [[4, 7]])))
    for (look, isInBlocks) in [(Look(), true), (Look(hasBlocks: false), false)] {
      var frame = Frame(Size(width: 40, height: 12))
      PaneGrid([[pane]]).placed(in: Rect(frame.size), look).draw(into: &frame, look)
      #expect(frame.cells.contains { $0.glyph.isBlock } == isInBlocks)
      #expect(frame.text.contains("7") == !isInBlocks)
    }
  }
}
