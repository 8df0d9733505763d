import Model
import Testing

@testable import Drawing

@Suite struct MixtureTests {
  private let scale = ColorScale(-2...2)

  /// Where all numbers have one sign, a mixture is a number of that size.
  @Test(arguments: [Theme.dark, .light]) func oneSignHasTheColourOfItsMean(_ theme: Theme) {
    for number in [Float(-3), -2, -1, -0.25, 0, 0.5, 2] {
      #expect(scale.color(Mixture(number), theme) == scale.color(number, theme))
    }
    #expect(scale.color(Mixture(.nan), theme) == theme.warning)
    #expect(scale.color(Mixture(.infinity), theme) == scale.color(2, theme))
  }

  @Test func bothSignsAlikeHaveNeither() {
    for theme in [Theme.dark, .light] {
      let color = scale.color(Mixture(mean: 0, size: 2), theme)
      #expect(color == theme.neutral.last)
    }
    #expect(Mixture(mean: 0, size: 1).sign == 0 && Mixture(mean: 0.1, size: 1).sign == 0)
    #expect(Mixture(mean: -0.4, size: 1).sign == -1 && Mixture(mean: 1, size: 1).sign == 1)
  }

  /// In 256 colours a mixture has the ramp of its sign, or a grey: no colour between two hues.
  @Test func paletteHasGreysAndTwoHues() {
    let ramps = ColorScale.PaletteRamps.dark
    for (mean, ramp) in [
      (Float(0), ramps.neutral), (1, ramps.positive), (-1, ramps.negative),
      (0.1, ramps.neutral), (-0.6, ramps.negative),
    ] {
      for strength in 1...8 {
        let size = Float(strength) / 4
        let color = scale.color(Mixture(mean: mean * size, size: size), .dark)
        #expect(ramp.contains(ColorDepth.palette.number(for: color)!))
      }
    }
  }

  /// The colour of a character's part is that of the mean of its numbers.
  @Test func quartersAverageNumbersAndNotColours() {
    let size = Size(width: 1, height: 1)
    var pixels = QuarterPixels(size, ground: nil)
    pixels.put(
      numbers: [Mixture(2), Mixture(2), Mixture(-2), Mixture(2)].map(\.lanes), columns: 2,
      QuarterPixels.Coloring(scale, numbersOfAPixel: 9, .dark))
    var frame = Frame(size)
    pixels.draw(into: &frame, in: Rect(size))
    let colors = Set([frame[0, 0].style.foreground, frame[0, 0].style.background])
    #expect(colors == [scale.color(2, .dark), scale.color(-2, .dark)])
  }
}
