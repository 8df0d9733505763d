/// The rows and columns of a plane: an input, a kernel, a feature map.
public struct PlaneSize: Hashable, Sendable {
  public var rows: Int
  public var columns: Int

  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// As many rows as columns.
  public init(_ both: Int) { self.init(rows: both, columns: both) }

  /// The rows and columns of a shape.
  public init(_ shape: Shape) { self.init(rows: shape.rows, columns: shape.columns) }

  /// The same change of both.
  public func map(_ transform: (Int) -> Int) -> PlaneSize {
    PlaneSize(rows: transform(rows), columns: transform(columns))
  }

  /// The place in the middle; of two the second.
  public var middle: Position { Position(row: rows / 2, column: columns / 2) }

  /// As many rows and columns as two numbers say.
  public init(_ counts: PerAxis<Int>) { self.init(rows: counts.rows, columns: counts.columns) }
}

extension PerAxis where Value == Int {
  /// The lengths of a plane along both axes: the usual stride of a pooling window.
  public init(_ size: PlaneSize) { self.init(rows: size.rows, columns: size.columns) }
}
