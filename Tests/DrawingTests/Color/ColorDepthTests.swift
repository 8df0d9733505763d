import Model
import TestSupport
import Testing

@testable import Drawing

@Suite struct ColorDepthTests {
  @Test func colorsOfThePaletteStandForThemselves() {
    for number in 16...255 {
      let nearest = Palette.nearestOf256(Palette.xterm[number])
      #expect(Palette.xterm[nearest] == Palette.xterm[number])
    }
  }

  @Test func ansiColorsStandForThemselves() {
    for number in 0..<16 {
      #expect(Palette.nearestOfANSI(Palette.ansi[number], count: 16) == number)
      if number < 8 { #expect(Palette.nearestOfANSI(Palette.ansi[number], count: 8) == number) }
    }
  }

  @Test func paletteLeavesOutTheColorsThatPeopleChange() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let color = Color(UInt32.random(in: 0...0xFFFFFF, using: &generator))
      #expect((16...255).contains(ColorDepth.palette.number(for: color)!))
    }
  }

  @Test func fewColorsKeepTheSign() {
    for red in [Color(0xB2182B), Color(0xD6604D), Color(0xF4A582), Color(0x5C0F18)] {
      #expect(Palette.nearestOfANSI(red, count: 8) == 1)
    }
    for blue in [Color(0x2166AC), Color(0x10335A)] {
      #expect(Palette.nearestOfANSI(blue, count: 8) == 4)
    }
  }

  @Test func greysBecomeBlackOrWhiteInEight() {
    #expect(Palette.nearestOfANSI(Color(0x101418), count: 8) == 0)
    #expect(Palette.nearestOfANSI(Color(0x7A8494), count: 8) == 7)
  }

  @Test func directColorKeepsOffTheANSINumbers() {
    for hex in UInt32(0)..<8 { #expect(ColorDepth.direct.number(for: Color(hex)) == 8) }
    #expect(ColorDepth.direct.number(for: Color(0x123456)) == 0x123456)
  }

  @Test func textIsNeverDrawnInTheColorOfItsGround() {
    var generator = SeededGenerator(seed: 2)
    for depth in [ColorDepth.eight, .sixteen, .palette] {
      for _ in 0..<300 {
        let foreground = Color(UInt32.random(in: 0...0xFFFFFF, using: &generator))
        var background = foreground
        background.blue ^= 1
        let style = Style(foreground: foreground, background: background)
        let numbers = depth.numbers(for: Cell(glyph: "7", style: style))
        #expect(numbers.foreground != numbers.background)
      }
    }
  }

  @Test func thePixelsOfABlockMayBecomeEqual() {
    let style = Style(foreground: Color(0x101010), background: Color(0x111111))
    let numbers = ColorDepth.eight.numbers(for: Cell(glyph: "▀", style: style))
    #expect(numbers == ColorNumbers(foreground: 0, background: 0))
  }

  @Test func terminalsOwnColorsStay() {
    for depth in ColorDepth.allCases {
      #expect(depth.numbers(for: Cell(glyph: "x")) == ColorNumbers())
    }
  }

  @Test func noneHasNoColors() {
    let style = Style(foreground: Color(0xFFFFFF), background: Color(0))
    #expect(ColorDepth.none.numbers(for: Cell(glyph: "x", style: style)) == ColorNumbers())
  }
}
