import Model

/// A matrix, and how its numbers are written and coloured: worked out once, drawn often.
public struct Plane: Sendable {
  public let matrix: Tensor
  public let format: NumberFormat
  public let scale: ColorScale

  /// - Parameters:
  ///   - format: How to write the numbers; chosen from them where it is nil.
  ///   - scale: How to colour them; chosen from them where it is nil.
  public init(_ matrix: Tensor, format: NumberFormat? = nil, scale: ColorScale? = nil) {
    self.matrix = matrix
    self.format = format ?? NumberFormat(matrix.elements)
    self.scale = scale ?? ColorScale(matrix.finiteRange)
  }
}
