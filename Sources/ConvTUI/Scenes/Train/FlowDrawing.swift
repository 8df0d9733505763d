import Drawing
import Formats
import Model

/// A sample on its way through a network: a column of feature maps for each layer.
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
      layers: network.kinds.indices.filter { network.kinds[$0] != .flatten }.map { index in
        let maps = sample.snapshot.outputs[index]
        var layer = MapColumns.Layer(
          title: [
            Span(network.kinds[index].shortName, index == self.layer ? .accent : .secondary)
          ],
          maps: maps, scale: ColorScale(maps.finiteRange),
          chosen: index == self.layer ? unit : nil)
        layer.rank =
          switch network.kinds[index] {
          case .convolution, .linear: 0
          case .activation: 2
          default: 1
          }
        return layer
      })
  }
}

extension LayerKind {
  /// What it is called where there is little room.
  var shortName: String {
    switch self {
    case .convolution(let kernels, _, _): "conv\(kernels)"
    case .linear(let outputs): "lin\(outputs)"
    case .maxPooling: "max"
    case .averagePooling: "avg"
    case .batchNormalization: "norm"
    case .dropout: "drop"
    case .flatten: "flat"
    case .activation(.relu): "relu"
    case .activation(.leakyReLU): "leaky"
    case .activation(.tanh): "tanh"
    case .activation(.sigmoid): "sigm"
    }
  }
}
