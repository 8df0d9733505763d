/// The brightness of pixels: Rec. 601 luma of their colour as stored (sRGB, not linear light), or one
/// of the three colours alone, laid over white as far as they are transparent.
///
///     luma = (299·red + 587·green + 114·blue) / 1000
///     brightness = (alpha·luma + (maximum − alpha)·maximum) / maximum²
///
/// Samples are integers in 0...maximum with a maximum of at most 65,535. Sums over pixels are of
/// integers and exact, so that only the last division rounds. Brightness lies in 0...1. A grey pixel
/// keeps its value.
///
/// Source: Recommendation ITU-R BT.601, the weights that JPEG and Pillow use.
struct Luma {
  /// 1 grey, 2 grey and alpha, 3 red, green and blue, 4 these and alpha.
  private let channels: Int
  private let maximum: Int
  /// Of red, green and blue, in thousandths.
  private let weights: (red: Int, green: Int, blue: Int)

  init(channels: Int, maximum: Int, of channel: Raster.Channel = .luma) {
    self.channels = channels
    self.maximum = maximum
    weights =
      switch channel {
      case .luma: (299, 587, 114)
      case .red: (1000, 0, 0)
      case .green: (0, 1000, 0)
      case .blue: (0, 0, 1000)
      }
  }

  /// Whether the brightness of a mean is the mean of brightnesses: where nothing is transparent.
  var isLinear: Bool { !channels.isMultiple(of: 2) }

  /// The sum of one pixel, whose samples start there; or of many, where it is linear and theirs are
  /// added up.
  @inline(__always)
  func sum<Sample: FixedWidthInteger>(_ pixel: UnsafePointer<Sample>) -> Int {
    switch channels {
    case 1: 1000 * Int(pixel[0])
    case 2: overWhite(1000 * Int(pixel[0]), alpha: Int(pixel[1]))
    case 3: color(pixel)
    default: overWhite(color(pixel), alpha: Int(pixel[3]))
    }
  }

  /// The mean brightness of pixels whose sums add up to this.
  @inline(__always)
  func brightness(sum: Double, pixels: Int) -> Float {
    let unit = isLinear ? 1000 * maximum : 1000 * maximum * maximum
    return Float(sum / (Double(pixels) * Double(unit)))
  }

  @inline(__always)
  private func color<Sample: FixedWidthInteger>(_ pixel: UnsafePointer<Sample>) -> Int {
    weights.red * Int(pixel[0]) + weights.green * Int(pixel[1]) + weights.blue * Int(pixel[2])
  }

  @inline(__always)
  private func overWhite(_ sum: Int, alpha: Int) -> Int {
    alpha * sum + (maximum - alpha) * maximum * 1000
  }
}
