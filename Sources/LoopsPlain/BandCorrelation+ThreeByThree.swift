import Loops

/// Kernels of three rows and columns over one channel, the most common ones.
///
/// Strips of sixteen outputs go down the rows. Every input is loaded once and added to the three
/// output rows that it belongs to, and the nine weights stay in registers.
extension BandCorrelation {
  var isThreeByThree: Bool {
    kernelRows == 3 && tapOffsets.count == 3 && channels == 1 && outputRowStep == kernelRowStep
      && width >= SIMD16<Float>.count
  }

  @inline(never)
  func runThreeByThree() {
    let (top, middle, bottom) = (weightRow(0), weightRow(1), weightRow(2))
    for start in stride(from: 0, to: width, by: SIMD16<Float>.count) {
      // The last strip overlaps the one before it.
      let j = min(start, width - SIMD16<Float>.count)
      var first = SIMD16<Float>(repeating: bias)
      var second = first
      first.add(top, times: inputRow(0, j))
      let row = inputRow(1, j)
      first.add(middle, times: row)
      second.add(top, times: row)
      for i in 0..<rows {
        let row = inputRow(i + 2, j)
        var third = SIMD16<Float>(repeating: bias)
        first.add(bottom, times: row)
        second.add(middle, times: row)
        third.add(top, times: row)
        first.store(in: output, at: i * width + j, count: SIMD16<Float>.count)
        (first, second) = (second, third)
      }
    }
  }

  private typealias Row<Element> = (Element, Element, Element)

  @inline(__always)
  private func weightRow(_ u: Int) -> Row<Float> {
    (weights[3 * u], weights[3 * u + 1], weights[3 * u + 2])
  }

  /// The inputs that outputs j, j + 1 … meet in one row of the band, for each column of the kernel.
  @inline(__always)
  private func inputRow(_ row: Int, _ j: Int) -> Row<SIMD16<Float>> {
    let place = row &* kernelRowStep &+ j
    return (
      load(at: place &+ tapOffsets[0], as: SIMD16<Float>.self),
      load(at: place &+ tapOffsets[1], as: SIMD16<Float>.self),
      load(at: place &+ tapOffsets[2], as: SIMD16<Float>.self)
    )
  }
}

extension SIMD16<Float> {
  /// Adds the products of one kernel row.
  @inline(__always)
  fileprivate mutating func add(
    _ weights: (Float, Float, Float),
    times inputs: (SIMD16<Float>, SIMD16<Float>, SIMD16<Float>)
  ) {
    add(weights.0, times: inputs.0)
    add(weights.1, times: inputs.1)
    add(weights.2, times: inputs.2)
  }
}
