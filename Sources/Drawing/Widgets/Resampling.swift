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
