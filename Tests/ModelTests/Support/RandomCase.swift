import Model

extension Tensor {
  /// Numbers drawn uniformly from −1…1.
  static func random(_ shape: Shape, using generator: inout SeededGenerator) -> Tensor {
    Tensor(shape, (0..<shape.count).map { _ in Float.random(in: -1...1, using: &generator) })
  }

  /// Whole numbers from −4…4: their products and sums are exact in single precision.
  static func randomWhole(_ shape: Shape, using generator: inout SeededGenerator) -> Tensor {
    Tensor(shape, (0..<shape.count).map { _ in Float(Int.random(in: -4...4, using: &generator)) })
  }

  var doubles: [Double] { elements.map(Double.init) }
}

/// A correlation with every option drawn at random, small enough to count by hand.
struct RandomCase: Sendable, CustomStringConvertible {
  let seed: UInt64
  let input: Tensor
  let kernel: Tensor
  let bias: [Float]?
  let geometry: Geometry

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let geometry = RandomCase.geometry(using: &generator)
    self.seed = seed
    self.geometry = geometry
    input = Tensor.random(geometry.input, using: &generator)
    kernel = Tensor.random(geometry.kernel, using: &generator)
    bias =
      Bool.random(using: &generator)
      ? (0..<kernel.shape.batch).map { _ in Float.random(in: -1...1, using: &generator) } : nil
  }

  static let forty = (1...40).map { RandomCase(seed: $0) }

  var description: String {
    let options = geometry.options
    return "seed \(seed): \(geometry.input) ⋆ \(geometry.kernel) \(options.mode)"
      + " s \(options.stride.rows),\(options.stride.columns)"
      + " p \(options.padding.rows),\(options.padding.columns)"
      + " d \(options.dilation.rows),\(options.dilation.columns) groups \(options.groups)"
  }

  /// Draws options until the kernel fits.
  static func geometry(using generator: inout SeededGenerator) -> Geometry {
    func pair(_ range: ClosedRange<Int>) -> PerAxis<Int> {
      PerAxis(
        rows: Int.random(in: range, using: &generator),
        columns: Int.random(in: range, using: &generator))
    }
    while true {
      let groups = [1, 1, 2, 3].randomElement(using: &generator) ?? 1
      let size = pair(1...7)
      let taps = pair(1...3)
      let channels = Int.random(in: 1...2, using: &generator)
      let kernels = groups * Int.random(in: 1...2, using: &generator)
      let options = CorrelationOptions(
        stride: pair(1...3), padding: pair(0...3),
        mode: PaddingMode.allCases.randomElement(using: &generator) ?? .zeros,
        dilation: pair(1...3), groups: groups)
      let geometry = try? Geometry(
        input: Shape(
          Int.random(in: 1...2, using: &generator), groups * channels, size.rows, size.columns),
        kernel: Shape(kernels, channels, taps.rows, taps.columns), options: options)
      if let geometry { return geometry }
    }
  }
}
