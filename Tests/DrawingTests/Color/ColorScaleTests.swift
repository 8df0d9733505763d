import Model
import Testing

@testable import Drawing

extension Color {
  /// The contrast with another colour, 1 to 21, of WCAG 2.
  func contrast(_ other: Color) -> Float {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

struct ColorScaleTests {
  static let themes = [Theme.dark, .light]
  static let shares = (-128...128).map { Float($0) / 128 }

  @Test func signedScaleIsSymmetricAboutZero() {
    let scale = ColorScale(-2...7)
    #expect(scale.lower == -7 && scale.upper == 7)
    #expect(scale.fraction(0) == 0 && scale.fraction(7) == 1 && scale.fraction(-7) == -1)
  }

  @Test func unsignedScaleBeginsAtZero() {
    let scale = ColorScale(2...7)
    #expect(scale.lower == 0 && scale.upper == 7)
  }

  @Test(arguments: themes) func zeroIsNeutralAndSignsDiffer(_ theme: Theme) {
    let scale = ColorScale(-1...1)
    #expect(PerceptualColor(scale.color(0, theme)).chroma < 0.04)
    for share in Self.shares where share > 0.05 {
      #expect(scale.color(share, theme) != scale.color(-share, theme))
    }
  }

  @Test(arguments: themes) func lightnessGoesOneWayFromZeroToEitherEnd(_ theme: Theme) {
    let scale = ColorScale(-1...1)
    func lightness(_ share: Float) -> Float {
      PerceptualColor(scale.color(share, theme)).lightness
    }
    let direction: Float = theme == .dark ? 1 : -1
    for (share, next) in zip(Self.shares, Self.shares.dropFirst()) where share >= 0 {
      #expect((lightness(next) - lightness(share)) * direction > -0.003, "at \(share)")
      #expect((lightness(-next) - lightness(-share)) * direction > -0.003, "at \(-share)")
    }
  }

  @Test(arguments: themes) func inkIsReadOnEveryColourOfTheScale(_ theme: Theme) {
    for share in Self.shares {
      let color = ColorScale(-1...1).color(share, theme)
      #expect(color.ink.contrast(color) >= 4.5, "at \(share)")
    }
  }

  @Test func inkIsReadOnEveryColour() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let color = Color(UInt32.random(in: 0...0xFFFFFF, using: &generator))
      #expect(color.ink.contrast(color) >= 4.5)
    }
  }

  @Test func numbersThatAreNoneHaveAColour() {
    for range in [nil, 0...0, -3e38...3e38] as [ClosedRange<Float>?] {
      let scale = ColorScale(range)
      for value in [.nan, .infinity, -.infinity, 3e38, 0] as [Float] {
        for theme in Self.themes { _ = scale.color(value, theme) }
      }
      #expect(scale.fraction(.nan) == nil && scale.fraction(.infinity) == 1)
    }
  }

  /// The numbers 0 to 8, of which the chapter's input is made, have nine colours.
  @Test(arguments: themes) func paletteHasEvenStepsOfItsOwn(_ theme: Theme) {
    let scale = ColorScale(-8...8)
    for sign in [Float(-1), 1] {
      let colors = (0...8).map { step in
        PerceptualColor(
          Palette.xterm[ColorDepth.palette.number(for: scale.color(sign * Float(step), theme))!])
      }
      for (near, far) in zip(colors, colors.dropFirst()) {
        let step = far.lightness - near.lightness
        #expect((theme.isLight ? -step : step) > 0.01)
      }
      for (step, color) in colors.enumerated() {
        let wanted = PerceptualColor(scale.color(sign * Float(step), theme))
        #expect(abs(wanted.lightness - color.lightness) < 0.15)
      }
    }
  }
}
