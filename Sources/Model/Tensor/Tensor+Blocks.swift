/// A matrix seen from afar: one number for each square of its numbers, for less of one at the far edges.
extension Tensor {
  /// The mean.
  public func mean(inSquaresOf side: Int) -> Tensor {
    reduced(side, 0, +).divided(inSquaresOf: side, of: shape)
  }

  /// The mean magnitude of all but NaN; NaN where there is nothing else.
  public func meanMagnitude(inSquaresOf side: Int) -> Tensor {
    var means = reduced(side, 0) { $1.isNaN ? $0 : $0 + $1.magnitude }
    let counts = reduced(side, 0) { $1.isNaN ? $0 : $0 + 1 }
    for e in means.elements.indices { means.elements[e] /= counts.elements[e] }
    return means
  }

  /// Sums of squares of a matrix divided by how many numbers each has.
  private func divided(inSquaresOf side: Int, of matrix: Shape) -> Tensor {
    var means = self
    for row in 0..<shape.rows {
      for column in 0..<shape.columns {
        let height = min(side, matrix.rows - row * side)
        let width = min(side, matrix.columns - column * side)
        means[row, column] /= Float(height * width)
      }
    }
    return means
  }

  /// The least and the largest; infinite, with the least above the largest, where there are only NaNs.
  public func ends(inSquaresOf side: Int) -> (least: Tensor, largest: Tensor) {
    (
      reduced(side, .infinity) { $1 < $0 ? $1 : $0 },
      reduced(side, -.infinity) { $1 > $0 ? $1 : $0 }
    )
  }

  @inline(__always)
  private func reduced(
    _ side: Int, _ start: Float, _ next: (Float, Float) -> Float
  ) -> Tensor {
    precondition(side >= 1)
    let (rows, columns) = ((shape.rows + side - 1) / side, (shape.columns + side - 1) / side)
    var result = Tensor(Shape(rows, columns), repeating: start)
    elements.withUnsafeBufferPointer { elements in
      result.elements.withUnsafeMutableBufferPointer { result in
        for row in 0..<shape.rows {
          var element = row * shape.columns
          for column in 0..<columns {
            let end = row * shape.columns + min(shape.columns, (column + 1) * side)
            var value = result[row / side * columns + column]
            while element < end {
              value = next(value, elements[element])
              element += 1
            }
            result[row / side * columns + column] = value
          }
        }
      }
    }
    return result
  }
}
