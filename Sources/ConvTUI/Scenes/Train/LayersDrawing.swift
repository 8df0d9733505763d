import Drawing
import Formats
import Model

/// The layers of a network in numbers, and of the chosen one its maps, its kernels and their
/// gradient.
struct LayersDrawing {
  let snapshot: TrainingSnapshot
  let network: Network
  /// The layer and the unit that are chosen.
  let layer, unit: Int

  /// The colour scale of the weights, or of the maps if the layer has no weights.
  var legend: Legend {
    weights(snapshot.trainer.parameters).map {
      Legend(name: "w", scale: ColorScale($0.finiteRange))
    } ?? Legend(name: "y", scale: ColorScale(snapshot.outputs[layer].finiteRange))
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let words = look.words
    let beside = table(rect.size, width: rect.width * 3 / 5, words)
    let width = beside.map(\.cellWidth).max() ?? 0
    let pictures = rect.inset(left: width + 4)
    let hasPictures = pictures.width >= 20
    let table = hasPictures ? beside : table(rect.size, width: rect.width - 2, words)
    frame.write(table, in: rect.inset(left: 1), look)
    guard hasPictures else { return }
    guard let weights = weights(snapshot.trainer.parameters),
      let gradient = self.weights(snapshot.trainer.gradient)
    else { return drawMaps(into: &frame, in: pictures, look) }
    // Below the table where the pictures beside it would be small.
    let isBelow = pictures.width < 100 && rect.height - table.count >= 9
    drawMaps(
      into: &frame, in: isBelow ? pictures : pictures.inset(bottom: pictures.height / 2), look)
    let kernels =
      isBelow
      ? rect.inset(top: table.count + 1, right: rect.width - width - 2)
      : pictures.inset(top: (pictures.height + 1) / 2)
    let half = kernels.width / 2
    let left = kernels.inset(right: kernels.width - half)
    drawKernels(words.kernels, weights, into: &frame, in: left, look)
    drawKernels(words.gradients, gradient, into: &frame, in: kernels.inset(left: half), look)
  }

  /// All kernels of the layer, or only those of the chosen unit if not all fit.
  private func drawKernels(
    _ name: String, _ tensor: Tensor, into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    let scale = ColorScale(tensor.finiteRange)
    let place = Size(width: rect.width - 2, height: rect.height - 1)
    let hasUnits = tensor.shape.rank == 4
    let isWhole = TileDrawing.isWhole(tensor.tiles, in: place, look)
    let own = tensor.tiles(ofKernel: unit)
    let title: Line = [
      Span(name, .strong), Span("  " + Formula.range(scale), .secondary),
      Span(isWhole || !hasUnits ? "" : "  \(look.words.ofUnit(unit))", .secondary),
    ]
    TileDrawing(
      tiles: isWhole || !hasUnits ? tensor.tiles : own, title: title, scale: scale,
      chosen: isWhole && hasUnits ? unit * tensor.shape.channels : nil
    ).draw(into: &frame, in: rect, look)
  }

  private func drawMaps(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let output = snapshot.outputs[layer]
    let scale = ColorScale(output.finiteRange)
    let title: Line = [
      Span(GraphNotation.text(of: network.graph, layer: layer), .strong),
      Span("  \(output.shape)  \(look.words.unit(unit, of: output.shape.channels))", .secondary),
      Span("  " + Formula.range(scale), .secondary),
    ]
    TileDrawing(tiles: output.planes, title: title, scale: scale, chosen: unit)
      .draw(into: &frame, in: rect, look)
  }

  /// The chosen layer's weights, or what stands in their places; nil where it has none.
  private func weights(_ vector: [Float]) -> Tensor? {
    network.parameters.first { $0.layer == layer }.map { parameter in
      let dimensions = parameter.shape.dimensions
      return Tensor(
        Shape(dimensions.count > 1 ? dimensions : [1] + dimensions), Array(vector[parameter.range]))
    }
  }

  // MARK: The table

  private func table(_ size: Size, width: Int, _ words: Words) -> [Line] {
    let height = size.height
    let trainer = snapshot.trainer
    let weights = network.norms(trainer.parameters)
    let gradients = network.norms(trainer.gradient)
    let isNarrow = size.width < 100
    let rows = network.graph.nodes.indices.map { index -> [String] in
      let hasWeights = network.parameters.contains { $0.layer == index }
      func number(_ value: Double) -> String { hasWeights ? NumberText.short(Float(value)) : "" }
      let share = snapshot.updateNorms[index] / max(weights[index], .leastNormalMagnitude)
      let units = snapshot.evaluation?.units[index]
      let name = GraphNotation.text(of: network.graph, layer: index)
      return [
        (index == layer ? "▸ " : "  ")
          + (isNarrow ? network.graph.nodes[index].operator.shortName : name),
        isNarrow ? nil : network.outputs[index].description,
        number(weights[index]), number(gradients[index]),
        hasWeights ? NumberText.scientific(Float(share)) : "",
        units.map { "\($0.dead)/\($0.count)" } ?? "",
      ].compactMap { $0 }
    }
    var header = words.layerTable.enumerated().filter { !isNarrow || $0.offset != 1 }.map(\.element)
    if rows.count > height - 1 { header[0] += " \(layer + 1)/\(rows.count)" }
    let first = max(0, min(rows.count - (height - 1), layer - height / 2))
    return .table(
      [header] + rows[first...].prefix(max(0, height - 1)), width: width,
      role: { $0 == 0 ? .secondary : first + $0 - 1 == layer ? .strong : .text })
  }
}
