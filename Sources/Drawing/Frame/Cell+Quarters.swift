extension Cell {
  /// Four pixels in two colours: those that come nearest to them, and the glyph that divides the cell
  /// between them.
  ///
  /// - Parameter pixels: Red, green and blue from 0 to 255 of the upper left pixel, the upper right,
  ///   the lower left and the lower right one.
  init(quarters pixels: (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>)) {
    self.init(quarters: pixels) { bits in
      var (sum, count) = (SIMD4<Float>.zero, Float(0))
      func add(_ pixel: SIMD4<Float>, _ bit: Int) {
        guard bits & bit != 0 else { return }
        sum += pixel
        count += 1
      }
      add(pixels.0, 1)
      add(pixels.1, 2)
      add(pixels.2, 4)
      add(pixels.3, 8)
      return sum / count
    }
  }

  /// The same with a colour of its own for each part.
  ///
  /// - Parameter color: That of some of the pixels, by their bits: upper left 1, upper right 2, lower left 4,
  ///   lower right 8.
  @inline(__always)
  init(
    quarters pixels: (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>),
    color: (_ bits: Int) -> SIMD4<Float>
  ) {
    let (first, second, third, fourth) = pixels
    // Most of a picture that is drawn large.
    if first == second, first == third, first == fourth {
      self.init(mean: first)
      return
    }
    let whole = first + second + third + fourth
    // Of all ways to divide the pixels the least squared error is where the means lie furthest apart.
    var best = (gain: Float(0.5), bits: 0)
    func divide(_ bits: Int, _ inked: SIMD4<Float>, _ count: Float) {
      let way = inked / count - (whole - inked) / (4 - count)
      let gain = (way * way).sum() * count * (4 - count)
      if gain > best.gain { best = (gain, bits) }
    }
    divide(1, second, 1)
    divide(2, third, 1)
    divide(3, second + third, 2)
    divide(4, fourth, 1)
    divide(5, second + fourth, 2)
    divide(6, third + fourth, 2)
    divide(7, second + third + fourth, 3)
    guard best.bits > 0 else {
      self.init(mean: color(15))
      return
    }
    let inked = best.bits << 1
    self.init(
      Cell.quarterGlyphs[inked],
      Style(foreground: Color(mean: color(inked)), background: Color(mean: color(15 - inked))))
  }

  /// One colour.
  private init(mean: SIMD4<Float>) {
    let color = Color(mean: mean)
    self.init(" ", Style(foreground: color, background: color))
  }

  /// By the inked quarters: upper left 1, upper right 2, lower left 4, lower right 8.
  static let quarterGlyphs: [Unicode.Scalar] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]
}

extension Color {
  /// The nearest whole levels: a half goes up.
  fileprivate init(mean: SIMD4<Float>) {
    let levels = mean + 0.5
    self.init(red: UInt8(levels.x), green: UInt8(levels.y), blue: UInt8(levels.z))
  }

  /// Red, green and blue from 0 to 255.
  var levels: SIMD4<Float> { SIMD4(Float(red), Float(green), Float(blue), 0) }
}
