/// What the numbers under one spot of a picture come to: their mean, and the mean of their magnitudes.
///
/// The two are as large as each other where all numbers have one sign; the mean is the smaller of them the
/// more both signs are among the numbers. Both are means, so mixtures of mixtures are exact.
public struct Mixture: Hashable, Sendable {
  /// The mean, and the mean of the magnitudes.
  var lanes: SIMD2<Float>

  public var mean: Float { lanes.x }
  public var size: Float { lanes.y }

  public init(mean: Float, size: Float) { lanes = SIMD2(mean, size) }

  /// One number.
  public init(_ number: Float) { lanes = SIMD2(number, number.magnitude) }

  init(lanes: SIMD2<Float>) { self.lanes = lanes }

  /// Which sign prevails: 1 and −1 where at least three quarters of the size are of that sign, 0 where both
  /// are alike.
  public var balance: Float {
    size > 0 && size.isFinite ? max(-1, min(1, 2 * mean / size)) : mean > 0 ? 1 : mean < 0 ? -1 : 0
  }

  /// The same where both signs count as nothing (0), as one number, or as what they are (1).
  func mixed(_ share: Float) -> Mixture {
    Mixture(mean: mean, size: mean.magnitude + (size - mean.magnitude) * share)
  }

  /// The sign that prevails, or 0.
  public var sign: Int { abs(balance) < 0.5 ? 0 : balance < 0 ? -1 : 1 }
}

/// Mixtures in colours: as bright as their numbers are large, in the colour of the sign that prevails, and in
/// none where neither does.
extension ColorScale {
  public func color(_ mixture: Mixture, _ theme: Theme) -> Color {
    guard let place = place(of: mixture) else { return color(mixture.mean, theme) }
    return theme.isLight ? ColorScale.lightMixtures[place] : ColorScale.darkMixtures[place]
  }

  /// Red, green and blue from 0 to 255.
  func levels(_ mixture: Mixture, _ theme: Theme) -> SIMD4<Float> {
    guard let place = place(of: mixture) else { return color(mixture.mean, theme).levels }
    return theme.isLight
      ? ColorScale.lightMixtureLevels[place] : ColorScale.darkMixtureLevels[place]
  }

  /// Where it stands in the tables; nil where its mean alone tells the colour.
  private func place(of mixture: Mixture) -> Int? {
    guard !isGrey, let share = fraction(mixture.size) else { return nil }
    let (half, steps) = (ColorScale.balances / 2, ColorScale.strengths)
    return Int((mixture.balance + 1) * Float(half) + 0.5) * (steps + 1)
      + Int(share * Float(steps) + 0.5)
  }

  /// The steps from one sign to the other, and from nothing to the strongest.
  private static let (balances, strengths) = (8, 128)

  static let darkMixtures = mixtures(Theme.dark)
  static let lightMixtures = mixtures(Theme.light)
  private static let darkMixtureLevels = darkMixtures.map(\.levels)
  private static let lightMixtureLevels = lightMixtures.map(\.levels)

  /// The colours of each balance from the negative one on, from the weakest to the strongest.
  private static func mixtures(_ theme: Theme) -> [Color] {
    let scale = ColorScale(-1...1)
    let neutral = [theme.scale[theme.scale.count / 2]] + theme.neutral
    return (0...balances).flatMap { step in
      let balance = Float(step) / Float(balances / 2) - 1
      return (0...strengths).map { strength in
        let share = Float(strength) / Float(strengths)
        let place = share * Float(neutral.count - 1)
        let index = min(Int(place), neutral.count - 2)
        let grey = neutral[index].mixed(with: neutral[index + 1], place - Float(index))
        let hue = scale.color(balance < 0 ? -share : share, theme)
        return abs(balance) == 1 ? hue : grey.mixed(with: hue, abs(balance))
      }
    }
  }

  /// Each of those colours with the place on the scale that it has, and the sign that prevails.
  static func mixturePlaces(_ table: [Color]) -> [(color: Color, share: Float, sign: Int)] {
    table.enumerated().map { index, color in
      let (step, strength) = index.quotientAndRemainder(dividingBy: strengths + 1)
      let balance = Float(step) / Float(balances / 2) - 1
      return (
        color, Float(strength) / Float(strengths), abs(balance) < 0.5 ? 0 : balance < 0 ? -1 : 1
      )
    }
  }
}
