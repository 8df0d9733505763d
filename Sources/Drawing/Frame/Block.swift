import Model

/// A block of rows and columns.
public struct Block: Hashable, Sendable {
  public var rows: Range<Int>
  public var columns: Range<Int>

  public init(rows: Range<Int>, columns: Range<Int>) {
    self.rows = rows
    self.columns = columns
  }

  public init(_ position: Position) {
    self.init(
      rows: position.row..<position.row + 1, columns: position.column..<position.column + 1)
  }

  public func contains(_ row: Int, _ column: Int) -> Bool {
    rows.contains(row) && columns.contains(column)
  }

  /// The position in the block that is nearest to another.
  public func clamp(_ position: Position) -> Position {
    Position(
      row: max(rows.lowerBound, min(rows.upperBound - 1, position.row)),
      column: max(columns.lowerBound, min(columns.upperBound - 1, position.column)))
  }

  /// The part of the block that lies in another.
  public func clamped(to other: Block) -> Block {
    Block(rows: rows.clamped(to: other.rows), columns: columns.clamped(to: other.columns))
  }

  /// The whole of a plane.
  public init(_ shape: Shape) { self.init(rows: 0..<shape.rows, columns: 0..<shape.columns) }

  /// Where it begins.
  public var first: Position { Position(row: rows.lowerBound, column: columns.lowerBound) }

  public func moved(by way: Position) -> Block {
    Block(
      rows: rows.lowerBound + way.row..<rows.upperBound + way.row,
      columns: columns.lowerBound + way.column..<columns.upperBound + way.column)
  }

  public var middle: Position {
    Position(
      row: (rows.lowerBound + rows.upperBound - 1) / 2,
      column: (columns.lowerBound + columns.upperBound - 1) / 2)
  }
}
