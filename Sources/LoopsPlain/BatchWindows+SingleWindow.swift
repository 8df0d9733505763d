import Loops

/// The weights' gradient where there is one window, as in a linear layer.
///
/// Vectors over the images would have to be summed lane by lane for every weight. Sixteen taps are
/// turned into vectors over the taps instead, one for each image, which add up to sixteen weights.
extension BatchWindows {
  func addSingleWindowWeightGradients(
    _ input: Vectors, _ gradient: Vectors, _ weightGradient: UnsafeMutablePointer<Float>
  ) {
    withUnsafeTemporaryAllocation(of: SIMD16<Float>.self, capacity: 16) { images in
      let images = images.baseAddress!
      for first in stride(from: 0, to: taps, by: 16) {
        let count = min(16, taps - first)
        turn(input, first, count, into: images)
        var k = 0
        while k < kernels {
          let weights = weightGradient + (k &* taps &+ first)
          let g = UnsafeRawPointer(gradient + k)
          switch kernels - k {
          case 6...: k += add(Six(repeating: .zero), images, g, weights, count)
          case 4...: k += add(Four(repeating: .zero), images, g, weights, count)
          case 2...: k += add(Two(repeating: .zero), images, g, weights, count)
          default: k += add(One(repeating: .zero), images, g, weights, count)
          }
        }
      }
    }
  }

  /// Makes vector l hold taps `first`, `first` + 1 … of image l.
  @inline(__always)
  private func turn(_ input: Vectors, _ first: Int, _ count: Int, into images: Vectors) {
    let lanes = UnsafeMutableRawPointer(images)
    for t in 0..<16 {
      let x = t < count ? input[tapOffsets[first &+ t]] : .zero
      for lane in 0..<16 {
        lanes.storeBytes(of: x[lane], toByteOffset: (lane &* 16 &+ t) &* 4, as: Float.self)
      }
    }
  }

  @inline(__always)
  private func add<let n: Int>(
    _ zero: InlineArray<n, SIMD16<Float>>, _ images: Vectors, _ gradient: UnsafeRawPointer,
    _ weights: UnsafeMutablePointer<Float>, _ count: Int
  ) -> Int {
    var sums = zero
    for lane in 0..<16 {
      let x = images[lane]
      for m in 0..<n {
        let g = gradient.load(fromByteOffset: (m &* 16 &+ lane) &* 4, as: Float.self)
        sums[m].add(g, times: x)
      }
    }
    for m in 0..<n {
      let row = weights + m &* taps
      if count == 16 {
        let place = UnsafeMutableRawPointer(row)
        let sum = place.loadUnaligned(as: SIMD16<Float>.self) + sums[m]
        place.storeBytes(of: sum, as: SIMD16<Float>.self)
      } else {
        for t in 0..<count { row[t] += sums[m][t] }
      }
    }
    return n
  }
}
