import Model

/// Many small planes of one size beside and below each other, as pictures of any scale: four pixels to
/// a character. Single numbers stand without gaps above each other.
///
/// A pixel has the colour of what the numbers under it come to.
public struct PictureMosaic {
  private let planes: [Tensor]
  private let layout: Layout

  /// Where the tiles stand, whatever they hold.
  public struct Layout: Hashable, Sendable {
    /// The extent of a tile: characters across, halves of a character down.
    let tile: Size
    /// The halves of a character between two tiles above each other.
    let gap: Int
    /// The tiles below and beside each other.
    let rows, columns: Int

    /// Tiles of a height, in as few columns as there is room for.
    ///
    /// - Parameters:
    ///   - shape: Its last two axes are the size of every plane.
    ///   - count: The planes, at least one.
    ///   - tileHeight: In halves of a character; below 1 it is 1.
    ///   - room: In characters. A tile is no wider.
    public init(_ shape: Shape, count: Int, tileHeight: Int, in room: Size) {
      let tileHeight = max(1, tileHeight)
      let width = Int(Float(tileHeight * shape.columns) / Float(shape.rows) + 0.5)
      tile = Size(width: max(1, min(room.width - 2, width)), height: tileHeight)
      gap = shape.area > 1 ? 1 : 0
      let fitting = max(1, (2 * room.height - gap) / (tileHeight + gap))
      columns = (count + fitting - 1) / fitting
      rows = (count + columns - 1) / columns
    }

    /// The extent in characters, with room for a frame around every tile.
    public var size: Size {
      Size(
        width: columns * (tile.width + 1) + 1, height: (rows * (tile.height + gap) + gap + 1) / 2)
    }

    /// The height of a tile in halves of a character.
    public var tileHeight: Int { tile.height }

    /// Whether all tiles stand above each other.
    public var isOneColumn: Bool { columns == 1 }
  }

  /// - Parameters:
  ///   - planes: At least one, all of one size.
  ///   - layout: That of as many planes of this size.
  public init(_ planes: [Tensor], _ layout: Layout) {
    self.planes = planes
    self.layout = layout
  }

  /// Tiles of a height in halves of a character, in as few columns as a room has room for.
  public init(_ planes: [Tensor], tileHeight: Int, in room: Size) {
    self.init(
      planes,
      Layout(planes[0].shape, count: planes.count, tileHeight: tileHeight, in: room))
  }

  /// The extent in characters.
  public var size: Size { layout.size }

  /// The height of a tile in halves of a character.
  public var tileHeight: Int { layout.tileHeight }

  /// Planes of no more rows have numbers of one size, so that their edges are sharp.
  private static let few = 11

  /// The largest tiles with which all fit; the smallest where none do.
  public init(_ planes: [Tensor], fitting room: Size) {
    func layout(_ height: Int) -> Layout {
      Layout(planes[0].shape, count: planes.count, tileHeight: height, in: room)
    }
    let rows = planes[0].shape.rows
    let choices = (1...max(1, 2 * room.height)).reversed().lazy
      .filter { rows > PictureMosaic.few || $0 < rows || $0.isMultiple(of: rows) }.map(layout)
    let fitting = choices.first { $0.size.width <= room.width && $0.size.height <= room.height }
    self.init(planes, fitting ?? layout(1))
  }

  /// The tiles below each other; they follow each other from the top down, column after column.
  public var rows: Int { layout.rows }

  /// Whether every number has a pixel of its own, or more.
  public var isWhole: Bool {
    let (tile, shape) = (layout.tile, planes[0].shape)
    return tile.height >= shape.rows && 2 * tile.width >= shape.columns
  }

  /// What is seen of the planes, beside what they hold.
  public struct Marks {
    /// The plane that is framed, and is kept in sight where not all have room.
    public var chosen: Int?
    /// The number in it that is pointed at.
    public var cursor: Position?
    /// The part of every plane that keeps its full colour; all of it where it is nil.
    public var lit: Block?

    public init(chosen: Int? = nil, cursor: Position? = nil, lit: Block? = nil) {
      (self.chosen, self.cursor, self.lit) = (chosen, cursor, lit)
    }
  }

  /// A mosaic at its place on the screen, as far as it has room there.
  public struct Placed {
    fileprivate let mosaic: PictureMosaic
    fileprivate let rect: Rect
    fileprivate let marks: Marks
    /// The columns of tiles in sight.
    fileprivate let columns: Range<Int>
  }

  /// The mosaic in the upper left corner of a rectangle.
  public func placed(in rect: Rect, _ marks: Marks = Marks()) -> Placed {
    let fitting = max(1, min(layout.columns, (rect.width - 1) / (layout.tile.width + 1)))
    let wanted = (marks.chosen ?? 0) / layout.rows - fitting / 2
    let first = max(0, min(layout.columns - fitting, wanted))
    return Placed(mosaic: self, rect: rect, marks: marks, columns: first..<first + fitting)
  }
}

