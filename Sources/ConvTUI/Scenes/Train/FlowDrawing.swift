import Drawing
import Formats
import Model

/// A sample goes through a network: a column of feature maps for each layer.
struct FlowDrawing {
  let sample: SampleDrawing
  let network: Network
  /// The layer and the unit that are chosen.
  let layer, unit: Int
  /// Whether the chosen map stands alone.
  let isEnlarged: Bool

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    sample.draw(into: &frame, in: FlowDrawing.sampleRect(in: rect), look)
    columns(look.words).draw(into: &frame, in: mapsRect(in: rect), look)
  }

  /// The layer and the unit under a point of the screen.
  func hit(_ point: Point, in rect: Rect, _ look: Look) -> (layer: Int, unit: Int)? {
    for placed in columns(look.words).placed(in: mapsRect(in: rect), look) {
      guard let hit = placed.hit(point) else { continue }
      return isEnlarged ? (layer, unit) : (nodes[placed.layer], hit.tile)
    }
    return nil
  }

  private func mapsRect(in rect: Rect) -> Rect {
    rect.inset(left: FlowDrawing.sampleRect(in: rect).width + 3)
  }

  /// Where the sample stands.
  static func sampleRect(in rect: Rect) -> Rect {
    let width = max(24, min(rect.width * 3 / 10, 2 * rect.height))
    return rect.inset(right: rect.width - width)
  }

  /// The layers whose maps are drawn.
  private var nodes: [Int] {
    network.graph.nodes.indices.filter { !(network.graph.nodes[$0].operator is Flatten) }
  }

  private func columns(_ words: Words) -> MapColumns {
    guard isEnlarged else { return MapColumns(layers: nodes.map(maps)) }
    var chosen = maps(layer)
    chosen.title += [
      Span("  " + words.unit(unit, of: chosen.maps.shape.channels), .secondary)
    ]
    return MapColumns(layers: [chosen.enlarged])
  }

  private func maps(_ index: Int) -> MapColumns.Layer {
    let node = network.graph.nodes[index]
    let maps = sample.snapshot.outputs[index]
    var layer = MapColumns.Layer(
      title: [
        Span(node.operator.shortName, index == self.layer ? .accent : .secondary)
      ],
      maps: maps, scale: ColorScale(maps.finiteRange),
      chosen: index == self.layer ? unit : nil)
    layer.rank =
      switch node.operator {
      case is ConvolutionLayer: 0
      case is Linear: index == network.graph.nodes.count - 1 ? 0 : 1
      case is any Elementwise: 3
      default: 2
      }
    return layer
  }
}
