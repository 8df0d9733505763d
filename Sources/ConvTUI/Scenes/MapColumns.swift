import Model

/// The maps of layers side by side: a column of tiles for each, as large as there is room for.
struct MapColumns {
  /// The maps of one layer.
  struct Layer {
    var title: Line
    /// C×H×W.
    var maps: Tensor
    var scale: ColorScale
    /// The map that is drawn around.
    var chosen: Int?
    /// The part of every map that keeps its full colour; all of it where it is nil.
    var lit: Block?
    /// Whether it gives way first where room is short.
    var isMinor = false
  }

  /// A layer at its place on the screen.
  struct Placed {
    /// Which of the layers it is.
    let layer: Int
    let grid: PaneGrid.Placed
    fileprivate let mosaic: Mosaic

    /// The map, and the place in it, under a point of the screen.
    func hit(_ point: Point) -> (tile: Int, at: Position)? {
      grid.hit(point).flatMap { mosaic.element(at: $0.at) }
    }
  }

  let layers: [Layer]

  private static let gap = 2

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    for item in placed(in: rect, look) { item.grid.draw(into: &frame, look) }
  }

  /// The layers that have room, at their places.
  func placed(in rect: Rect, _ look: Look) -> [Placed] {
    var column = rect.column
    var placed: [Placed] = []
    for (index, mosaic) in mosaics(in: rect.size, look) {
      let width = width(index, mosaic)
      guard column + width <= rect.columns.upperBound else { break }
      let place = Rect(row: rect.row, column: column - 1, width: width + 2, height: rect.height)
      let layer = layers[index]
      var pane = mosaic.pane(layer.title, layer.scale, chosen: layer.chosen)
      if let lit = layer.lit {
        pane.isLit = { row, column in
          mosaic.shows(lit, at: Position(rows: row, columns: column))
        }
      }
      placed.append(
        Placed(
          layer: index, grid: PaneGrid([[pane]], isCentered: false).placed(in: place, look),
          mosaic: mosaic))
      column += width + MapColumns.gap
    }
    return placed
  }

  private func width(_ index: Int, _ mosaic: Mosaic) -> Int {
    max(mosaic.shape.columns, layers[index].title.cellWidth)
  }

  /// The largest tiles that have room beside each other: of all layers, or without the minor ones.
  private func mosaics(in size: Size, _ look: Look) -> [(index: Int, mosaic: Mosaic)] {
    let all = Array(layers.indices)
    let planes = layers.map(\.maps.planes)
    let major = all.filter { !layers[$0].isMinor }
    var smallest: [(index: Int, mosaic: Mosaic)] = []
    for lines in stride(from: 14, through: 1, by: -1) {
      for shown in lines >= 4 ? [all, major] : [major] {
        smallest = shown.map { ($0, mosaic(of: planes[$0], lines, size.height - 1, look)) }
        let widths = smallest.map { width($0.index, $0.mosaic) + MapColumns.gap }
        if widths.reduce(-MapColumns.gap, +) <= size.width { return smallest }
      }
    }
    return smallest
  }

  /// Tiles at most so many lines high.
  private func mosaic(
    of planes: [Tensor], _ lines: Int, _ height: Int, _ look: Look
  ) -> Mosaic {
    let most = Mosaic.elements(in: lines, look)
    return Mosaic(
      planes, height: height, shrink: (planes[0].shape.rows + most - 1) / most, look)
  }
}

extension Tensor {
  /// One matrix for each channel of an image.
  var planes: [Tensor] { (0..<shape.channels).map { plane(channel: $0) } }
}
