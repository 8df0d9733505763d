import Model

/// A matrix of numbers as a field of colours without gaps, stretched over a place; in few colours a
/// shade for each character.
public struct HeatMap {
  private let matrix: Tensor
  private let scale: ColorScale

  /// - Parameter matrix: Not empty.
  public init(_ matrix: Tensor, scale: ColorScale) {
    self.matrix = matrix
    self.scale = scale
  }

  public func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let (rows, columns) = (matrix.shape.rows, matrix.shape.columns)
    guard !rect.isEmpty, rows > 0, columns > 0 else { return }
    let numbers = matrix.elements.map { Mixture($0).lanes }
    guard look.fillsCells else {
      let image = Resampling.image(
        numbers, columns: columns, Resampling(rows, to: rect.height),
        Resampling(columns, to: rect.width))
      for (index, number) in image.enumerated() {
        let (row, column) = index.quotientAndRemainder(dividingBy: rect.width)
        frame.write(
          scale.shade(number.x), at: Point(row: rect.row + row, column: rect.column + column),
          look.style(Role(signOf: number.x, zero: .secondary)))
      }
      return
    }
    var pixels = QuarterPixels(rect.size, ground: nil)
    let image = Resampling.image(
      numbers, columns: columns, Resampling(rows, to: 2 * rect.height),
      Resampling(columns, to: 2 * rect.width))
    pixels.put(
      numbers: image, columns: 2 * rect.width,
      QuarterPixels.Coloring(scale, numbersOfAPixel: 1, look.theme))
    pixels.draw(into: &frame, in: rect)
  }
}
