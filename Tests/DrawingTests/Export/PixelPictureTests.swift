import Formats
import Model
import Testing

@testable import Drawing

struct PixelPictureTests {
  private let red = Color(0xFF0000)
  private let blue = Color(0x0000FF)
  private let colors = PictureColors(ink: Color(0xFFFFFF), ground: Color(0x000000))

  private func picture(of cell: Cell) -> PixelPicture {
    var picture = PixelPicture(Size(width: 1, height: 1), colors)
    picture.draw(cell, row: 0, column: 0)
    return picture
  }

  private func color(_ picture: PixelPicture, _ row: Int, _ column: Int) -> Color {
    let start = 3 * (row * picture.width + column)
    return Color(
      red: picture.pixels[start], green: picture.pixels[start + 1],
      blue: picture.pixels[start + 2])
  }

  /// The share of ink in a white glyph on black.
  private func ink(_ glyph: Character, _ attributes: Attributes = []) -> Float {
    let pixels = picture(of: Cell(glyph: glyph, style: Style(attributes: attributes))).pixels
    return pixels.reduce(0) { $0 + Float($1) } / Float(255 * pixels.count)
  }

  @Test func cellIsTwiceNineTimesSeventeenPixels() throws {
    let frame = Frame(Size(width: 3, height: 2), style: Style(background: blue))
    let bytes = Export.png(frame, ink: red, ground: red)
    let tensor = try TensorDecoder.decode(bytes, name: "a.png")
    #expect(tensor.shape == Shape(68, 54))
    #expect(tensor.elements.allSatisfy { $0 == tensor.elements[0] })
  }

  @Test func colorsAreTheCells() {
    let style = Style(foreground: red, background: blue)
    let half = picture(of: Cell(glyph: "▀", style: style))
    #expect(color(half, 0, 0) == red && color(half, 33, 17) == blue)
    let reversed = picture(
      of: Cell(glyph: "▀", style: Style(foreground: red, background: blue, attributes: .reverse)))
    #expect(color(reversed, 0, 0) == blue && color(reversed, 33, 17) == red)
    let shade = picture(of: Cell(glyph: "▒", style: style))
    #expect(color(shade, 5, 5) == Color(0x800080))
  }

  @Test func lineMeetsItsNeighbour() {
    let line = picture(of: Cell(glyph: "─"))
    #expect((0..<18).allSatisfy { color(line, 16, $0) == colors.ink })
  }

  @Test func glyphsAreDrawnWhereTheyStand() {
    // The dot stands on the base line, the bar in the middle.
    let dot = picture(of: Cell(glyph: "."))
    for row in 0..<34 where !(20..<28).contains(row) {
      #expect((0..<18).allSatisfy { color(dot, row, $0) == colors.ground }, "row \(row)")
    }
    #expect(ink(".") > 0.01 && ink(".") < 0.05)
    #expect(ink("O", .bold) > 1.1 * ink("O"))
    #expect(ink(" ") == 0 && ink(" ", .underline) > 0.02)
    let ring = picture(of: Cell(glyph: "O"))
    #expect(color(ring, 15, 8) == colors.ground, "a hole is no ink")
    #expect(color(ring, 15, 2) != colors.ground || color(ring, 15, 3) != colors.ground)
  }
}
