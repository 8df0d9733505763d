/// A kernel that people know by name.
public struct NamedKernel: Hashable, Sendable {
  public let name: String
  public let kernel: Tensor
  public let source: Source

  init(_ name: String, _ rows: [[Float]], dividedBy divisor: Float = 1, source: Source) {
    self.init(name, Tensor(rows: rows.map { $0.map { $0 / divisor } }), source: source)
  }

  init(_ name: String, _ kernel: Tensor, source: Source) {
    self.name = name
    self.kernel = kernel
    self.source = source
  }

  public static func named(_ name: String) -> NamedKernel? { all.first { $0.name == name } }

  /// All named kernels, in the order in which a key walks through them.
  ///
  /// `gradients` are positive where brightness falls from left to right, or from top to bottom, as
  /// the difference [1, −1] is; the others say which way they look.
  public static let all = gradients + compass + secondDerivatives + lines + smoothing + others
}
