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
    let picture = sample.picture(in: rect, look)
    picture.draw(into: &frame, look)
    let width = (picture.views.first?.rect.width ?? 0) + 2
    let gap = rect.height > 12 ? 1 : 0
    sample.drawClasses(
      into: &frame,
      in: Rect(
        row: picture.bottom + gap, column: rect.column + 1, width: max(width, 23),
        height: rect.rows.upperBound - picture.bottom - gap), look)
    columns.draw(into: &frame, in: rect.inset(left: max(width, 24) + 2), look)
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
          case is ConvolutionLayer, is Linear: 0
          case is any Elementwise: 2
          default: 1
          }
        return layer
      })
  }
}
