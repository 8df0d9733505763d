import Drawing
import Model

/// An input with the maximum and the mean of each of its windows.
struct Pooled: Sendable {
  let input: Plane
  let maximum, mean: Plane
  let rows, columns: Axis
  /// The input, the maxima and the means as pictures; none of a small input.
  let pictures: [StackViewport.Reduced]
  private let operators: (maximum: any BoundOperator, mean: any BoundOperator)
  private let region: Region

  init(_ input: Tensor, _ window: PoolingWindow) throws(GeometryError) {
    let shape = Shape([1, input.shape.rows, input.shape.columns])
    (rows, columns) = try window.axes(over: PlaneSize(shape))
    guard let maximum = try? Pooling(.max, window).bound(to: [shape]),
      let mean = try? Pooling(.average, window).bound(to: [shape])
    else { preconditionFailure("the window fits") }
    operators = (maximum, mean)
    region = Region(Area(shape), input.reshaped(shape))
    let plane = Shape(rows.output, columns.output)
    let area = Area(plane)
    let isLarge = input.shape.rows > Pooled.mostRows || input.shape.columns > Pooled.mostColumns
    self.input = Plane(input, scale: isLarge ? Pooled.pictureScale(of: input) : nil)
    self.maximum = Plane(
      operators.maximum.numbers(area, of: [region]).reshaped(plane), scale: self.input.scale)
    let means = operators.mean.numbers(area, of: [region]).reshaped(plane)
    let planes = isLarge ? [input, self.maximum.matrix, means] : []
    pictures = planes.map {
      StackViewport.Reduced(
        maps: $0.reshaped(Shape([1, $0.shape.rows, $0.shape.columns])), isPicture: true
      ).fitting(Pooled.mostPixels)
    }
    // Halves need one decimal alone.
    let decimals = means.elements.allSatisfy { $0 * 10 == ($0 * 10).rounded() } ? 1 : 2
    self.mean = Plane(
      means, format: NumberFormat(means.elements, decimals: decimals), scale: self.input.scale)
  }

  /// The most rows and columns of an input whose numbers can all be seen, and the most that a picture of
  /// one has.
  private static let (mostRows, mostColumns, mostPixels) = (20, 32, 256)

  /// Whether the input is looked at as a picture.
  var isLarge: Bool { !pictures.isEmpty }

  private static func pictureScale(of input: Tensor) -> ColorScale {
    let range = input.finiteRange ?? 0...1
    return range.lowerBound < 0 ? ColorScale(range) : .picture(upTo: max(1, range.upperBound))
  }

  /// The shape of both outputs.
  var shape: Shape { maximum.matrix.shape }

  /// Where the largest of a window stands; of equal ones the first.
  func winner(of unit: Position) -> Position? {
    guard case .winner(let at) = operators.maximum.origin(of: unit, channel: 0, in: [region])
    else { return nil }
    return at
  }

  /// The sum of a window and how many numbers it counts.
  func sum(of unit: Position) -> (sum: Float, count: Float) {
    guard case .mean(let sum, let count) = operators.mean.origin(of: unit, channel: 0, in: [region])
    else { return (0, 1) }
    return (sum, count)
  }

  /// The places that a window covers, also those in the padding.
  func block(of unit: Position) -> Block {
    let row = rows.place(output: unit.row, tap: 0)
    let column = columns.place(output: unit.column, tap: 0)
    return Block(rows: row..<row + rows.span, columns: column..<column + columns.span)
  }

  /// The numbers of a window, row by row, without padding.
  func numbers(of unit: Position) -> [Float] {
    let block = block(of: unit)
    return block.rows.clamped(to: 0..<rows.input).flatMap { row in
      block.columns.clamped(to: 0..<columns.input).map { input.matrix[row, $0] }
    }
  }
}
