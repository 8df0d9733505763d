import Testing

@testable import ConvTUI
@testable import Drawing

struct ScreenGlyphsTests {
  /// The share of ink in a white glyph on black.
  private func ink(_ glyph: Character) -> Float {
    let colors = PictureColors(ink: Color(0xFFFFFF), ground: Color(0x000000))
    var picture = PixelPicture(Size(width: 1, height: 1), colors)
    picture.draw(Cell(glyph: glyph), row: 0, column: 0)
    return picture.pixels.reduce(0) { $0 + Float($1) } / Float(255 * picture.pixels.count)
  }

  @Test func everyGlyphOfEveryScreenHasAnOutline() throws {
    let missing = ink("\u{4E2D}")
    var glyphs: Set<Character> = []
    for scene in SceneKind.allCases {
      for keys in ["", "?", "end", "v", "v v", "v v v", "c", "tab"] {
        glyphs.formUnion(try State.opened(scene).frame(after: keys).cells.map(\.glyph))
      }
    }
    for glyph in glyphs where GlyphShape(glyph) == nil && glyph != Cell.continuation {
      #expect(ink(glyph) != missing && (glyph == " " || ink(glyph) > 0.003), "\(glyph)")
    }
  }
}
