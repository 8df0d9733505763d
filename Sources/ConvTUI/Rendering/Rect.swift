/// A place on the screen, in character cells from the top left corner.
struct Point: Hashable, Sendable {
  var row: Int
  var column: Int
}

/// An extent on the screen, in character cells.
struct Size: Hashable, Sendable {
  var width: Int
  var height: Int
}

/// A rectangle of character cells; it may be empty, never negative.
struct Rect: Hashable, Sendable {
  var row: Int
  var column: Int
  var width: Int
  var height: Int

  init(row: Int, column: Int, width: Int, height: Int) {
    self.row = row
    self.column = column
    self.width = max(0, width)
    self.height = max(0, height)
  }

  init(_ size: Size) { self.init(row: 0, column: 0, width: size.width, height: size.height) }

  var rows: Range<Int> { row..<row + height }
  var columns: Range<Int> { column..<column + width }
  var size: Size { Size(width: width, height: height) }
  var isEmpty: Bool { width == 0 || height == 0 }

  func contains(_ point: Point) -> Bool {
    rows.contains(point.row) && columns.contains(point.column)
  }

  func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Rect {
    Rect(
      row: row + top, column: column + left, width: width - left - right,
      height: height - top - bottom)
  }

  func intersection(_ other: Rect) -> Rect {
    let (top, left) = (max(row, other.row), max(column, other.column))
    return Rect(
      row: top, column: left, width: min(columns.upperBound, other.columns.upperBound) - left,
      height: min(rows.upperBound, other.rows.upperBound) - top)
  }
}
