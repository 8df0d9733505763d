/// A change of a kernel as a whole.
public enum KernelEdit: Hashable, Sendable {
  case negate, transpose
  /// By 180°: rows and columns reversed.
  case turn
  /// By 90°.
  case rotate(clockwise: Bool)
  /// Divides by the sum of the weights, or by the sum of their magnitudes if the first is 0.
  case normalize
  /// Sets every weight to 0.
  case clear
  /// Adds rows of zeros below, or takes rows away.
  case rows(Int)
  /// Adds columns of zeros on the right, or takes columns away.
  case columns(Int)
  /// Adds rings of zeros around, or takes rings away; an axis too short for that keeps its length.
  case rings(Int)

  /// The most rows and columns that a kernel can grow to.
  public static let largestSize = 31
}

/// Why a kernel cannot be changed.
public enum KernelEditError: Error, Hashable, Sendable {
  case tooLarge(Shape, limit: Int)
  case tooSmall(Shape)
  /// All weights are 0, or they are too large to be added up.
  case noSum
}

extension KernelEdit {
  /// What normalizing divides by.
  public struct Divisor: Hashable, Sendable {
    public let value: Double
    /// Whether the weights' magnitudes were added, because their sum is 0.
    public let isOfMagnitudes: Bool

    /// The sum of a kernel's weights, in double precision; within 10⁻⁶ of their magnitudes it is 0.
    ///
    /// - Throws: `noSum` where neither sum can divide.
    public init(of kernel: Tensor) throws(KernelEditError) {
      let sum = kernel.elements.reduce(0) { $0 + Double($1) }
      let magnitudes = kernel.elements.reduce(0) { $0 + Double(abs($1)) }
      guard magnitudes > 0, magnitudes.isFinite else { throw .noSum }
      isOfMagnitudes = abs(sum) <= 1e-6 * magnitudes
      value = isOfMagnitudes ? magnitudes : sum
    }
  }

  /// The kernel with this change.
  ///
  /// - Parameter kernel: A matrix.
  /// - Throws: `KernelEditError` where the size or the sum does not allow it.
  public func applied(to kernel: Tensor) throws(KernelEditError) -> Tensor {
    switch self {
    case .negate: return kernel.map { 0 - $0 }
    case .transpose: return kernel.transposed
    case .turn: return kernel.flipped
    case .rotate(let clockwise):
      let (rows, columns) = (kernel.shape.rows, kernel.shape.columns)
      return KernelEdit.matrix(columns, rows) { i, j in
        clockwise ? kernel[rows - 1 - j, i] : kernel[j, columns - 1 - i]
      }
    case .normalize:
      let divisor = try Divisor(of: kernel).value
      // A zero keeps no sign.
      return kernel.map { Float(Double($0) / divisor) + 0 }
    case .clear: return Tensor(kernel.shape)
    case .rows(let count):
      return try KernelEdit.resized(
        kernel, by: Position(row: count, column: 0), from: .zero)
    case .columns(let count):
      return try KernelEdit.resized(
        kernel, by: Position(row: 0, column: count), from: .zero)
    case .rings(let count): return try KernelEdit.ringed(kernel, count)
    }
  }

  private static func ringed(_ kernel: Tensor, _ count: Int) throws(KernelEditError) -> Tensor {
    func isPossible(_ length: Int) -> Bool { (1...largestSize).contains(length + 2 * count) }
    let offset = Position(
      row: isPossible(kernel.shape.rows) ? count : 0,
      column: isPossible(kernel.shape.columns) ? count : 0)
    guard offset != .zero else {
      throw count > 0 ? .tooLarge(kernel.shape, limit: largestSize) : .tooSmall(kernel.shape)
    }
    return try resized(kernel, by: offset * 2, from: offset)
  }

  private static func resized(
    _ kernel: Tensor, by growth: Position, from offset: Position
  ) throws(KernelEditError) -> Tensor {
    let (rows, columns) = (kernel.shape.rows, kernel.shape.columns)
    let size = PlaneSize(rows: rows + growth.row, columns: columns + growth.column)
    guard size.rows >= 1, size.columns >= 1 else { throw .tooSmall(kernel.shape) }
    for (length, growth) in [(size.rows, growth.row), (size.columns, growth.column)]
    where growth > 0 && length > largestSize {
      throw .tooLarge(kernel.shape, limit: largestSize)
    }
    return matrix(size.rows, size.columns) { i, j in
      let (row, column) = (i - offset.row, j - offset.column)
      let isInside = (0..<rows).contains(row) && (0..<columns).contains(column)
      return isInside ? kernel[row, column] : 0
    }
  }

  private static func matrix(
    _ rows: Int, _ columns: Int, _ element: (Int, Int) -> Float
  ) -> Tensor {
    Tensor(
      Shape(rows, columns),
      (0..<rows).flatMap { row in (0..<columns).map { element(row, $0) } })
  }
}
