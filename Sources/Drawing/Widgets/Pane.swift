import Model

/// What one place of a matrix holds.
public enum CellValue: Hashable, Sendable {
  case number(Float)
  /// A value that is not in the input but stands around it.
  case padding(Float)
  /// Not computed yet.
  case empty
  /// A result that is hidden.
  case hidden

  var isPadding: Bool { if case .padding = self { true } else { false } }
}

/// A matrix to be drawn, with all that lies over it, but without a place.
public struct Pane {
  /// The name, then what may give way: a size, a remark.
  public var title: Line
  /// Which matrix it shows, for whoever looks for one of its cells; empty where none is looked for.
  public var matrix = ""
  /// Which cell of that matrix stands at a place, where it is another.
  public var cell: ((_ row: Int, _ column: Int) -> Position)?
  /// The rows and columns to show; they begin below 0 where padding is shown.
  public var extent: Block
  public var value: (_ row: Int, _ column: Int) -> CellValue
  /// The mean magnitude of the numbers that a place stands for, where it stands for several and its value is
  /// their mean.
  public var size: ((_ row: Int, _ column: Int) -> Float)?
  public var format: NumberFormat
  public var scale: ColorScale
  /// The colour of a cell, where it is not that of its number.
  public var color: ((_ row: Int, _ column: Int) -> Color)?
  /// The window: drawn around in the accent.
  public var outline: Block?
  /// Whether it is outlined at another step: room is kept, so that nothing jumps.
  public var isOutlinedAtTimes = false
  /// Whether a cell keeps its full colour; all do where it is nil.
  public var isLit: ((_ row: Int, _ column: Int) -> Bool)?
  /// The cell of the current multiplication.
  public var mark: Position?
  /// The cell that the arrows move.
  public var cursor: Position?
  /// Whether a dark ring sets the cursor off against a picture.
  public var ringsCursor = false
  /// The cell to keep in sight where not all fit.
  public var focus: Position?
  /// How much of the width it gets beside others, where not all have what they need.
  public var share = 1
  /// Whether every element must be readable: then the pane scrolls rather than shrinks.
  public var needsNumbers = true
  /// Whether its numbers stay in one row, so that others have the room.
  public var isSmall = false
  /// Whether it is looked at as a picture: no numbers, and no signs where colours tell them.
  public var isPicture = false
  /// Whether it is shrunk, rather than cut, where even the smallest cells do not fit; colours allow that.
  public var shrinks = false
  /// Whether its numbers follow from others, so that they can be hidden to be guessed.
  public var isResult = false
  /// Whether it is drawn at whatever scale fills its place, of which it must be the only pane; colours
  /// allow that.
  public var fillsRoom = false

  /// Which of its scene's panes it is, for clicks; counted in reading order where it is nil.
  public var number: Int?
  /// Whether its cells may be larger than those of the panes beside it, where these leave room.
  public var grows = false
  /// Whether it stands beside all rows of panes below it too, where its column is empty.
  public var spansRows = false

  /// What of the title does not give way.
  public var name: Span { title.first ?? Span("") }

  /// Whether it is ever outlined.
  var isOutlined: Bool { outline != nil || isOutlinedAtTimes }

  /// A pane of a whole plane.
  public init(_ title: Line, _ plane: Plane) {
    self.title = title
    let matrix = plane.matrix
    extent = Block(rows: 0..<matrix.shape.rows, columns: 0..<matrix.shape.columns)
    value = { .number(matrix[$0, $1]) }
    format = plane.format
    scale = plane.scale
  }
}

extension Pane {
  /// What a place holds as it is shown: results may be hidden.
  func value(_ row: Int, _ column: Int, _ look: Look) -> CellValue {
    let value = self.value(row, column)
    guard isResult, look.hidesResults, case .number = value else { return value }
    let cell = cell?(row, column) ?? Position(row: row, column: column)
    return look.guessed[matrix]?.contains(cell) == true ? value : .hidden
  }
}