extension PictureMosaic.Placed {
  private var planes: [Tensor] { mosaic.planes }
  private var layout: PictureMosaic.Layout { mosaic.layout }
  private var tile: Size { layout.tile }

  /// Whether some tiles have no room.
  public var isCut: Bool { columns.count < layout.columns }

  /// The plane, and the place in it, under a point of the screen.
  public func hit(_ point: Point) -> (tile: Int, at: Position)? {
    guard rect.contains(point) else { return nil }
    // The middle of a character is the upper pixel of its lower half.
    let (x, y) = (point.column - rect.column, 2 * (point.row - rect.row) + 1)
    let (column, across) = x.quotientAndRemainder(dividingBy: tile.width + 1)
    let (row, down) = (y - layout.gap).quotientAndRemainder(dividingBy: tile.height + layout.gap)
    let index = (columns.lowerBound + column) * layout.rows + row
    guard across > 0, column < columns.count, row < layout.rows, down < tile.height,
      y >= layout.gap,
      planes.indices.contains(index)
    else { return nil }
    let shape = planes[0].shape
    return (
      index,
      Position(
        row: (2 * down + 1) * shape.rows / (2 * tile.height),
        column: (2 * across - 1) * shape.columns / (2 * tile.width))
    )
  }

  public func draw(into frame: inout Frame, scale: ColorScale, _ look: Look) {
    let theme = look.theme
    var pixels = QuarterPixels(
      Size(width: columns.count * (tile.width + 1) + 1, height: layout.size.height),
      ground: theme.background.levels)
    let shape = planes[0].shape
    let vertical = Resampling(shape.rows, to: tile.height)
    let horizontal = Resampling(shape.columns, to: 2 * tile.width)
    let coloring = QuarterPixels.Coloring(
      scale, numbersOfAPixel: Float(shape.area) / Float(tile.height * 2 * tile.width), theme)
    for index in shown {
      let corner = corner(of: index)
      if index == marks.chosen {
        pixels.frame(corner, tile, sidesOnly: layout.gap == 0, theme.accent.levels)
      }
      let numbers = planes[index].elements.map { Mixture($0).lanes }
      pixels.put(
        numbers: Resampling.image(numbers, columns: shape.columns, vertical, horizontal),
        columns: 2 * tile.width, at: corner, coloring)
      guard let lit = marks.lit else { continue }
      let (rows, columns) = (vertical.touched(by: lit.rows), horizontal.touched(by: lit.columns))
      pixels.fade(
        rows.count * columns.count, columns: columns.count, at: corner,
        to: theme.background.levels, by: 0.6
      ) { !rows[$0 / columns.count] || !columns[$0 % columns.count] }
    }
    pixels.draw(into: &frame, in: rect)
    drawCursor(into: &frame, look)
  }

  /// The planes in sight.
  private var shown: Range<Int> {
    columns.lowerBound * layout.rows..<min(planes.count, columns.upperBound * layout.rows)
  }

  /// Where a name stands to the right of a tile; nil where other tiles stand there.
  public func place(beside index: Int) -> Point? {
    guard layout.isOneColumn, tile.height > 1, planes.indices.contains(index) else { return nil }
    let row = rect.row + (corner(of: index).y + (tile.height - 1) / 2) / 2
    return row < rect.rows.upperBound
      ? Point(row: row, column: rect.column + tile.width + 2) : nil
  }

  /// The upper left pixel of a tile.
  private func corner(of index: Int) -> (x: Int, y: Int) {
    let (column, row) = index.quotientAndRemainder(dividingBy: layout.rows)
    return (
      2 * ((column - columns.lowerBound) * (tile.width + 1) + 1),
      row * (tile.height + layout.gap) + layout.gap
    )
  }

  /// Marks the number that is pointed at on a ground of its own, which is seen on any picture.
  private func drawCursor(into frame: inout Frame, _ look: Look) {
    guard let cursor = marks.cursor, let chosen = marks.chosen, shown.contains(chosen) else {
      return
    }
    let (corner, shape) = (corner(of: chosen), planes[0].shape)
    let x = corner.x / 2 + (2 * cursor.column + 1) * tile.width / (2 * shape.columns)
    let y = corner.y + (2 * cursor.row + 1) * tile.height / (2 * shape.rows)
    frame.write(
      "╋", at: Point(row: rect.row + y / 2, column: rect.column + x),
      Style(
        foreground: look.theme.accent, background: look.theme.background, attributes: .bold),
      limit: rect.columns.upperBound)
  }
}
