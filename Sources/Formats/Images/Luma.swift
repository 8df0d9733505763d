/// The brightness of a pixel: Rec. 601 luma of its colour as stored (sRGB, not linear light), laid
/// over white as far as it is transparent.
///
///     luma = (299·red + 587·green + 114·blue) / 1000
///     brightness = (alpha·luma + (maximum − alpha)·maximum) / maximum²
///
/// Samples are integers in 0...maximum with a maximum of at most 65,535, so that only the last
/// division rounds. Brightness lies in 0...1. A grey pixel keeps its value.
///
/// Source: Recommendation ITU-R BT.601, the weights that JPEG and Pillow use.
struct Luma {
  private let maximum: Int

  init(maximum: Int) { self.maximum = maximum }

  func brightness(grey: Int) -> Float { Float(grey) / Float(maximum) }

  func brightness(grey: Int, alpha: Int) -> Float {
    let sum = alpha * grey + (maximum - alpha) * maximum
    return Float(Double(sum) / Double(maximum * maximum))
  }

  func brightness(red: Int, green: Int, blue: Int) -> Float {
    Float(Double(299 * red + 587 * green + 114 * blue) / Double(1000 * maximum))
  }

  func brightness(red: Int, green: Int, blue: Int, alpha: Int) -> Float {
    let luma = 299 * red + 587 * green + 114 * blue
    let sum = alpha * luma + (maximum - alpha) * maximum * 1000
    return Float(Double(sum) / Double(maximum * maximum * 1000))
  }

  /// The brightness of one pixel of 1 (grey), 2 (grey, alpha), 3 (red, green, blue) or 4 samples.
  func brightness(channels: Int, sample: (Int) -> Int) -> Float {
    switch channels {
    case 1: brightness(grey: sample(0))
    case 2: brightness(grey: sample(0), alpha: sample(1))
    case 3: brightness(red: sample(0), green: sample(1), blue: sample(2))
    default: brightness(red: sample(0), green: sample(1), blue: sample(2), alpha: sample(3))
    }
  }
}
