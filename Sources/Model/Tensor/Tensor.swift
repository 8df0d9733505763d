/// An array of single-precision numbers with a shape, stored row-major: the column index runs fastest.
public struct Tensor: Hashable, Sendable {
  public let shape: Shape
  public var elements: [Float]

  /// - Precondition: There are as many elements as the shape counts.
  public init(_ shape: Shape, _ elements: [Float]) {
    precondition(shape.count == elements.count, "\(elements.count) elements in \(shape)")
    self.shape = shape
    self.elements = elements
  }

  public init(_ shape: Shape, repeating value: Float = 0) {
    self.init(shape, [Float](repeating: value, count: shape.count))
  }

  /// Creates a matrix from its rows.
  ///
  /// - Precondition: At least one row, and rows of equal length.
  public init(rows: [[Float]]) {
    precondition(rows.allSatisfy { $0.count == rows[0].count })
    self.init(Shape(rows.count, rows[0].count), rows.flatMap { $0 })
  }

  public subscript(row: Int, column: Int) -> Float {
    get { self[0, 0, row, column] }
    set { self[0, 0, row, column] = newValue }
  }

  public subscript(batch: Int, channel: Int, row: Int, column: Int) -> Float {
    get { elements[index(batch, channel, row, column)] }
    set { elements[index(batch, channel, row, column)] = newValue }
  }

  /// The position in `elements` of an element given by all four axes.
  public func index(_ batch: Int, _ channel: Int, _ row: Int, _ column: Int) -> Int {
    ((batch * shape.channels + channel) * shape.rows + row) * shape.columns + column
  }

  /// The same elements in the same order, read under another shape.
  ///
  /// - Precondition: Both shapes count the same number of elements.
  public func reshaped(_ shape: Shape) -> Tensor { Tensor(shape, elements) }

  /// One row×column plane as a matrix.
  public func plane(batch: Int = 0, channel: Int = 0) -> Tensor {
    let start = index(batch, channel, 0, 0)
    return Tensor(
      Shape(shape.rows, shape.columns), Array(elements[start..<start + shape.area]))
  }
}
