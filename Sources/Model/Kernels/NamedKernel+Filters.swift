/// Kernels that change how an image looks; most keep its brightness: their weights sum to 1.
extension NamedKernel {
  /// Means of a neighbourhood.
  ///
  /// The Gaussians are rows of Pascal's triangle, with deviations of √½, 1 and √1.5 elements;
  /// `motion-5` smears along a row. Source: Gonzalez and Woods, *Digital Image Processing*, 4th
  /// edition, §3.5; Burt and Adelson, *The Laplacian pyramid as a compact image code* (1983), for
  /// the rows of the triangle.
  static let smoothing: [NamedKernel] = [
    NamedKernel("gaussian", pascal([1, 2, 1])),
    NamedKernel("gaussian-5", pascal([1, 4, 6, 4, 1])),
    NamedKernel("gaussian-7", pascal([1, 6, 15, 20, 15, 6, 1])),
    NamedKernel("box", [[Float]](repeating: [1, 1, 1], count: 3), dividedBy: 9),
    NamedKernel("box-5", [[Float]](repeating: [1, 1, 1, 1, 1], count: 5), dividedBy: 25),
    NamedKernel("motion-5", [[1, 1, 1, 1, 1]], dividedBy: 5),
  ]

  /// Sharpening and relief, and the kernel that changes nothing.
  ///
  /// `sharpen` and `sharpen-8` are the identity minus a Laplacian, `unsharp-5` twice the identity
  /// minus `gaussian-5`. Source: Gonzalez and Woods, §3.6.
  static let others: [NamedKernel] = [
    NamedKernel("sharpen", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    NamedKernel("sharpen-8", [[-1, -1, -1], [-1, 9, -1], [-1, -1, -1]]),
    NamedKernel(
      "unsharp-5",
      [
        [-1, -4, -6, -4, -1], [-4, -16, -24, -16, -4], [-6, -24, 476, -24, -6],
        [-4, -16, -24, -16, -4], [-1, -4, -6, -4, -1],
      ], dividedBy: 256),
    NamedKernel("emboss", [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]),
    NamedKernel("identity", [[0, 0, 0], [0, 1, 0], [0, 0, 0]]),
  ]

  /// A row of Pascal's triangle times itself, divided by the sum of both.
  private static func pascal(_ row: [Float]) -> Tensor {
    let sum = row.reduce(0, +)
    return (1 / (sum * sum)) * product(row, row)
  }
}
