import Model

/// What a kernel gives on an image that shows what it lacks.
enum KernelFault: Hashable, Sendable {
  /// On an image of one brightness.
  case even(Float, gives: Float)
  /// Where a brightness meets another, left of it or above it.
  case edge(KernelProperty.Edge, first: Float, second: Float, gives: Float)
  /// Where brightness grows evenly to the right, or downwards.
  case ramp(isDownwards: Bool, gives: Float)
  /// Where brightness grows with the square of the distance.
  case bend(gives: Float)
  case pixel(was: Float, gives: Float)
  /// On an image of 0 and 1.
  case outside(gives: Float)
  /// How far the numbers of a noisy image lie apart, before and after.
  case spread(before: Float, after: Float)
  /// Two rows of two weights that are no multiples of each other.
  case weights(Float, Float, Float, Float)
  case size(PlaneSize)
}

extension KernelProperty {
  /// What shows that a kernel lacks this; nil where it has it.
  ///
  /// The kernel is tried on generated images, the same ones each time.
  ///
  /// - Complexity: Some dozen correlations over images a few pixels larger than the kernel.
  func fault(of kernel: Tensor) -> KernelFault? {
    let trial = KernelTrial(kernel)
    switch self {
    case .finds(let edge): return trial.evenness(to: 0) ?? trial.edges(edge, areFound: true)
    case .ignores(let edge): return trial.edges(edge, areFound: false)
    case .sums(let sum): return trial.evenness(to: sum)
    case .secondDerivative: return trial.evenness(to: 0) ?? trial.ramps() ?? trial.bends()
    case .identity: return trial.pixels()
    case .separable: return trial.weights()
    case .blurs: return trial.evenness(to: 1) ?? trial.range() ?? trial.noise()
    case .size(let size):
      let own = PlaneSize(kernel.shape)
      return own == size ? nil : .size(own)
    }
  }
}

/// A kernel on generated images.
private struct KernelTrial {
  private let kernel: Tensor
  private var generator = SeededGenerator(seed: 6)
  /// Brightnesses, the first ones easy to read.
  private let levels: [(Float, Float)]

  init(_ kernel: Tensor) {
    self.kernel = kernel
    var generator = generator
    levels =
      [(1, 0)]
      + (0..<3).map { _ in
        (
          Float(Int.random(in: 6...9, using: &generator)),
          Float(Int.random(in: 1...4, using: &generator))
        )
      }
    self.generator = generator
  }

  /// What the kernel gives on an image so many pixels larger than it.
  private func outputs(_ more: Int = 4, _ pixel: (Int, Int) -> Float) -> [Float] {
    let (rows, columns) = (kernel.shape.rows + more, kernel.shape.columns + more)
    let image = Tensor(
      Shape(rows, columns),
      (0..<rows).flatMap { row in (0..<columns).map { pixel(row, $0) } })
    guard let geometry = try? Geometry(input: image.shape, kernel: kernel.shape) else { return [] }
    return Correlation.fast(image, kernel, geometry: geometry).elements
  }

  /// Whether a number differs from another by more than rounding, at a brightness.
  private func differs(_ value: Float, from other: Float, at brightness: Float) -> Bool {
    let magnitude = kernel.elements.reduce(0) { $0 + abs($1) }
    return abs(value - other) > 1e-5 * max(1e-3, magnitude * brightness)
  }

  func evenness(to factor: Float) -> KernelFault? {
    for (level, _) in levels {
      let value = outputs(0) { _, _ in level }.first ?? 0
      if differs(value, from: factor * level, at: level) { return .even(level, gives: value) }
    }
    return nil
  }

  /// Edges whose bright side lies on one side, then on the other.
  func edges(_ edge: KernelProperty.Edge, areFound: Bool) -> KernelFault? {
    let (rows, columns) = (kernel.shape.rows, kernel.shape.columns)
    // Every window lies somewhere else across the edge; the image reaches a window to either side.
    let more = 2 * (abs(edge.down) + abs(edge.right)) + max(rows, columns)
    let middle = edge.down * (columns + more) / 2 - edge.right * (rows + more) / 2
    for (bright, dark) in levels {
      for (first, second) in [(bright, dark), (dark, bright)] {
        let values = outputs(more) { row, column in
          // Below 0 on the left of an edge that runs down, and below one that runs to the right.
          let side = edge.down * column - edge.right * row - middle
          return edge.down != 0 ? side < 0 ? first : second : side > 0 ? first : second
        }
        let largest = values.max { abs($0) < abs($1) } ?? 0
        if differs(largest, from: 0, at: bright) != areFound {
          return .edge(edge, first: first, second: second, gives: areFound ? 0 : largest)
        }
      }
    }
    return nil
  }

