import Loops

/// Kernels of three rows and columns over one channel, the most common ones.
///
/// Tiles of four rows and eight columns of outputs go along the rows, the order in which memory is
/// fastest. Every input is loaded once for the three output rows that it belongs to, and the sums and
/// weights of a tile stay in registers.
extension BandCorrelation {
  private typealias Vector = SIMD8<Float>
  private typealias Row<Element> = (Element, Element, Element)

  /// The output rows of a tile.
  private static var tileRows: Int { 4 }

  var isThreeByThree: Bool {
    kernelRows == 3 && tapOffsets.count == 3 && channels == 1 && outputRowStep == kernelRowStep
      && rows >= BandCorrelation.tileRows && width >= Vector.count
  }

  @inline(never)
  func runThreeByThree() {
    guard let band = band.baseAddress, let output = output.baseAddress else { return }
    let size = MemoryLayout<Float>.size
    let weights = (weightRow(0), weightRow(1), weightRow(2))
    let taps = (size &* tapOffsets[0], size &* tapOffsets[1], size &* tapOffsets[2])
    let (inputStep, outputStep) = (size &* kernelRowStep, size &* outputPitch)
    let bias = Vector(repeating: bias)
    // The last tile of either axis overlaps the one before it.
    for start in stride(from: 0, to: rows, by: BandCorrelation.tileRows) {
      let i = min(start, rows &- BandCorrelation.tileRows)
      let (inputs, outputs) = (band + i &* inputStep, output + i &* outputStep)
      for start in stride(from: 0, to: width, by: Vector.count) {
        let j = size &* min(start, width &- Vector.count)
        BandCorrelation.tile(
          inputs + j, inputStep, taps, weights, bias, outputs + j, outputStep)
      }
    }
  }

  /// Computes one tile. Steps and offsets count bytes.
  @inline(__always)
  private static func tile(
    _ band: UnsafeRawPointer, _ inputStep: Int, _ taps: Row<Int>, _ weights: Row<Row<Float>>,
    _ bias: Vector, _ output: UnsafeMutableRawPointer, _ outputStep: Int
  ) {
    /// The inputs that the outputs meet in one row of the band, for each column of the kernel.
    func inputs(_ row: Int) -> Row<Vector> {
      let place = band + row &* inputStep
      return (
        (place + taps.0).loadUnaligned(as: Vector.self),
        (place + taps.1).loadUnaligned(as: Vector.self),
        (place + taps.2).loadUnaligned(as: Vector.self)
      )
    }
    func store(_ sums: Vector, _ row: Int) {
      (output + row &* outputStep).storeBytes(of: sums, as: Vector.self)
    }
    let (top, middle, bottom) = weights
    var (first, second, third, fourth) = (bias, bias, bias, bias)
    var row = inputs(0)
    first.add(top, times: row)
    row = inputs(1)
    first.add(middle, times: row)
    second.add(top, times: row)
    row = inputs(2)
    first.add(bottom, times: row)
    second.add(middle, times: row)
    third.add(top, times: row)
    store(first, 0)
    row = inputs(3)
    second.add(bottom, times: row)
    third.add(middle, times: row)
    fourth.add(top, times: row)
    store(second, 1)
    row = inputs(4)
    third.add(bottom, times: row)
    fourth.add(middle, times: row)
    store(third, 2)
    row = inputs(5)
    fourth.add(bottom, times: row)
    store(fourth, 3)
  }

  private func weightRow(_ u: Int) -> Row<Float> {
    (weights[3 * u], weights[3 * u + 1], weights[3 * u + 2])
  }
}

extension SIMD8<Float> {
  /// Adds the products of one kernel row.
  @inline(__always)
  fileprivate mutating func add(
    _ weights: (Float, Float, Float), times inputs: (Self, Self, Self)
  ) {
    add(weights.0, times: inputs.0)
    add(weights.1, times: inputs.1)
    add(weights.2, times: inputs.2)
  }
}
