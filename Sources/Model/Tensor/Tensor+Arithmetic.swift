extension Tensor {
  public func map(_ transform: (Float) -> Float) -> Tensor {
    Tensor(shape, elements.map(transform))
  }

  /// - Precondition: Equal shapes.
  public static func - (left: Tensor, right: Tensor) -> Tensor {
    precondition(left.shape == right.shape)
    return Tensor(left.shape, zip(left.elements, right.elements).map { $0 - $1 })
  }

  /// - Precondition: Equal shapes.
  public static func + (left: Tensor, right: Tensor) -> Tensor {
    precondition(left.shape == right.shape)
    return Tensor(left.shape, zip(left.elements, right.elements).map { $0 + $1 })
  }

  public static func * (factor: Float, tensor: Tensor) -> Tensor {
    tensor.map { factor * $0 }
  }

  /// The tensor with rows and columns exchanged in every plane.
  public var transposed: Tensor {
    var dimensions = shape.dimensions
    dimensions.swapAt(shape.rank - 2, shape.rank - 1)
    var result = Tensor(Shape(dimensions))
    forEachPosition { n, c, i, j in result[n, c, j, i] = self[n, c, i, j] }
    return result
  }

  /// The tensor with every plane turned by 180°: both the rows and the columns reversed.
  ///
  /// Correlating with the flipped kernel is convolution in the mathematical sense.
  public var flipped: Tensor {
    var result = self
    forEachPosition { n, c, i, j in
      result[n, c, shape.rows - 1 - i, shape.columns - 1 - j] = self[n, c, i, j]
    }
    return result
  }

  /// The smallest and the largest finite element, or nil where none is finite.
  public var finiteRange: ClosedRange<Float>? {
    var (lower, upper) = (Float.infinity, -Float.infinity)
    for value in elements where value.isFinite {
      lower = value < lower ? value : lower
      upper = value > upper ? value : upper
    }
    return lower <= upper ? lower...upper : nil
  }

  private func forEachPosition(_ body: (Int, Int, Int, Int) -> Void) {
    for n in 0..<shape.batch {
      for c in 0..<shape.channels {
        for i in 0..<shape.rows {
          for j in 0..<shape.columns { body(n, c, i, j) }
        }
      }
    }
  }
}
