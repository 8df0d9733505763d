/// What the screen shows at one moment, as a value.
///
/// Drawing outside its rectangle is cut off, so nothing that draws needs to check.
public struct Frame: Hashable, Sendable {
  public let size: Size
  public private(set) var cells: [Cell]

  public init(_ size: Size, style: Style = Style()) {
    self.size = size
    cells = [Cell](repeating: Cell(style: style), count: size.width * size.height)
  }

  /// - Precondition: The point lies in the frame.
  public subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.width + column] }
    set { cells[row * size.width + column] = newValue }
  }

  public func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.height && column >= 0 && column < size.width
  }

  /// The cells of one row, for comparing and sending.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.width..<(row + 1) * size.width]
  }

  /// Changes every cell of a rectangle.
  public mutating func update(_ rect: Rect, _ change: (inout Cell) -> Void) {
    let visible = rect.intersection(Rect(size))
    for row in visible.rows {
      for column in visible.columns { change(&self[row, column]) }
    }
  }

  public mutating func fill(_ rect: Rect, _ style: Style) {
    update(rect) { $0 = Cell(style: style) }
  }

  /// Writes text from a point to the right, cut off at the frame's and the limit's edge; a number that
  /// would be cut there is left out.
  ///
  /// A style without a background keeps the one that is there.
  ///
  /// - Returns: The column after the last glyph.
  @discardableResult
  public mutating func write(_ text: String, at point: Point, _ style: Style, limit: Int? = nil)
    -> Int
  {
    var column = point.column
    let end = min(size.width, limit ?? size.width)
    // UTF-8 has at least a byte for each cell.
    let text = text.utf8.count <= end - column ? text : text.cut(to: end - column)
    for glyph in text {
      let width = glyph.cellWidth
      guard width > 0 else { continue }
      if contains(point.row, column) {
        let background = style.background ?? self[point.row, column].style.background
        var cellStyle = style
        cellStyle.background = background
        self[point.row, column] = Cell(glyph: glyph, style: cellStyle)
        if width == 2, contains(point.row, column + 1) {
          self[point.row, column + 1] = Cell(glyph: Cell.continuation, style: cellStyle)
        }
      }
      column += width
    }
    return column
  }
}
