import Drawing
import Model

/// An input with the maximum and the mean of each of its windows.
struct Pooled: Sendable {
  let input: Plane
  let maximum, mean: Plane
  let rows, columns: Axis
  /// The windows at which the steps over a picture stop, by their numbers in reading order: of each of some
  /// twenty bands of rows the one whose maximum and mean differ most, if they differ by a good part of the
  /// most anywhere. None of a small input.
  let telling: [Int]
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
    telling = isLarge ? Pooled.telling(maximum: self.maximum.matrix, mean: means) : []
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

  /// The bands of rows that the outputs of a picture are divided into.
  private static let bands = 20

  /// - Complexity: O(number of windows).
  private static func telling(maximum: Tensor, mean: Tensor) -> [Int] {
    let (rows, columns) = (maximum.shape.rows, maximum.shape.columns)
    let height = max(1, (rows + bands - 1) / bands)
    let differences = zip(maximum.elements, mean.elements).map { $0 - $1 }
    let best = stride(from: 0, to: rows, by: height).map { top in
      let band = top * columns..<min(rows, top + height) * columns
      return band.reduce(band.lowerBound) { differences[$1] > differences[$0] ? $1 : $0 }
    }
    let most = best.reduce(0) { max($0, differences[$1]) }
    return best.filter { differences[$0] >= most * leastShare }
  }

  /// The part of the largest difference below which a window tells little.
  private static let leastShare: Float = 0.25

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
