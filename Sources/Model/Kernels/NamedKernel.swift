/// A kernel that people know by name.
public struct NamedKernel: Hashable, Sendable {
  public let name: String
  public let kernel: Tensor

  private init(_ name: String, _ rows: [[Float]], dividedBy divisor: Float = 1) {
    self.name = name
    kernel = Tensor(rows: rows.map { $0.map { $0 / divisor } })
  }

  public static func named(_ name: String) -> NamedKernel? { all.first { $0.name == name } }

  /// All named kernels, in the order in which a key walks through them.
  ///
  /// Gradients are positive where brightness falls from left to right, or from top to bottom, as
  /// the difference [1, −1] is. Sources: Gonzalez and Woods, *Digital Image Processing*, 4th
  /// edition, §3.5–3.6 and §10.2; Scharr, *Optimale Operatoren in der Digitalen Bildverarbeitung*
  /// (2000), for `scharr`.
  public static let all: [NamedKernel] = [
    NamedKernel("edge-x", [[1, -1]]),
    NamedKernel("edge-y", [[1], [-1]]),
    NamedKernel("sobel-x", [[1, 0, -1], [2, 0, -2], [1, 0, -1]]),
    NamedKernel("sobel-y", [[1, 2, 1], [0, 0, 0], [-1, -2, -1]]),
    NamedKernel("prewitt-x", [[1, 0, -1], [1, 0, -1], [1, 0, -1]]),
    NamedKernel("prewitt-y", [[1, 1, 1], [0, 0, 0], [-1, -1, -1]]),
    NamedKernel("scharr-x", [[3, 0, -3], [10, 0, -10], [3, 0, -3]]),
    NamedKernel("scharr-y", [[3, 10, 3], [0, 0, 0], [-3, -10, -3]]),
    NamedKernel("laplacian", [[0, 1, 0], [1, -4, 1], [0, 1, 0]]),
    NamedKernel("laplacian-8", [[1, 1, 1], [1, -8, 1], [1, 1, 1]]),
    NamedKernel("gaussian", [[1, 2, 1], [2, 4, 2], [1, 2, 1]], dividedBy: 16),
    NamedKernel(
      "gaussian-5",
      [
        [1, 4, 6, 4, 1], [4, 16, 24, 16, 4], [6, 24, 36, 24, 6], [4, 16, 24, 16, 4],
        [1, 4, 6, 4, 1],
      ], dividedBy: 256),
    NamedKernel("box", [[1, 1, 1], [1, 1, 1], [1, 1, 1]], dividedBy: 9),
    NamedKernel("sharpen", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    NamedKernel("emboss", [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]),
    NamedKernel("identity", [[0, 0, 0], [0, 1, 0], [0, 0, 0]]),
  ]
}
