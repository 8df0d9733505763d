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
      rows: position.rows..<position.rows + 1, columns: position.columns..<position.columns + 1)
  }

  public func contains(_ row: Int, _ column: Int) -> Bool {
    rows.contains(row) && columns.contains(column)
  }

  /// The position in the block that is nearest to another.
  public func clamp(_ position: Position) -> Position {
    Position(
      rows: max(rows.lowerBound, min(rows.upperBound - 1, position.rows)),
      columns: max(columns.lowerBound, min(columns.upperBound - 1, position.columns)))
  }

  /// The part of the block that lies in another.
  public func clamped(to other: Block) -> Block {
    Block(rows: rows.clamped(to: other.rows), columns: columns.clamped(to: other.columns))
  }

  /// The whole of a plane.
  public init(_ shape: Shape) { self.init(rows: 0..<shape.rows, columns: 0..<shape.columns) }

  /// Where it begins.
  public var first: Position { Position(rows: rows.lowerBound, columns: columns.lowerBound) }

  public func moved(by way: Position) -> Block {
    Block(
      rows: rows.lowerBound + way.rows..<rows.upperBound + way.rows,
      columns: columns.lowerBound + way.columns..<columns.upperBound + way.columns)
  }

  public var middle: Position {
    Position(
      rows: (rows.lowerBound + rows.upperBound - 1) / 2,
      columns: (columns.lowerBound + columns.upperBound - 1) / 2)
  }
}
