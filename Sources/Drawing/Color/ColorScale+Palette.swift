/// The scales in 256 colours. So few colours near a scale are not even if each number takes the nearest:
/// some lie beside the scale, and neighbours share one. So each half has a ramp of its own, chosen by eye
/// among the colours of its hue.
extension ColorScale {
  /// Nine colours from zero to the end of a half, of which each is lighter, or in the light theme
  /// darker, than the one before.
  struct PaletteRamps {
    let negative, positive: [Int]
    /// The same for what has both signs alike.
    let neutral: [Int]

    static let dark = PaletteRamps(
      negative: [236, 238, 24, 25, 26, 32, 69, 75, 153],
      positive: [236, 238, 94, 130, 166, 172, 208, 215, 222],
      neutral: [236, 238, 240, 243, 245, 247, 250, 252, 255])
    static let light = PaletteRamps(
      negative: [255, 254, 153, 111, 75, 68, 26, 25, 18],
      positive: [255, 254, 223, 216, 209, 173, 166, 130, 94],
      neutral: [255, 254, 251, 249, 246, 243, 241, 238, 235])

    /// The colour for a place on the scale, from −1 to 1.
    func number(at fraction: Float) -> Int {
      number(at: abs(fraction), in: fraction < 0 ? negative : positive)
    }

    /// The colour for a share of the largest size, where a sign prevails or none does.
    func number(at share: Float, sign: Int) -> Int {
      number(at: share, in: sign == 0 ? neutral : sign < 0 ? negative : positive)
    }

    private func number(at share: Float, in ramp: [Int]) -> Int {
      ramp[min(ramp.count - 1, Int(share * Float(ramp.count)))]
    }
  }

  /// The palette's number for each colour of the scales and of mixtures.
  static let paletteNumbers: [Color: Int] = {
    var numbers: [Color: Int] = [:]
    for (table, ramps) in [(dark, PaletteRamps.dark), (light, .light)] {
      let middle = Float(table.count - 1) / 2
      for (step, color) in table.enumerated() where numbers[color] == nil {
        numbers[color] = ramps.number(at: Float(step) / middle - 1)
      }
    }
    for (table, ramps) in [(darkMixtures, PaletteRamps.dark), (lightMixtures, .light)] {
      for (color, share, sign) in mixturePlaces(table) where numbers[color] == nil {
        numbers[color] = ramps.number(at: share, sign: sign)
      }
    }
    return numbers
  }()
}
