import Formats
import Model

extension FieldScene: SceneWithSnippet {
  /// The paths between the unit and the image by a gradient, or for a pixel to the last map.
  func snippet() throws(FigureError) -> Snippet {
    let largest = stack.maps.map { $0.rows * $0.columns }.max() ?? 0
    guard largest <= FieldScene.mostUnits else {
      throw .mapTooLarge(largest, limit: FieldScene.mostUnits)
    }
    let network = try torch
    let image = stack.maps[0]
    let other = map > 0 ? 0 : stack.maps.count - 1
    let paths = stack.paths(from: unit, of: map, to: other)
    let at = "0, 0, \(unit.row), \(unit.column)"
    let walk =
      map > 0
      ? """
      image = torch.ones(1, 1, \(image.rows), \(image.columns), dtype=torch.float64)
      image.requires_grad_()
      \(network.isSequential ? "stack[:\(map)](image)" : "stack(image)")[\(at)].backward()
      paths = image.grad[0, 0]
      """
      : """
      image = torch.zeros(1, 1, \(image.rows), \(image.columns), dtype=torch.float64)
      image[\(at)] = 1
      paths = stack(image)[0, 0].detach()
      """
    func row(_ counts: [Double]) -> Tensor {
      Tensor(Shape(1, counts.count), counts.map { Float($0) })
    }
    let shown = paths.terms.enumerated().flatMap { index, term in
      let number = paths.terms.count > 1 ? "\(index + 1)" : ""
      return [("rows" + number, row(term.rows)), ("columns" + number, row(term.columns))]
    }
    let sum = stride(from: 0, to: shown.count, by: 2)
      .map { "torch.outer(\(shown[$0].0)[0], \(shown[$0 + 1].0)[0]).double()" }
      .joined(separator: " + ")
    return Snippet(
      title: "The field of \(unitName(.ofFiles)) in convtui field.",
      body: """
        # A pooling sees what a convolution of its size sees. All weights are 1: then a gradient
        # counts the paths between two cells.
        \(network.text(named: "stack")).double()
        for weight in stack.parameters():
            torch.nn.init.ones_(weight)
        \(walk)
        print(paths)
        """,
      shown: shown, checks: [("paths", sum)])
  }

  /// The layers with one channel, each a convolution of what it sees.
  private var torch: TorchNetwork {
    get throws(FigureError) {
      let graph = stack.graph
      let layers = try graph.nodes.map { node throws(FigureError) -> TorchLayer in
        guard let layer = node.operator.seen(of: stack.maps[node.inputs[0]]) else {
          throw .noSnippet(kind)
        }
        return layer
      }
      return TorchNetwork(
        graph: graph, layers: layers,
        comments: graph.nodes.indices.map { GraphNotation.text(of: graph, layer: $0) },
        output: map > 0 ? map : graph.nodes.count)
    }
  }

  /// The most units that a map may have for the script to make them all.
  private static let mostUnits = 1 << 22
}

extension Operator {
  /// The operator as a convolution with as many taps; nil where it is none.
  fileprivate func seen(of input: PlaneSize) -> TorchLayer? {
    let image = Shape([1, input.rows, input.columns])
    guard inputCount == 1...1 else {
      // Every way counts: also a product and a row of channels are sums.
      return TorchLayer(Add(), input: image)
    }
    if let transposed = self as? TransposedConvolution {
      return TorchLayer(transposed.open, input: image).withoutBias
    }
    guard let (rows, columns) = try? windows(over: input) else { return nil }
    let convolution: ConvolutionLayer
    if let rows = rows as? Axis, let columns = columns as? Axis {
      guard !rows.roundsUp, !columns.roundsUp else { return nil }
      func both(_ value: KeyPath<Axis, Int>) -> PerAxis<Int> {
        PerAxis(rows: rows[keyPath: value], columns: columns[keyPath: value])
      }
      convolution = ConvolutionLayer(
        size: PlaneSize(both(\.kernel)),
        options: CorrelationOptions(
          stride: both(\.stride), padding: both(\.padding), surplus: both(\.surplus),
          mode: rows.mode, dilation: both(\.dilation)))
    } else if rows.output == rows.input, columns.output == columns.input {
      convolution = ConvolutionLayer(size: PlaneSize(1))
    } else if rows.output == 1, columns.output == 1 {
      convolution = ConvolutionLayer(size: input)
    } else {
      return nil
    }
    return TorchLayer(convolution, input: image).withoutBias
  }
}

extension TorchLayer {
  fileprivate var withoutBias: TorchLayer {
    var layer = self
    layer.module = module.map { $0.dropLast() + ", bias=False)" }
    return layer
  }
}
