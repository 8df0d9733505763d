extension Correlation {
  /// Returns the same as `plain`, faster.
  ///
  /// The padded input is copied band by band; every kernel then runs over the band, many outputs
  /// at a time. A small kernel reads a large input where it lies, and bands serve the edges. Products are added in the same order as in `plain`: the results are equal, except
  /// that a fused multiply-add, where the processor has one, rounds once instead of twice.
  ///
  /// Two cases are left to `plain`: weights that are not finite over zero padding, whose products
  /// ∞·0 must be left out, and strides or dilations beyond the size of a band.
  public static func fast(
    _ input: Tensor, _ kernel: Tensor, bias: [Float]? = nil, geometry: Geometry
  ) -> Tensor {
    fast(input, kernel, bias: bias, geometry: geometry, loops: .best)
  }

  static func fast(
    _ input: Tensor, _ kernel: Tensor, bias: [Float]?, geometry: Geometry, loops: LoopTable
  ) -> Tensor {
    precondition(input.shape == geometry.input && kernel.shape == geometry.kernel)
    guard geometry.isUnpadded || kernel.elements.allSatisfy(\.isFinite),
      let whole = Band(geometry)
    else { return plain(input, kernel, bias: bias, geometry: geometry) }
    let interior = Interior(geometry)
    // Bands of fewer columns are smaller, so there are always these as well.
    let bands = [whole] + (interior?.edges ?? []).compactMap { Band(geometry, outputs: $0) }
    var padded = bands.map { [Float](repeating: 0, count: $0.count) }
    let shape = geometry.output
    let elements = [Float](unsafeUninitializedCapacity: shape.count) { output, count in
      UnsafeMutableRawBufferPointer(output).useLargePages()
      for n in 0..<input.shape.batch {
        for first in stride(from: 0, to: geometry.rows.output, by: whole.height) {
          let rows = first..<min(first + whole.height, geometry.rows.output)
          let inside = interior.flatMap { $0.rows.contains(rows) ? $0 : nil }
          let needed = inside == nil ? 0..<1 : 1..<bands.count
          for index in needed {
            bands[index].fill(&padded[index], from: input, image: n, firstOutput: first)
          }
          for k in 0..<kernel.shape.batch {
            let bias = bias?[k] ?? 0
            inside?.correlate(
              input, kernel, number: k, bias: bias, image: n, into: output, rows: rows,
              loops: loops)
            for index in needed {
              bands[index].correlate(
                padded[index], kernel, number: k, bias: bias, image: n, into: output, rows: rows,
                loops: loops)
            }
          }
        }
      }
      count = shape.count
    }
    return Tensor(shape, elements)
  }
}

extension Geometry {
  /// Whether no window covers a zero outside the input.
  var isUnpadded: Bool {
    options.mode != .zeros || rows.padded == rows.input && columns.padded == columns.input
  }
}
