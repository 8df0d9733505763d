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
    let (columns, placed, isWhole) = arranged(in: rect, look)
    columns.draw(placed, into: &frame, look)
    guard !isWhole else { return }
    let next = layer + 1 < network.graph.nodes.count ? network.graph.nodes[layer + 1] : nil
    let whole = wholeRect(in: rect)
    frame.write(
      [
        look.words.shown(
          placed.count, ofLayers: network.graph.nodes.count, next: next?.operator.shortName
        ).shortened(to: whole.width)
      ],
      in: whole.inset(top: whole.height - 1), look)
  }

  /// The layer and the unit under a point of the screen.
  func hit(_ point: Point, in rect: Rect, _ look: Look) -> (layer: Int, unit: Int)? {
    for placed in arranged(in: rect, look).placed {
      guard let hit = placed.hit(point) else { continue }
      return isAlone(in: wholeRect(in: rect), look)
        ? (layer, unit) : (nodes[placed.layer], hit.tile)
    }
    return nil
  }

  private func wholeRect(in rect: Rect) -> Rect {
    rect.inset(left: FlowDrawing.sampleRect(in: rect).width + 3)
  }

  /// The maps at their places: above a line that tells of the layers that have no room, where there are
  /// such.
  private func arranged(
    in rect: Rect, _ look: Look
  ) -> (columns: MapColumns, placed: [MapColumns.Placed], isWhole: Bool) {
    let whole = wholeRect(in: rect)
    let columns = columns(in: whole, look)
    let placed = columns.placed(in: whole, look)
    guard !isAlone(in: whole, look), whole.height > 8, placed.count < nodes.count else {
      return (columns, placed, true)
    }
    return (columns, columns.placed(in: whole.inset(bottom: 1), look), false)
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

  /// Whether one map has all the room: in few colours also where several would be too small to tell.
  private func isAlone(in rect: Rect, _ look: Look) -> Bool {
    isEnlarged || !look.fillsCells && rect.height < 12
  }

  private func columns(in rect: Rect, _ look: Look) -> MapColumns {
    guard isAlone(in: rect, look) else { return MapColumns(layers: nodes.map(maps)) }
    let all = maps(layer)
    var map = all.enlarged
    map.title += [
      Span("  " + look.words.unit(unit, of: all.maps.shape.channels), .secondary)
    ]
    // A frame around a single one tells nothing.
    map.chosen = nil
    return MapColumns(layers: [map])
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
    layer.details = [Span("  \(maps.shape)", .secondary)]
    if index == network.graph.nodes.count - 1 { layer.names = sample.classNames }
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
