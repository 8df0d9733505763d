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

  /// Fills a rectangle; a wide glyph that it would halve goes whole.
  public mutating func fill(_ rect: Rect, _ style: Style) {
    let (visible, cell, width) = (rect.intersection(Rect(size)), Cell(style: style), size.width)
    for row in visible.rows where !visible.columns.isEmpty {
      let (first, past) = (visible.columns.lowerBound, visible.columns.upperBound)
      if first > 0, self[row, first].isContinuation { self[row, first - 1].glyph = " " }
      if past < width, self[row, past].isContinuation { self[row, past].glyph = " " }
    }
    cells.withUnsafeMutableBufferPointer { cells in
      for row in visible.rows {
        for column in visible.columns { cells[row * width + column] = cell }
      }
    }
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
    let end = min(size.width, limit ?? size.width)
    // UTF-8 has at least a byte for each cell.
    let text = text.utf8.count <= end - point.column ? text : text.cut(to: end - point.column)
    var column = point.column
    if let past = writeASCII(text.utf8, at: point, style) { return past }
    if text.unicodeScalars.allSatisfy(\.isOneCell) {
      for scalar in text.unicodeScalars {
        put(Cell(scalar, style), width: 1, row: point.row, column: column)
        column += 1
      }
      return column
    }
    for glyph in text {
      let width = glyph.cellWidth
      guard width > 0 else { continue }
      put(Cell(glyph: glyph, style: style), width: width, row: point.row, column: column)
      column += width
    }
    return column
  }

  private mutating func put(_ cell: Cell, width: Int, row: Int, column: Int) {
    guard contains(row, column) else { return }
    var cell = cell
    cell.style.background = cell.style.background ?? self[row, column].style.background
    self[row, column] = cell
    if width == 2, contains(row, column + 1) {
      self[row, column + 1] = Cell(glyph: Cell.continuation, style: cell.style)
    }
  }

  /// Writes printable ASCII, in which each byte is a glyph of one cell; nil where the text is other.
  private mutating func writeASCII(
    _ text: String.UTF8View, at point: Point, _ style: Style
  ) -> Int? {
    guard text.allSatisfy({ 0x20..<0x7F ~= $0 }) else {
      return nil
    }
    let past = point.column + text.count
    guard point.row >= 0, point.row < size.height else { return past }
    let row = point.row * size.width
    cells.withUnsafeMutableBufferPointer { cells in
      var column = point.column
      for byte in text {
        if column >= 0 {
          let background = style.background ?? cells[row + column].style.background
          cells[row + column] = Cell(Unicode.Scalar(byte), style)
          cells[row + column].style.background = background
        }
        column += 1
      }
    }
    return past
  }
}
