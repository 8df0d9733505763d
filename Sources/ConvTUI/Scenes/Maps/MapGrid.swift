import Drawing
import Model

/// How panes of one size stand in a rectangle. Where there are more than can be told apart, they are
/// gone through by pages.
struct MapGrid: Hashable, Sendable {
  /// The panes of a page.
  let count: Int
  let columns: Int
  /// The room for the cells of one pane, in characters.
  let pane: Size
  /// How many pixels of the picture become one where all of it is to be seen; at least 1. In colours
  /// fewer than have room: what is drawn are means of them.
  private(set) var fit: Int
  /// The elements that lie beside and above each other in a pane, each of so many pixels of the picture.
  let room: Size
  let pixelsOfAnElement: Float

  /// Whether the elements are written as numbers.
  private(set) var showsNumbers = false

  /// Whether a text stands to the right of the panes, rather than below them.
  let isBeside: Bool
  /// The characters from one pane to the next.
  let gap: Int

  /// The least room for a text to the right of the panes, and that to its left.
  private static let beside = Size(width: 15, height: 14)
  /// A pane takes no less of a page: a kernel's name must be told from the next one's.
  private static let smallest = Size(width: 11, height: 3)

  /// As many panes beside each other as makes the picture largest in them, with a text below them, or
  /// beside them where the picture is no smaller then.
  ///
  /// - Parameter textLines: What a text below them takes.
  init(count: Int, picture: Shape, in room: Size, textLines: Int, _ look: Look) {
    let below = MapGrid(
      count: count, picture, in: Size(width: room.width, height: room.height - textLines), look)
    guard room.width >= 4 * MapGrid.beside.width, room.height >= MapGrid.beside.height else {
      self = below
      return
    }
    let size = Size(width: room.width - MapGrid.beside.width - 1, height: room.height)
    let beside = MapGrid(count: count, picture, in: size, look, isBeside: true)
    self = beside.order(look) <= below.order(look) ? beside.packed(picture, look) : below
  }

  /// As many panes beside each other, without a text.
  init(
    count: Int, _ picture: Shape, in size: Size, _ look: Look, isBeside: Bool = false
  ) {
    // Of those that show as much, the one whose panes fill their room best.
    self = MapGrid.choices(of: count, in: size, picture, look, isBeside).min {
      ($0.order(look), $1.pane.height * $1.pane.width, $0.columns)
        < ($1.order(look), $0.pane.height * $0.pane.width, $1.columns)
    }!
  }

  /// The same with panes no wider than the picture.
  private func packed(_ picture: Shape, _ look: Look) -> MapGrid {
    let elements = Int((Float(picture.columns) / pixelsOfAnElement).rounded(.up))
    let width = max(MapGrid.smallest.width, look.fillsCells ? elements : 2 * elements)
    return MapGrid(
      count: count, columns: columns,
      pane: Size(width: min(pane.width, width), height: pane.height), picture, look, isBeside)
  }

  /// Where a text stands beside the panes.
  func textBeside(_ room: Rect) -> Rect {
    room.inset(left: columns * (pane.width + gap) + 1)
  }

  /// The place of a pane in a room.
  func place(_ index: Int, in room: Rect) -> Rect {
    let (row, column) = index.quotientAndRemainder(dividingBy: columns)
    return Rect(
      row: room.row + row * (pane.height + 1), column: room.column + column * (pane.width + gap),
      width: pane.width + 2, height: pane.height + 1)
  }

  /// How small the picture is.
  private func order(_ look: Look) -> Float { look.fillsCells ? pixelsOfAnElement : Float(fit) }

  /// The grid of as many panes in which a square of numbers is largest.
  func forNumbers(_ picture: Shape, in room: Size, textLines: Int, _ look: Look) -> MapGrid {
    let size =
      isBeside
      ? Size(width: room.width - MapGrid.beside.width - 1, height: room.height)
      : Size(width: room.width, height: room.height - textLines)
    func side(_ pane: Size) -> Int { min(pane.width / MapGrid.widthOfNumber, pane.height) }
    let grids = MapGrid.choices(of: count, in: size, picture, look, isBeside)
    var grid = MapGrid(grids.max { side($0.pane) < side($1.pane) }!, fit: fit)
    grid.showsNumbers = true
    return grid
  }

  /// As much as most numbers need, with a space.
  private static let widthOfNumber = 7

  /// Whether a whole picture has room as numbers.
  func holds(_ picture: Shape) -> Bool {
    picture.columns * MapGrid.widthOfNumber <= pane.width && picture.rows <= pane.height
  }

  private static func choices(
    of count: Int, in size: Size, _ picture: Shape, _ look: Look, _ isBeside: Bool
  ) -> [MapGrid] {
    let gap = gap(isBeside)
    let most = max(1, (size.width - 2 + gap) / (smallest.width + gap))
    let count = max(1, min(count, most * (size.height / (smallest.height + 1))))
    return (1...min(count, most)).map { columns in
      let rows = (count + columns - 1) / columns
      let pane = Size(
        width: max(1, (size.width - 2 - (columns - 1) * gap) / columns),
        height: max(1, size.height / rows - 1))
      return MapGrid(count: count, columns: columns, pane: pane, picture, look, isBeside)
    }
  }

  /// The panes of the page on which one stands, of so many in all.
  func page(of pane: Int, of all: Int) -> Range<Int> {
    let first = pane / count * count
    return first..<min(all, first + count)
  }

  private static func gap(_ isBeside: Bool) -> Int { isBeside ? 2 : 3 }

  private init(
    count: Int, columns: Int, pane: Size, _ picture: Shape, _ look: Look, _ isBeside: Bool
  ) {
    self.isBeside = isBeside
    gap = MapGrid.gap(isBeside)
    self.count = count
    self.columns = columns
    self.pane = pane
    room = ImageGrid.elements(in: pane, look)
    pixelsOfAnElement = max(
      Float(picture.columns) / Float(max(1, room.width)),
      Float(picture.rows) / Float(max(1, room.height)))
    let least = Int(pixelsOfAnElement.rounded(.up))
    fit = max(1, look.fillsCells ? least - 1 : least)
  }

  private init(_ grid: MapGrid, fit: Int) {
    self = grid
    self.fit = fit
  }
}
