/// Kernels that find edges, corners and lines: their weights sum to 0.
extension NamedKernel {
  /// First derivatives, across and down; those of Roberts along the diagonals.
  static let gradients: [NamedKernel] = [
    NamedKernel("edge-x", [[1, -1]], source: .difference),
    NamedKernel("edge-y", [[1], [-1]], source: .difference),
    NamedKernel("roberts-x", [[1, 0], [0, -1]], source: .roberts),
    NamedKernel("roberts-y", [[0, 1], [-1, 0]], source: .roberts),
    NamedKernel("sobel-x", [[1, 0, -1], [2, 0, -2], [1, 0, -1]], source: .sobel),
    NamedKernel("sobel-y", [[1, 2, 1], [0, 0, 0], [-1, -2, -1]], source: .sobel),
    NamedKernel("prewitt-x", [[1, 0, -1], [1, 0, -1], [1, 0, -1]], source: .prewitt),
    NamedKernel("prewitt-y", [[1, 1, 1], [0, 0, 0], [-1, -1, -1]], source: .prewitt),
    NamedKernel("scharr-x", [[3, 0, -3], [10, 0, -10], [3, 0, -3]], source: .scharr),
    NamedKernel("scharr-y", [[3, 10, 3], [0, 0, 0], [-3, -10, -3]], source: .scharr),
    NamedKernel("sobel-5-x", product([1, 4, 6, 4, 1], [1, 2, 0, -2, -1]), source: .openCV),
    NamedKernel("sobel-5-y", product([1, 2, 0, -2, -1], [1, 4, 6, 4, 1]), source: .openCV),
  ]

  /// The eight directions of a compass; the largest of the eight results is the edge's strength.
  ///
  /// A direction is the side on which the image is bright.
  static let compass: [NamedKernel] =
    ["n", "nw", "w", "sw", "s", "se", "e", "ne"].enumerated().map { turns, direction in
      NamedKernel(
        "kirsch-\(direction)", ring([5, 5, 5, -3, -3, -3, -3, -3], turns: turns), source: .kirsch)
    }

  /// Second derivatives, positive in a dark spot.
  ///
  /// `log-5` is the Laplacian of a Gaussian with a deviation of about ½.
  static let secondDerivatives: [NamedKernel] = [
    NamedKernel("laplacian", [[0, 1, 0], [1, -4, 1], [0, 1, 0]], source: .secondDifferences),
    NamedKernel(
      "laplacian-8", [[1, 1, 1], [1, -8, 1], [1, 1, 1]], source: .laplacianWithDiagonals),
    NamedKernel(
      "log-5",
      [
        [0, 0, 1, 0, 0], [0, 1, 2, 1, 0], [1, 2, -16, 2, 1], [0, 1, 2, 1, 0], [0, 0, 1, 0, 0],
      ],
      source: .marrAndHildreth),
  ]

  /// Thin bright lines, by their angle with the rows, against the clock; `ridge` finds any.
  static let lines: [NamedKernel] = [
    NamedKernel("line-0", [[-1, -1, -1], [2, 2, 2], [-1, -1, -1]], source: .lineDetection),
    NamedKernel("line-45", [[-1, -1, 2], [-1, 2, -1], [2, -1, -1]], source: .lineDetection),
    NamedKernel("line-90", [[-1, 2, -1], [-1, 2, -1], [-1, 2, -1]], source: .lineDetection),
    NamedKernel("line-135", [[2, -1, -1], [-1, 2, -1], [-1, -1, 2]], source: .lineDetection),
    NamedKernel(
      "ridge", [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
      source: .negativeLaplacianWithDiagonals),
  ]

  /// A column times a row.
  static func product(_ column: [Float], _ row: [Float]) -> Tensor {
    Tensor(rows: column.map { factor in row.map { factor * $0 } })
  }

  /// The eight outer weights of a 3×3 kernel, clockwise from the upper left corner, moved against
  /// the clock by some places.
  private static func ring(_ weights: [Float], turns: Int) -> Tensor {
    let places = [(0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0)]
    var kernel = Tensor(Shape(3, 3))
    for (index, place) in places.enumerated() {
      kernel[place.0, place.1] = weights[(index + turns) % places.count]
    }
    return kernel
  }
}
