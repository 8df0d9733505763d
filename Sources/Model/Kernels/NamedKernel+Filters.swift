/// Kernels that change how an image looks; most keep its brightness: their weights sum to 1.
extension NamedKernel {
  /// Means of a neighbourhood.
  ///
  /// The Gaussians are rows of Pascal's triangle, with deviations of √½, 1 and √1.5 elements;
  /// `motion-5` smears along a row.
  static let smoothing: [NamedKernel] = [
    NamedKernel("gaussian", pascal([1, 2, 1]), source: .binomial),
    NamedKernel("gaussian-5", pascal([1, 4, 6, 4, 1]), source: .burtAndAdelson),
    NamedKernel("gaussian-7", pascal([1, 6, 15, 20, 15, 6, 1]), source: .binomial),
    NamedKernel("box", [[Float]](repeating: [1, 1, 1], count: 3), dividedBy: 9, source: .mean),
    NamedKernel(
      "box-5", [[Float]](repeating: [1, 1, 1, 1, 1], count: 5), dividedBy: 25, source: .mean),
    NamedKernel("motion-5", [[1, 1, 1, 1, 1]], dividedBy: 5, source: .mean),
  ]

  /// Sharpening and relief, and the kernel that changes nothing.
  static let others: [NamedKernel] = [
    NamedKernel(
      "sharpen", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]], source: .identityMinusLaplacian),
    NamedKernel(
      "sharpen-8", [[-1, -1, -1], [-1, 9, -1], [-1, -1, -1]],
      source: .identityMinusLaplacianWithDiagonals),
    NamedKernel(
      "unsharp-5",
      [
        [-1, -4, -6, -4, -1], [-4, -16, -24, -16, -4], [-6, -24, 476, -24, -6],
        [-4, -16, -24, -16, -4], [-1, -4, -6, -4, -1],
      ], dividedBy: 256, source: .unsharpMask),
    NamedKernel("emboss", [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]], source: .customary),
    NamedKernel("identity", [[0, 0, 0], [0, 1, 0], [0, 0, 0]], source: .definition),
  ]

  /// A row of Pascal's triangle times itself, divided by the sum of both.
  private static func pascal(_ row: [Float]) -> Tensor {
    let sum = row.reduce(0, +)
    return (1 / (sum * sum)) * product(row, row)
  }
}
