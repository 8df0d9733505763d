import Model

/// Turns numbers into colours: signed ones about a neutral zero, unsigned ones from it upwards.
public struct ColorScale: Hashable, Sendable {
  /// The ends of the scale; −upper and upper where a number is negative.
  public let lower: Float
  public let upper: Float
  /// Whether it is a picture's: from black to white.
  public private(set) var isGrey = false

  /// The brightness of a picture.
  public static let picture = picture(upTo: 1)

  /// The same for numbers up to another white.
  public static func picture(upTo white: Float) -> ColorScale {
    var scale = ColorScale(0...white)
    scale.isGrey = true
    return scale
  }

  /// A scale that holds the given range, or any numbers where there is no finite one.
  public init(_ range: ClosedRange<Float>?) {
    let range = range ?? 0...1
    let largest = max(abs(range.lowerBound), abs(range.upperBound))
    upper = largest > 0 ? largest : 1
    lower = range.lowerBound < 0 ? -upper : 0
  }

  /// A scale up to the largest of some of a map's numbers; the others tell only whether some are
  /// negative.
  public init(upTo some: Tensor, of all: Tensor) {
    let range = some.finiteRange ?? all.finiteRange
    let isSigned = (all.finiteRange?.lowerBound ?? 0) < 0
    self.init(range.map { isSigned ? min($0.lowerBound, -$0.upperBound)...$0.upperBound : $0 })
  }

  /// One scale for several matrices, so that they can be compared.
  public init(covering matrices: [Tensor]) {
    let ranges = matrices.compactMap(\.finiteRange)
    self.init(
      ranges.reduce(ranges.first) { whole, range in
        whole.map {
          min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound)
        }
      })
  }

  /// One scale that holds several.
  public init(covering scales: [ColorScale]) {
    let (lower, upper) = (scales.map(\.lower).min(), scales.map(\.upper).max())
    self.init(lower.flatMap { lower in upper.map { lower...$0 } })
  }

  /// Where a number lies: −1…1 about zero. NaN gives nil.
  public func fraction(_ value: Float) -> Float? {
    guard value.isFinite, upper.isFinite else {
      return value.isNaN ? nil : value.isFinite ? 0 : value < 0 ? -1 : 1
    }
    return max(-1, min(1, value / upper))
  }

  public func color(_ value: Float, _ theme: Theme) -> Color {
    guard let fraction = fraction(value) else { return theme.warning }
    if isGrey {
      return Color(red: fraction, green: fraction, blue: fraction)
    }
    let table = theme.isLight ? ColorScale.light : ColorScale.dark
    return table[ColorScale.place(of: fraction)]
  }

  /// A glyph that is as dark as a number is large, where there are few colours.
  public func shade(_ value: Float) -> String {
    let size = abs(fraction(value) ?? 0)
    return ["·", "░", "▒", "▓", "█"][Int((size * 4).rounded())]
  }

  /// Where a fraction from −1 to 1 stands in the tables.
  private static func place(of fraction: Float) -> Int {
    Int((fraction + 1) / 2 * Float(steps) + 0.5)
  }

  static let dark = table(Theme.dark)
  static let light = table(Theme.light)
  private static let steps = 256

  private static func table(_ theme: Theme) -> [Color] {
    (0...steps).map { step in
      let place = Float(step) / Float(steps) * Float(theme.scale.count - 1)
      let index = min(Int(place), theme.scale.count - 2)
      return theme.scale[index].mixed(with: theme.scale[index + 1], place - Float(index))
    }
  }
}

extension Color {
  /// A colour between this one (0) and another (1), at an even perceived distance.
  public func mixed(with other: Color, _ fraction: Float) -> Color {
    let (start, end) = (PerceptualColor(self), PerceptualColor(other))
    return Color(PerceptualColor(lanes: start.lanes + (end.lanes - start.lanes) * fraction))
  }

  /// The ink, black or white, that reads better on this colour: at 4.5:1 or more on any.
  public var ink: Color {
    luminance > 0.179 ? Color(0x000000) : Color(0xFFFFFF)
  }

  /// The relative luminance, 0 to 1.
  ///
  /// Source: *Web Content Accessibility Guidelines* 2.1.
  public var luminance: Float {
    func light(_ value: UInt8) -> Float { PerceptualColor.linear[Int(value)] }
    return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
  }
}
