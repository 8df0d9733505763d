/// How the pixels of an axis make those of another length: each is the mean of what lies under it.
struct Resampling {
  /// The old pixels under a new one.
  private struct Span {
    let first, count: Int
    /// Where their shares begin.
    let share: Int

    var pixels: Range<Int> { first..<first + count }
  }

  private let spans: [Span]
  /// The shares of the old pixels in the new ones, one span's after the other's.
  private let shares: [Float]

  /// - Parameters:
  ///   - length: The old pixels; at least 1.
  ///   - count: The new ones.
  init(_ length: Int, to count: Int) {
    let ratio = Float(length) / Float(max(1, count))
    var (spans, shares) = ([Span](), [Float]())
    spans.reserveCapacity(count)
    shares.reserveCapacity(length + 2 * count)
    for index in 0..<count {
      let (start, end) = (Float(index) * ratio, Float(index + 1) * ratio)
      let first = min(length - 1, Int(start))
      let last = max(first, min(length, Int(end.rounded(.up))) - 1)
      spans.append(Span(first: first, count: last + 1 - first, share: shares.count))
      var whole: Float = 0
      for pixel in first...last {
        shares.append(max(1e-6, min(end, Float(pixel + 1)) - max(start, Float(pixel))))
        whole += shares[shares.count - 1]
      }
      for share in shares.count - (last + 1 - first)..<shares.count { shares[share] /= whole }
    }
    (self.spans, self.shares) = (spans, shares)
  }

  /// The new pixels.
  var count: Int { spans.count }

  /// The new pixels that have a part of some old ones.
  func touched(by range: Range<Int>) -> [Bool] { spans.map { range.overlaps($0.pixels) } }

  /// The pixels of rows that follow each other, made anew along both axes.
  static func image<Pixel: SIMD>(
    _ pixels: [Pixel], columns: Int, _ vertical: Resampling, _ horizontal: Resampling
  ) -> [Pixel] where Pixel.Scalar == Float {
    pixels.withUnsafeBufferPointer { pixels in
      vertical.shares.withUnsafeBufferPointer { rowShares in
        horizontal.shares.withUnsafeBufferPointer { columnShares in
          vertical.pixels(with: horizontal) { row, column in
            if row.count == 1, column.count == 1 {
              return pixels[row.first * columns + column.first]
            }
            var sum = Pixel.zero
            for r in 0..<row.count {
              let (start, share) = (
                (row.first + r) * columns + column.first, rowShares[row.share + r]
              )
              for c in 0..<column.count {
                sum += pixels[start + c] * (share * columnShares[column.share + c])
              }
            }
            return sum
          }
        }
      }
    }
  }

  /// What the old pixels under each new one come to, row after row.
  @inline(__always)
  private func pixels<Pixel>(
    with horizontal: Resampling, _ pixel: (_ row: Span, _ column: Span) -> Pixel
  ) -> [Pixel] {
    Array(unsafeUninitializedCapacity: count * horizontal.count) { buffer, filled in
      horizontal.spans.withUnsafeBufferPointer { columns in
        for row in spans {
          for column in columns {
            buffer.initializeElement(at: filled, to: pixel(row, column))
            filled += 1
          }
        }
      }
    }
  }
}
