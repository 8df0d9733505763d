import Drawing
import Model

extension MapColumns {
  /// The layers in signs and shades, where colours are few.
  func cells(in rect: Rect, _ look: Look) -> [Placed] {
    var column = rect.column
    var placed: [Placed] = []
    for (index, mosaic, width) in tried(in: rect.size, look) {
      // One that is too wide by itself is seen around its chosen map.
      let place = Rect(
        row: rect.row, column: column - 1, width: min(width, rect.width) + 2, height: rect.height)
      let layer = layers[index]
      var pane = mosaic.pane(
        layer.title(within: place.width - 2), layer.scale, chosen: layer.chosen)
      if let cursor = layer.cursor, let chosen = layer.chosen {
        (pane.cursor, pane.ringsCursor) = (mosaic.position(of: cursor, in: chosen), true)
      }
      if let lit = layer.lit {
        pane.isLit = { row, column in
          mosaic.shows(lit, at: Position(row: row, column: column))
        }
      }
      placed.append(
        Placed(
          layer: index, rect: place,
          content: .cells(
            PaneGrid([[pane]], isCentered: false).placed(in: place, look), mosaic)))
      column += width + MapColumns.gap
    }
    return placed
  }

  /// A layer's maps, and the width on the screen that they take.
  private typealias Column = (index: Int, mosaic: ImageGrid, width: Int)

  /// The largest tiles that fit next to each other: of all layers, without those of high rank, or of the
  /// chosen one alone; if even the smallest do not fit, of the layers around the chosen one.
  private func tried(in size: Size, _ look: Look) -> [Column] {
    let planes = layers.map(\.maps.planes)
    /// The columns with cells of this width, and tiles with at most this many rows.
    func columns(rank: Int, cell: Int, tile: Int, height: Int) -> [Column] {
      layers.indices.filter { layers[$0].rank <= rank || layers[$0].chosen != nil }.map { index in
        var mosaic = ImageGrid(
          planes[index], height: height, shrink: (planes[index][0].shape.rows + tile - 1) / tile)
        mosaic.isPicture = layers[index].scale.isGrey
        let title = layers[index].title.cellWidth
        return (index, mosaic, max(mosaic.shape.columns * cell, title))
      }
    }
    func fit(_ columns: [Column]) -> Bool {
      columns.reduce(-MapColumns.gap) { $0 + $1.width + MapColumns.gap } <= size.width
    }
    let lines = size.height - 1
    let tallest = planes.map { $0[0].shape.rows }.max() ?? 0
    let large = columns(rank: 3, cell: 2, tile: tallest, height: lines)
    if fit(large), large.allSatisfy({ $0.mosaic.shape.rows <= lines }) { return large }
    let height = ImageGrid.elements(in: lines, look)
    let lineCounts = (1...14).reversed()
    // Few layers that can be told are worth more than all of them in a few signs.
    let legible = lineCounts.filter { $0 >= 5 }
    let choices =
      legible.flatMap { lines in [3, 2, 1, 0].map { (lines, rank: $0) } }
      + legible.map { ($0, rank: -1) }
      + lineCounts.map { ($0, rank: 2) } + lineCounts.map { ($0, rank: 1) }
    var shown: [Column] = []
    for (lines, rank) in choices {
      shown = columns(
        rank: rank, cell: 1, tile: ImageGrid.elements(in: lines, look), height: height)
      let isWhole = shown.allSatisfy { column in
        // An outline takes a line above and below.
        column.mosaic.shape.rows <= height - (layers[column.index].chosen == nil ? 0 : 2)
      }
      if isWhole, fit(shown) { return shown }
    }
    while shown.count > 1, !fit(shown) {
      let chosen = shown.firstIndex { layers[$0.index].chosen != nil } ?? 0
      shown.remove(at: chosen > (shown.count - 1) / 2 ? 0 : shown.count - 1)
    }
    return shown
  }
}
