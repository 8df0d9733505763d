/// Rows and columns of a map.
public typealias Area = PerAxis<Range<Int>>

extension PerAxis where Value == Range<Int> {
  /// All of a map.
  public init(_ shape: Shape) { self.init(rows: 0..<shape.rows, columns: 0..<shape.columns) }

  /// A single place of a map.
  public init(of place: Position) {
    self.init(rows: place.row..<place.row + 1, columns: place.column..<place.column + 1)
  }

  /// The smallest area that holds both.
  func union(_ other: Area) -> Area {
    func union(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
      min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
    }
    return Area(rows: union(rows, other.rows), columns: union(columns, other.columns))
  }
}

/// A part of a map and its numbers.
public struct Region: Sendable {
  /// Where it lies in the whole map.
  public let area: Area
  /// Of shape C×rows×columns.
  public let numbers: Tensor

  /// - Precondition: As many rows and columns of numbers as the area has.
  public init(_ area: Area, _ numbers: Tensor) {
    precondition(area.rows.count == numbers.shape.rows)
    precondition(area.columns.count == numbers.shape.columns)
    self.area = area
    self.numbers = numbers
  }

  /// The first row and column.
  public var origin: Position {
    Position(row: area.rows.lowerBound, column: area.columns.lowerBound)
  }

  /// A number by its place in the whole map.
  public subscript(channel: Int, row: Int, column: Int) -> Float {
    numbers[0, channel, row - area.rows.lowerBound, column - area.columns.lowerBound]
  }

  /// The numbers of a part of it, given by its place in the whole map.
  ///
  /// - Precondition: It lies in this region.
  public func part(_ part: Area) -> Tensor {
    if part == area { return numbers }
    return numbers.part(
      rows: part.rows.lowerBound - origin.row..<part.rows.upperBound - origin.row,
      columns: part.columns.lowerBound - origin.column..<part.columns.upperBound - origin.column)
  }
}
