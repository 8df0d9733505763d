import Drawing
import Formats
import Model

/// A sample goes through a network: a column of feature maps for each layer.
struct FlowDrawing {
  let sample: SampleDrawing
  let network: Network
  /// The layer and the unit that are chosen.
  let layer, unit: Int

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let side = FlowDrawing.sampleRect(in: rect)
    sample.draw(into: &frame, in: side, look)
    columns.draw(into: &frame, in: rect.inset(left: side.width + 3), look)
  }

  /// Where the sample stands.
  static func sampleRect(in rect: Rect) -> Rect {
    let width = max(24, min(rect.width * 3 / 10, 2 * rect.height))
    return rect.inset(right: rect.width - width)
  }

  private var columns: MapColumns {
    MapColumns(
      layers: network.graph.nodes.indices.filter {
        !(network.graph.nodes[$0].operator is Flatten)
      }.map { index in
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
      })
  }
}
