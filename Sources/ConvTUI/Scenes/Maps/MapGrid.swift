import Model

/// How panes of one size stand in a rectangle: as many beside each other as makes them largest.
struct MapGrid: Hashable, Sendable {
  let columns: Int
  /// The room for the cells of one pane, in characters.
  let pane: Size
  /// How many pixels of the picture become one where all of it is to be seen; at least 1.
  let fit: Int

  private static let gap = 3

  init(count: Int, picture: Shape, in size: Size, _ look: Look) {
    let choices = (1...max(1, count)).map { columns -> MapGrid in
      let rows = (count + columns - 1) / columns
      let pane = Size(
        width: max(1, (size.width - 2 - (columns - 1) * MapGrid.gap) / columns),
        height: max(1, size.height / rows - 1))
      let fit = max(
        (picture.columns + pane.width - 1) / pane.width,
        (picture.rows + Mosaic.elements(in: pane.height, look) - 1)
          / Mosaic.elements(in: pane.height, look))
      return MapGrid(columns: columns, pane: pane, fit: max(1, fit))
    }
    // Of those that show as much, the one whose panes fill their room best.
    self = choices.min {
      ($0.fit, $1.pane.height * $1.pane.width, $0.columns)
        < ($1.fit, $0.pane.height * $0.pane.width, $1.columns)
    }!
  }

  private init(columns: Int, pane: Size, fit: Int) {
    self.columns = columns
    self.pane = pane
    self.fit = fit
  }
}
