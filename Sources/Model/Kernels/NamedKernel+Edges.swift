/// Kernels that find edges, corners and lines: their weights sum to 0.
extension NamedKernel {
  /// First derivatives, across and down.
  ///
  /// Sources: Gonzalez and Woods, *Digital Image Processing*, 4th edition, §10.2, for `roberts`,
  /// `prewitt` and `sobel`; Scharr, *Optimale Operatoren in der Digitalen Bildverarbeitung* (2000),
  /// for `scharr`; OpenCV, `getDerivKernels` with a size of 5, for `sobel-5`.
  static let gradients: [NamedKernel] = [
    NamedKernel("edge-x", [[1, -1]]),
    NamedKernel("edge-y", [[1], [-1]]),
    NamedKernel("roberts-x", [[1, 0], [0, -1]]),
    NamedKernel("roberts-y", [[0, 1], [-1, 0]]),
    NamedKernel("sobel-x", [[1, 0, -1], [2, 0, -2], [1, 0, -1]]),
    NamedKernel("sobel-y", [[1, 2, 1], [0, 0, 0], [-1, -2, -1]]),
    NamedKernel("prewitt-x", [[1, 0, -1], [1, 0, -1], [1, 0, -1]]),
    NamedKernel("prewitt-y", [[1, 1, 1], [0, 0, 0], [-1, -1, -1]]),
    NamedKernel("scharr-x", [[3, 0, -3], [10, 0, -10], [3, 0, -3]]),
    NamedKernel("scharr-y", [[3, 10, 3], [0, 0, 0], [-3, -10, -3]]),
    NamedKernel("sobel-5-x", product([1, 4, 6, 4, 1], [1, 2, 0, -2, -1])),
    NamedKernel("sobel-5-y", product([1, 2, 0, -2, -1], [1, 4, 6, 4, 1])),
  ]

  /// The eight directions of a compass; the largest of the eight results is the edge's strength.
  ///
  /// A direction is the side on which the image is bright. Source: Kirsch, *Computer determination
  /// of the constituent structure of biological images* (1971).
  static let compass: [NamedKernel] =
    ["n", "nw", "w", "sw", "s", "se", "e", "ne"].enumerated().map { turns, direction in
      NamedKernel("kirsch-\(direction)", ring([5, 5, 5, -3, -3, -3, -3, -3], turns: turns))
    }

  /// Second derivatives, positive in a dark spot.
  ///
  /// `log-5` is the Laplacian of a Gaussian with a deviation of about ½. Source: Gonzalez and Woods,
  /// §3.6 and §10.2, who print `log-5` with the opposite sign.
  static let secondDerivatives: [NamedKernel] = [
    NamedKernel("laplacian", [[0, 1, 0], [1, -4, 1], [0, 1, 0]]),
    NamedKernel("laplacian-8", [[1, 1, 1], [1, -8, 1], [1, 1, 1]]),
    NamedKernel(
      "log-5",
      [
        [0, 0, 1, 0, 0], [0, 1, 2, 1, 0], [1, 2, -16, 2, 1], [0, 1, 2, 1, 0], [0, 0, 1, 0, 0],
      ]),
  ]

  /// Thin bright lines, by their angle with the rows, against the clock; `ridge` finds any.
  ///
  /// Source: Gonzalez and Woods, §10.2.
  static let lines: [NamedKernel] = [
    NamedKernel("line-0", [[-1, -1, -1], [2, 2, 2], [-1, -1, -1]]),
    NamedKernel("line-45", [[-1, -1, 2], [-1, 2, -1], [2, -1, -1]]),
    NamedKernel("line-90", [[-1, 2, -1], [-1, 2, -1], [-1, 2, -1]]),
    NamedKernel("line-135", [[2, -1, -1], [-1, 2, -1], [-1, -1, 2]]),
    NamedKernel("ridge", [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]),
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
