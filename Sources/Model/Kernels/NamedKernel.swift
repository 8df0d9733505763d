/// A kernel that people know by name.
public struct NamedKernel: Hashable, Sendable {
  public let name: String
  public let kernel: Tensor

  init(_ name: String, _ rows: [[Float]], dividedBy divisor: Float = 1) {
    self.init(name, Tensor(rows: rows.map { $0.map { $0 / divisor } }))
  }

  init(_ name: String, _ kernel: Tensor) {
    self.name = name
    self.kernel = kernel
  }

  public static func named(_ name: String) -> NamedKernel? { all.first { $0.name == name } }

  /// All named kernels, in the order in which a key walks through them.
  ///
  /// Gradients are positive where brightness falls from left to right, or from top to bottom, as
  /// the difference [1, −1] is.
  public static let all = gradients + compass + secondDerivatives + lines + smoothing + others
}
