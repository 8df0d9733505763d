import Formats
import Model

/// A sample on its way through a network: a column of feature maps for each layer.
struct FlowDrawing {
  let sample: SampleDrawing
  let network: Network
  /// The layer and the unit that are chosen.
  let layer, unit: Int

  private static let gap = 2

  /// One layer's column.
  private struct Column {
    let title: Line
    let mosaic: Mosaic
    let scale: ColorScale
    let chosen: Int?

    var width: Int { max(mosaic.shape.columns, title.cellWidth) }
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let picture = sample.picture(in: rect, look)
    picture.draw(into: &frame, look)
    let width = (picture.views.first?.rect.width ?? 0) + 2
    sample.drawClasses(
      into: &frame,
      in: Rect(
        row: picture.bottom + 1, column: rect.column + 1, width: max(width, 22),
        height: rect.rows.upperBound - picture.bottom - 1), look)
    let maps = rect.inset(left: max(width, 24) + FlowDrawing.gap)
    var column = maps.column
    for item in columns(in: maps.size, look) {
      guard column + item.width <= maps.columns.upperBound else { break }
      let place = Rect(
        row: maps.row, column: column - 1, width: item.width + 2, height: maps.height)
      PaneGrid([[item.mosaic.pane(item.title, item.scale, chosen: item.chosen)]], isCentered: false)
        .placed(in: place, look).draw(into: &frame, look)
      column += item.width + FlowDrawing.gap
    }
  }

  /// The columns with the largest maps that have room beside each other: of all layers, or without
  /// the activations.
  private func columns(in size: Size, _ look: Look) -> [Column] {
    let all = network.kinds.indices.filter { network.kinds[$0] != .flatten }
    let few = all.filter { if case .activation = network.kinds[$0] { false } else { true } }
    var smallest: [Column] = []
    for lines in stride(from: 14, through: 1, by: -1) {
      for layers in lines >= 4 ? [all, few] : [few] {
        smallest = layers.map { column(of: $0, lines: lines, height: size.height - 1, look) }
        let width = smallest.reduce(-FlowDrawing.gap) { $0 + $1.width + FlowDrawing.gap }
        if width <= size.width { return smallest }
      }
    }
    return smallest
  }

  /// A layer's maps, each at most so many lines high.
  private func column(of layer: Int, lines: Int, height: Int, _ look: Look) -> Column {
    let output = sample.exhibit.outputs[layer]
    let tiles = output.planes
    let most = Mosaic.elements(in: lines, look)
    let shrink = (output.shape.rows + most - 1) / most
    let scale = ColorScale(output.finiteRange)
    return Column(
      title: [Span(network.kinds[layer].shortName, layer == self.layer ? .accent : .secondary)],
      mosaic: Mosaic(tiles, height: height, shrink: shrink, look), scale: scale,
      chosen: layer == self.layer ? unit : nil)
  }
}

extension Tensor {
  /// One matrix for each channel of an image.
  var planes: [Tensor] { (0..<shape.channels).map { plane(channel: $0) } }
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
