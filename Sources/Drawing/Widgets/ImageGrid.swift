import Model

/// Many small planes of one size beside and below each other, as one matrix with gaps around them;
/// single numbers stand without gaps. Where they are made smaller, the number of a block that is
/// largest by magnitude stands for it, or in a picture their mean.
public struct ImageGrid {
  private let tiles: [Tensor]
  /// The tiles beside each other; they follow each other row after row.
  public let columns: Int
  private let pitch: Pitch
  /// Whether blocks have their mean.
  public var isPicture = false

  /// From one tile to the next, in elements.
  private struct Pitch {
    /// How many elements of a plane in a row and a column become one.
    let shrink: Int
    /// The extent of a tile, shrunk.
    let tile: Size
    let gap: Int

    init(_ shape: Shape, shrink: Int) {
      self.shrink = shrink
      tile = Size(
        width: (shape.columns + shrink - 1) / shrink, height: (shape.rows + shrink - 1) / shrink)
      gap = shape.count > 1 ? 1 : 0
    }

    var width: Int { tile.width + gap }
    var height: Int { tile.height + gap }

    /// How many tiles have room beside, or above, each other.
    func columns(in width: Int) -> Int { (width - gap) / self.width }
    func rows(in height: Int) -> Int { (height - gap) / self.height }
  }

  /// - Precondition: At least one tile, all of one size.
  private init(_ tiles: [Tensor], columns: Int, _ pitch: Pitch) {
    self.columns = max(1, columns)
    self.pitch = pitch
    self.tiles = tiles
  }

  /// The largest mosaic that fits a place on the screen, or the smallest where none does.
  public init(_ tiles: [Tensor], fitting place: Size, _ look: Look) {
    let shape = tiles[0].shape
    let whole = Pitch(shape, shrink: 1)
    // Elements of two characters side by side, where they have room.
    let large = whole.columns(in: place.width / 2)
    if large * whole.rows(in: place.height) >= tiles.count {
      self.init(tiles, columns: min(tiles.count, large), whole)
      return
    }
    let height = ImageGrid.elements(in: place.height, look)
    let smallest = max(1, shape.rows, shape.columns)
    let fitting = (1...smallest).lazy.map { Pitch(shape, shrink: $0) }.first { pitch in
      pitch.columns(in: place.width) * pitch.rows(in: height) >= tiles.count
    }
    let pitch = fitting ?? Pitch(shape, shrink: smallest)
    self.init(tiles, columns: min(tiles.count, pitch.columns(in: place.width)), pitch)
  }

  /// The mosaic in columns of a height in elements, of which there are as few as will do.
  public init(_ tiles: [Tensor], height: Int, shrink: Int) {
    let pitch = Pitch(tiles[0].shape, shrink: shrink)
    let rows = max(1, pitch.rows(in: height))
    self.init(tiles, columns: (tiles.count + rows - 1) / rows, pitch)
  }

  /// Whether every element of the tiles can be seen, where the mosaic fits.
  public var isWhole: Bool { pitch.shrink == 1 }

  /// The extent in elements.
  public var shape: Shape {
    let rows = (tiles.count + columns - 1) / columns
    return Shape(rows * pitch.height + pitch.gap, columns * pitch.width + pitch.gap)
  }

  /// The mosaic as a pane; one tile may be drawn around.
  public func pane(_ title: Line, _ scale: ColorScale, chosen: Int? = nil) -> Pane {
    var pane = Pane(title, Plane(tiles[0], format: NumberFormat([]), scale: scale))
    pane.extent = Block(shape)
    pane.value = { value($0, $1) }
    pane.needsNumbers = false
    pane.isPicture = true
    pane.outline = chosen.map(block)
    pane.focus = pane.outline?.middle
    return pane
  }

  /// The tile at a place of the matrix, and where in its plane; nil in a gap.
  public func element(at position: Position) -> (tile: Int, at: Position)? {
    let (tileRow, r) = (position.row / pitch.height, position.row % pitch.height - pitch.gap)
    let (tileColumn, c) = (
      position.column / pitch.width, position.column % pitch.width - pitch.gap
    )
    let tile = tileRow * columns + tileColumn
    guard r >= 0, c >= 0, tileColumn < columns, tiles.indices.contains(tile) else { return nil }
    return (tile, Position(row: r, column: c) * pitch.shrink)
  }

  /// Where a number of a tile's plane stands in the matrix.
  public func position(of at: Position, in tile: Int) -> Position {
    let block = block(tile)
    return Position(
      row: block.rows.lowerBound + at.row / pitch.shrink,
      column: block.columns.lowerBound + at.column / pitch.shrink)
  }

  /// Whether an element of the matrix stands for some of a block of its tile; gaps do.
  public func shows(_ block: Block, at position: Position) -> Bool {
    guard let (_, at) = element(at: position) else { return true }
    return block.rows.overlaps(at.row..<at.row + pitch.shrink)
      && block.columns.overlaps(at.column..<at.column + pitch.shrink)
  }

  /// How many elements, as wide as they are high, stand in a room of the screen.
  public static func elements(in size: Size, _ look: Look) -> Size {
    Size(
      width: look.fillsCells ? size.width : size.width / 2,
      height: elements(in: size.height, look))
  }

  /// How many elements stand above each other in so many lines of the screen.
  public static func elements(in lines: Int, _ look: Look) -> Int {
    look.fillsCells ? 2 * lines : lines
  }

  private func block(_ index: Int) -> Block {
    let row = index / columns * pitch.height + pitch.gap
    let column = index % columns * pitch.width + pitch.gap
    return Block(rows: row..<row + pitch.tile.height, columns: column..<column + pitch.tile.width)
  }

  private func value(_ row: Int, _ column: Int) -> CellValue {
    guard let (tile, at) = element(at: Position(row: row, column: column)) else { return .empty }
    let (plane, side) = (tiles[tile], pitch.shrink)
    return .number(isPicture ? plane.mean(at, side: side) : plane.strongest(at, side: side))
  }
}

extension Tensor {
  /// What the numbers of a square of this matrix come to, one after the other, as far as it goes.
  private func reduced(
    _ at: Position, side: Int, _ start: Float, _ next: (Float, Float) -> Float
  ) -> Float {
    let columns = at.column..<min(shape.columns, at.column + side)
    var result = start
    for row in at.row..<min(shape.rows, at.row + side) {
      let line = row * shape.columns
      for e in line + columns.lowerBound..<line + columns.upperBound {
        result = next(result, elements[e])
      }
    }
    return result
  }

  /// The mean of a square of this matrix, as far as it goes.
  public func mean(_ at: Position, side: Int) -> Float {
    let (height, width) = (min(side, shape.rows - at.row), min(side, shape.columns - at.column))
    return reduced(at, side: side, 0, +) / Float(height * width)
  }

  /// The first number of the largest magnitude; NaN where there is one.
  fileprivate func strongest(_ at: Position, side: Int) -> Float {
    reduced(at, side: side, 0) { $1.magnitude > $0.magnitude || $1.isNaN ? $1 : $0 }
  }
}
