extension Cell {
  /// Four pixels in two colours: those that come nearest to them, and the glyph that divides the cell
  /// between them.
  ///
  /// - Parameter pixels: Red, green and blue from 0 to 255 of the upper left pixel, the upper right,
  ///   the lower left and the lower right one.
  init(quarters pixels: (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>)) {
    let (first, others) = (pixels.0, [pixels.1, pixels.2, pixels.3])
    let whole = first + others[0] + others[1] + others[2]
    // Of all ways to divide the pixels the least squared error is where the means lie furthest apart.
    var best = (gain: Float(0.5), bits: 0, inked: SIMD4<Float>.zero, count: Float(1))
    for bits in 1...7 {
      var (inked, count) = (SIMD4<Float>.zero, Float(0))
      for (bit, pixel) in others.enumerated() where bits >> bit & 1 == 1 {
        (inked, count) = (inked + pixel, count + 1)
      }
      let way = inked / count - (whole - inked) / (4 - count)
      let gain = (way * way).sum() * count * (4 - count)
      if gain > best.gain { best = (gain, bits, inked, count) }
    }
    guard best.bits > 0 else {
      let color = Color(mean: whole / 4)
      self.init(style: Style(foreground: color, background: color))
      return
    }
    self.init(
      glyph: Cell.quarterGlyphs[best.bits],
      style: Style(
        foreground: Color(mean: best.inked / best.count),
        background: Color(mean: (whole - best.inked) / (4 - best.count))))
  }

  /// By the inked quarters but the first: upper right 1, lower left 2, lower right 4.
  private static let quarterGlyphs: [Character] = [" ", "▝", "▖", "▞", "▗", "▐", "▄", "▟"]
}

extension Color {
  fileprivate init(mean: SIMD4<Float>) {
    self.init(
      red: UInt8(mean.x.rounded()), green: UInt8(mean.y.rounded()), blue: UInt8(mean.z.rounded()))
  }

  /// Red, green and blue from 0 to 255.
  var levels: SIMD4<Float> { SIMD4(Float(red), Float(green), Float(blue), 0) }
}
