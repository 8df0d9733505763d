/// A row and a column of a plane, counted from 0; also the way from one place to another.
public struct Position: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The place of a number in a plane that is read row by row.
  public init(_ index: Int, inRowsOf columns: Int) {
    self.init(row: index / columns, column: index % columns)
  }

  public static let zero = Position(row: 0, column: 0)

  public static func + (left: Position, right: Position) -> Position {
    Position(row: left.row + right.row, column: left.column + right.column)
  }

  public static func - (left: Position, right: Position) -> Position {
    Position(row: left.row - right.row, column: left.column - right.column)
  }

  /// The same change of both.
  public func map(_ transform: (Int) -> Int) -> Position {
    Position(row: transform(row), column: transform(column))
  }

  public static func * (position: Position, factor: Int) -> Position {
    Position(row: position.row * factor, column: position.column * factor)
  }
}
