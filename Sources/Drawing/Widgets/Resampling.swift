/// How the pixels of an axis make those of another length: each is the mean of what lies under it.
struct Resampling {
  /// For each new pixel, the first old one under it and the shares of it and of those after it.
  private let spans: [(first: Int, shares: [Float])]

  /// - Parameters:
  ///   - length: The old pixels; at least 1.
  ///   - count: The new ones.
  init(_ length: Int, to count: Int) {
    let ratio = Float(length) / Float(max(1, count))
    spans = (0..<count).map { index in
      let (start, end) = (Float(index) * ratio, Float(index + 1) * ratio)
      let first = min(length - 1, Int(start))
      let last = max(first, min(length, Int(end.rounded(.up))) - 1)
      let widths = (first...last).map { max(1e-6, min(end, Float($0 + 1)) - max(start, Float($0))) }
      let whole = widths.reduce(0, +)
      return (first, widths.map { $0 / whole })
    }
  }

  /// The new pixels that have a part of some old ones.
  func touched(by range: Range<Int>) -> [Bool] {
    spans.map { range.overlaps($0.first..<$0.first + $0.shares.count) }
  }

  /// The old pixel of the largest magnitude under each new one, along both axes; NaN where there is one.
  static func strongest(
    _ pixels: [Float], columns: Int, _ vertical: Resampling, _ horizontal: Resampling
  ) -> [Float] {
    vertical.spans.flatMap { row in
      horizontal.spans.map { column in
        var strongest: Float = 0
        for r in row.first..<row.first + row.shares.count {
          for c in column.first..<column.first + column.shares.count {
            let pixel = pixels[r * columns + c]
            if pixel.magnitude > strongest.magnitude || pixel.isNaN { strongest = pixel }
          }
        }
        return strongest
      }
    }
  }

  /// The pixels of rows that follow each other, made anew along both axes.
  static func image(
    _ pixels: [SIMD4<Float>], columns: Int, _ vertical: Resampling, _ horizontal: Resampling
  ) -> [SIMD4<Float>] {
    var result: [SIMD4<Float>] = []
    result.reserveCapacity(vertical.spans.count * horizontal.spans.count)
    for row in vertical.spans {
      for column in horizontal.spans {
        var sum = SIMD4<Float>.zero
        for (r, share) in row.shares.enumerated() {
          let start = (row.first + r) * columns + column.first
          for (c, part) in column.shares.enumerated() { sum += pixels[start + c] * (share * part) }
        }
        result.append(sum)
      }
    }
    return result
  }
}