  func ramps() -> KernelFault? {
    for isDownwards in [false, true] {
      let values = outputs { row, column in Float(isDownwards ? row : column) }
      let largest = values.max { abs($0) < abs($1) } ?? 0
      let brightness = Float(max(kernel.shape.rows, kernel.shape.columns) + 4)
      if differs(largest, from: 0, at: brightness) {
        return .ramp(isDownwards: isDownwards, gives: largest)
      }
    }
    return nil
  }

  /// Whether any of r², c² and r·c gives a number other than 0, and the squares none below it.
  func bends() -> KernelFault? {
    let squares: [(Float, Float) -> Float] = [{ r, _ in r * r }, { _, c in c * c }]
    func others(_ image: (Float, Float) -> Float) -> [Float] {
      outputs { row, column in image(Float(row), Float(column)) }.filter {
        differs($0, from: 0, at: 1)
      }
    }
    if let turned = squares.flatMap(others).first(where: { $0 < 0 }) {
      return .bend(gives: turned)
    }
    return (squares + [{ $0 * $1 }]).contains { !others($0).isEmpty } ? nil : .bend(gives: 0)
  }

  /// Whether each number is that in the middle of its window; of two the first.
  func pixels() -> KernelFault? {
    var generator = generator
    let (rows, columns) = (kernel.shape.rows + 4, kernel.shape.columns + 4)
    let pixels = (0..<rows * columns).map { _ in Float(Int.random(in: 1...9, using: &generator)) }
    let values = outputs { pixels[$0 * columns + $1] }
    let (top, left) = ((kernel.shape.rows - 1) / 2, (kernel.shape.columns - 1) / 2)
    for (index, value) in values.enumerated() {
      let at = Position(index, inRowsOf: 5) + Position(row: top, column: left)
      let was = pixels[at.row * columns + at.column]
      if differs(value, from: was, at: 9) { return .pixel(was: was, gives: value) }
    }
    return nil
  }

  /// Whether each 2×2 weights with the largest among them are multiples of one row.
  func weights() -> KernelFault? {
    let columns = kernel.shape.columns
    let index = kernel.elements.indices.max {
      abs(kernel.elements[$0]) < abs(kernel.elements[$1])
    }
    let pivot = Position(index ?? 0, inRowsOf: columns)
    let largest = kernel[pivot.row, pivot.column]
    for row in 0..<kernel.shape.rows {
      for column in 0..<columns {
        let (one, other) = (kernel[row, column], kernel[pivot.row, column])
        let below = kernel[row, pivot.column]
        if abs(one * largest - other * below) > 1e-5 * largest * largest {
          return .weights(largest, other, below, one)
        }
      }
    }
    return nil
  }

  /// Bright where weights are below 0, and dark where they are not.
  func range() -> KernelFault? {
    let (rows, columns) = (kernel.shape.rows, kernel.shape.columns)
    let value =
      outputs(0) { row, column in
        row < rows && column < columns && kernel[row, column] < 0 ? 1 : 0
      }.first ?? 0
    return differs(value, from: 0, at: 1) ? .outside(gives: value) : nil
  }

  func noise() -> KernelFault? {
    var generator = generator
    let (rows, columns) = (kernel.shape.rows + 16, kernel.shape.columns + 16)
    let pixels = (0..<rows * columns).map { _ in Float(Int.random(in: 0...9, using: &generator)) }
    let (before, after) = (
      KernelTrial.spread(pixels), KernelTrial.spread(outputs(16) { pixels[$0 * columns + $1] })
    )
    return after < 0.95 * before ? nil : .spread(before: before, after: after)
  }

  /// The standard deviation.
  private static func spread(_ numbers: [Float]) -> Float {
    let mean = numbers.reduce(0, +) / Float(max(1, numbers.count))
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Float(max(1, numbers.count))).squareRoot()
  }
}
