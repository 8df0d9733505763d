import Model

/// Which edges a kernel sees, from its weights alone.
///
/// Where an image is the same along each of its rows, an output is Σ over the kernel's rows of (the sum
/// of the row's weights)·(a brightness): 0 for every such image where all those sums are 0.
struct KernelSight: Hashable, Sendable {
  let seesVerticalEdges: Bool
  let seesHorizontalEdges: Bool
  /// The sum of the weights: what 1 everywhere becomes.
  let sum: Float
  /// Whether it is the same turned by 180°: then an edge becomes two lines, one on each side.
  let isEven: Bool
  /// Whether every weight is 0.
  let isZero: Bool

  /// - Parameter kernel: A matrix. Sums within 10⁻⁶ of the weights' magnitudes count as 0.
  init(_ kernel: Tensor) {
    let (rows, columns) = (kernel.shape.rows, kernel.shape.columns)
    let tolerance = 1e-6 * kernel.elements.reduce(0) { $0 + abs($1) }
    func sees(_ sums: [Float]) -> Bool { !sums.allSatisfy { abs($0) <= tolerance } }
    let byRow = (0..<rows).map { row in (0..<columns).reduce(0) { $0 + kernel[row, $1] } }
    let byColumn = (0..<columns).map { column in (0..<rows).reduce(0) { $0 + kernel[$1, column] } }
    isEven = kernel == kernel.flipped
    isZero = kernel.elements.allSatisfy { $0 == 0 }
    seesHorizontalEdges = sees(byRow)
    seesVerticalEdges = sees(byColumn)
    let sum = byRow.reduce(0, +)
    self.sum = abs(sum) <= tolerance ? 0 : sum
  }
}
