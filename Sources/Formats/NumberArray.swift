import Model

/// Numbers with any number of axes, as programs log them; without axes it is a single number.
public struct NumberArray: Hashable, Sendable {
  public let dimensions: [Int]
  /// Row-major.
  public let values: [Float]

  /// - Precondition: As many values as the dimensions count.
  public init(dimensions: [Int], values: [Float]) {
    precondition(dimensions.reduce(1, *) == values.count)
    self.dimensions = dimensions
    self.values = values
  }

  /// The same numbers as a tensor, of fewer than two axes as a matrix with one row; nil where there is
  /// no number, or more than four axes.
  public var tensor: Tensor? {
    guard !values.isEmpty, dimensions.count <= 4 else { return nil }
    let missing = [Int](repeating: 1, count: max(0, 2 - dimensions.count))
    return Tensor(Shape(missing + dimensions), values)
  }
}
