import Glibc

/// A colour as the eye orders it: lightness, and how far it is from grey towards red and yellow.
///
/// Equal distances look about equally different. Lightness runs from 0 to 1.
///
/// Source: Björn Ottosson, *A perceptual color space for image processing* (2020), Oklab.
public struct PerceptualColor: Hashable, Sendable {
  /// Lightness, a and b; the fourth lane is 0.
  public let lanes: SIMD4<Float>

  public var lightness: Float { lanes.x }
  public var chroma: Float { (lanes.y * lanes.y + lanes.z * lanes.z).squareRoot() }

  public init(lanes: SIMD4<Float>) { self.lanes = lanes }

  public init(_ color: Color) {
    let red = Self.linear[Int(color.red)]
    let green = Self.linear[Int(color.green)]
    let blue = Self.linear[Int(color.blue)]
    let long = cbrtf(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrtf(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrtf(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lanes = SIMD4(
      0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
      1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
      0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short, 0)
  }

  /// The square of how different two colours look, with hue counted twice: a colour may become a
  /// little lighter or darker in a palette, but a tint is not to become grey.
  public func squaredDistance(to other: PerceptualColor) -> Float {
    let difference = (lanes - other.lanes) * SIMD4(1, 2, 2, 0)
    return (difference * difference).sum()
  }

  /// The light that each of the 256 values of a channel stands for, by the curve of sRGB.
  public static let linear: [Float] = (0..<256).map { value in
    let share = Float(value) / 255
    return share <= 0.04045 ? share / 12.92 : powf((share + 0.055) / 1.055, 2.4)
  }
}

extension Color {
  /// The colour that looks as described, or the nearest that a screen can show.
  public init(_ perceived: PerceptualColor) {
    let (l, a, b) = (perceived.lanes.x, perceived.lanes.y, perceived.lanes.z)
    let long = powf(l + 0.3963377774 * a + 0.2158037573 * b, 3)
    let medium = powf(l - 0.1055613458 * a - 0.0638541728 * b, 3)
    let short = powf(l - 0.0894841775 * a - 1.2914855480 * b, 3)
    func byte(_ light: Float) -> UInt8 {
      let value = light <= 0.0031308 ? 12.92 * light : 1.055 * powf(light, 1 / 2.4) - 0.055
      return UInt8((max(0, min(1, value)) * 255).rounded())
    }
    self.init(
      red: byte(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
      green: byte(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
      blue: byte(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short))
  }
}
