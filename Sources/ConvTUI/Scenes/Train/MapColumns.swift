import Drawing
import Model

/// The maps of layers side by side, as large as there is room for: with their numbers where these fit;
/// else in colours at any scale and in several lines, in few colours a column of tiles for each layer.
struct MapColumns {
  /// The maps of one layer.
  struct Layer {
    var title: Line
    /// What stands behind the title as far as there is room.
    var details: [Span] = []
    /// What single numbers stand for, one name for each; empty where they have none.
    var names: [String] = [] {
      didSet { widthOfNames = names.map { MapColumns.name($0).cellWidth + 1 }.max() ?? 0 }
    }
    /// The columns that the names beside its numbers take.
    private(set) var widthOfNames = 0
    /// C×H×W.
    var maps: Tensor
    var scale: ColorScale
    /// The map that is drawn around.
    var chosen: Int?
    /// The number in it that is pointed at.
    var cursor: Position?
    /// The part of every map that keeps its full colour; all of it where it is nil.
    var lit: Block?
    /// Where room is short, layers of a higher rank give way first; but not one with a chosen map.
    var rank = 0

    /// Its chosen map alone.
    var enlarged: Layer {
      var layer = self
      if let chosen {
        (layer.maps, layer.chosen) = (maps.plane(channel: chosen), 0)
        layer.names = []
      }
      return layer
    }

    /// The title with as many of the details as have room.
    func title(within width: Int) -> Line {
      details.reduce(title) { line, detail in
        (line + [detail]).cellWidth <= width ? line + [detail] : line
      }
    }
  }

  /// The name of a number, as much of it as has room beside one.
  static func name(_ name: String) -> String { name.printable.cut(to: 8) }

  /// A layer at its place on the screen.
  struct Placed {
    enum Content {
      case picture(PictureMosaic.Placed)
      case cells(PaneGrid.Placed, ImageGrid)
      /// Each is numbered by its layer, and by its map among so many.
      case numbers([MatrixView], rows: Int)
    }

    /// Which of the layers it is.
    let layer: Int
    let rect: Rect
    let content: Content

    /// The map, and the place in it, under a point of the screen.
    func hit(_ point: Point) -> (tile: Int, at: Position)? {
      switch content {
      case .picture(let placed): placed.hit(point)
      case .cells(let grid, let mosaic): grid.hit(point).flatMap { mosaic.element(at: $0.at) }
      case .numbers(let views, let rows):
        views.lazy.compactMap { view in
          view.position(at: point).map { (tile: (view.pane.number ?? 0) % rows, at: $0) }
        }.first
      }
    }
  }

  let layers: [Layer]

  static let gap = 2

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    draw(placed(in: rect, look), into: &frame, look)
  }

  /// Draws the layers at places that have been found for them.
  func draw(_ placed: [Placed], into frame: inout Frame, _ look: Look) {
    for item in placed {
      let layer = layers[item.layer]
      switch item.content {
      case .numbers(let views, _): for view in views { view.draw(into: &frame, look) }
      case .cells(let grid, _): grid.draw(into: &frame, look)
      case .picture(let placed):
        placed.draw(into: &frame, scale: layer.scale, look)
        for (index, name) in layer.names.enumerated() {
          guard let place = placed.place(beside: index) else { continue }
          let role = index == layer.chosen ? Role.accent : .secondary
          frame.write([Span(MapColumns.name(name), role)], at: place, look)
        }
        let title =
          layer.title(within: item.rect.width - 2) + (placed.isCut ? [Span(" ↔")] : [])
        frame.write(
          title.shortened(to: item.rect.width),
          at: Point(row: item.rect.row, column: item.rect.column + 1), look,
          limit: item.rect.columns.upperBound + 1)
      }
    }
  }

  /// The layers that have room, at their places.
  func placed(in rect: Rect, _ look: Look) -> [Placed] {
    numbers(in: rect, look) ?? (look.fillsCells ? pictures(in: rect) : cells(in: rect, look))
  }
}

extension Tensor {
  /// One matrix for each channel of an image.
  var planes: [Tensor] { (0..<shape.channels).map { plane(channel: $0) } }
}
