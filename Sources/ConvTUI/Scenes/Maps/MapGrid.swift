import Drawing
import Model

/// The layout of panes of one size in a rectangle. If they do not all fit, there are pages.
struct MapGrid: Hashable, Sendable {
  /// The panes of a page.
  let count: Int
  let columns: Int
  /// The room for the cells of one pane, in characters.
  let pane: Size
  /// How many pixels of the picture become one if all of the picture is visible; at least 1.
  let fit: Int

  private static let gap = 3
  /// The smallest size of a pane, so that the names of kernels stay readable.
  private static let smallest = Size(width: 11, height: 3)

  /// As many panes beside each other as makes the picture largest in them.
  init(count: Int, picture: Shape, in size: Size, _ look: Look) {
    // Among grids that show the same number, the one whose panes fill their room best.
    self = MapGrid.choices(of: count, in: size) { pane in
      let room = ImageGrid.elements(in: pane, look)
      return max(
        1, (picture.columns + room.width - 1) / max(1, room.width),
        (picture.rows + room.height - 1) / room.height)
    }.min {
      ($0.fit, $1.pane.height * $1.pane.width, $0.columns)
        < ($1.fit, $0.pane.height * $0.pane.width, $1.columns)
    }!
  }

  /// The grid of as many panes in which a square of numbers is largest.
  func forNumbers(in size: Size) -> MapGrid {
    let width = 7
    func side(_ pane: Size) -> Int { min(pane.width / width, pane.height) }
    return MapGrid.choices(of: count, in: size) { _ in fit }.max { side($0.pane) < side($1.pane) }!
  }

  private static func choices(
    of count: Int, in size: Size, fit: (_ pane: Size) -> Int
  ) -> [MapGrid] {
    let most = max(1, (size.width - 2 + gap) / (smallest.width + gap))
    let count = max(1, min(count, most * (size.height / (smallest.height + 1))))
    return (1...min(count, most)).map { columns in
      let rows = (count + columns - 1) / columns
      let pane = Size(
        width: max(1, (size.width - 2 - (columns - 1) * gap) / columns),
        height: max(1, size.height / rows - 1))
      return MapGrid(count: count, columns: columns, pane: pane, fit: fit(pane))
    }
  }

  /// The panes on the same page as one pane.
  func page(of pane: Int, of all: Int) -> Range<Int> {
    let first = pane / count * count
    return first..<min(all, first + count)
  }

  private init(count: Int, columns: Int, pane: Size, fit: Int) {
    self.count = count
    self.columns = columns
    self.pane = pane
    self.fit = fit
  }
}
