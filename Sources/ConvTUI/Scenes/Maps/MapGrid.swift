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

  private static let gap = 3
  /// A pane takes no less of a page: a kernel's name must be told from the next one's.
  private static let smallest = Size(width: 11, height: 3)

  /// As many panes beside each other as makes the picture largest in them.
  init(count: Int, picture: Shape, in size: Size, _ look: Look) {
    // Of those that show as much, the one whose panes fill their room best.
    self = MapGrid.choices(of: count, in: size, picture, look).min {
      ($0.order(look), $1.pane.height * $1.pane.width, $0.columns)
        < ($1.order(look), $0.pane.height * $0.pane.width, $1.columns)
    }!
  }

  /// How small the picture is.
  private func order(_ look: Look) -> Float { look.fillsCells ? pixelsOfAnElement : Float(fit) }

  /// The grid of as many panes in which a square of numbers is largest.
  func forNumbers(_ picture: Shape, in size: Size, _ look: Look) -> MapGrid {
    func side(_ pane: Size) -> Int { min(pane.width / MapGrid.widthOfNumber, pane.height) }
    let grids = MapGrid.choices(of: count, in: size, picture, look)
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
    of count: Int, in size: Size, _ picture: Shape, _ look: Look
  ) -> [MapGrid] {
    let most = max(1, (size.width - 2 + gap) / (smallest.width + gap))
    let count = max(1, min(count, most * (size.height / (smallest.height + 1))))
    return (1...min(count, most)).map { columns in
      let rows = (count + columns - 1) / columns
      let pane = Size(
        width: max(1, (size.width - 2 - (columns - 1) * gap) / columns),
        height: max(1, size.height / rows - 1))
      return MapGrid(count: count, columns: columns, pane: pane, picture, look)
    }
  }

  /// The panes of the page on which one stands, of so many in all.
  func page(of pane: Int, of all: Int) -> Range<Int> {
    let first = pane / count * count
    return first..<min(all, first + count)
  }

  private init(count: Int, columns: Int, pane: Size, _ picture: Shape, _ look: Look) {
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
