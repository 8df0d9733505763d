import Formats
import Model

/// The layers of a graph with all their numbers as PyTorch calls, over the known part of each map.
///
/// If only a part of a map is known, the calls cut out what the next part needs and write out its
/// padding.
struct TorchCalls {
  /// The picture, and the layers' numbers.
  private(set) var given: [Snippet.Named]
  /// The last one is Y.
  private(set) var lines: [String]
  private let graph: BoundGraph
  private let part: GraphPart

  /// - Parameter map: The map whose part is Y.
  init(graph: BoundGraph, part: GraphPart, map: Int) {
    (self.graph, self.part) = (graph, part)
    given = [("X", part.regions[0].numbers)]
    lines = []
    lines.append("\(variable(0)) = X[None]")
    for index in graph.graph.nodes[..<map].indices { add(index) }
    let (units, region) = (part.units[map], part.regions[map])
    func slice(_ units: Range<Int>, _ first: Int) -> String {
      "\(units.lowerBound - first):\(units.upperBound - first)"
    }
    let cut =
      units == region.area
      ? ""
      : "[:, \(slice(units.rows, region.origin.row)), "
        + "\(slice(units.columns, region.origin.column))]"
    lines.append("Y = \(variable(map))[0]" + cut)
  }

  private func variable(_ map: Int) -> String { graph.graph.isSequential ? "x" : "x\(map)" }

  private mutating func add(_ index: Int) {
    let node = graph.graph.nodes[index]
    let (result, number) = (variable(index + 1), index + 1)
    var (inputs, layer) = (node.inputs.map(variable), node.operator)
    let first = node.inputs[0]
    let isWhole =
      part.regions[index + 1].area == Area(graph.shapes[index + 1])
      && part.regions[first].area == Area(graph.shapes[first])
    var outputs = ""
    if !isWhole {
      let seen = graph.field.seen(of: part.regions[index + 1].area, by: index)
      for (place, map) in node.inputs.enumerated() {
        inputs[place] = cut(inputs[place], part.regions[map], to: seen)
      }
      layer = pad(&inputs[0], layer, seen)
      if let transposed = layer as? TransposedConvolution {
        (layer, outputs) = transposed.cut(to: part.regions[index + 1].area, inside: seen.inside)
      }
    }
    switch layer {
    case let layer as ConvolutionLayer:
      guard let convolution = layer.convolution else { return }
      let shape = convolution.weight.shape
      given.append(
        (
          "K\(number)",
          convolution.weight.reshaped(Shape(shape.batch, shape.channels, shape.rows, shape.columns))
        ))
      if let bias = convolution.bias {
        given.append(("b\(number)", Tensor(Shape(1, bias.count), bias)))
      }
      lines.append(
        Snippet.layer(
          result, of: inputs[0], "K\(number)", convolution,
          bias: convolution.bias.map { _ in "b\(number)[0]" }))
    case let layer as BatchNormalization:
      guard let factors = layer.factors else { return }
      given += [
        ("scale\(number)", Tensor(Shape(1, factors.scale.count), factors.scale)),
        ("shift\(number)", Tensor(Shape(1, factors.shift.count), factors.shift)),
      ]
      lines.append(
        "\(result) = \(inputs[0]) * scale\(number)[0][:, None, None] + "
          + "shift\(number)[0][:, None, None]")
    default:
      let torch = TorchLayer(layer, input: graph.shapes[first])
      if let padding = torch.padding {
        lines.append("padded = " + padding(inputs[0]))
        inputs[0] = "padded"
      }
      if let numbers = (layer as? any WeightedOperator)?.given {
        given.append(("K\(number)", numbers.weight))
        if let bias = numbers.bias {
          given.append(("b\(number)", Tensor(Shape(1, bias.count), bias)))
        }
        inputs += ["K\(number)", numbers.bias == nil ? "None" : "b\(number)[0]"]
      }
      lines.append("\(result) = " + torch.call(inputs) + outputs)
    }
  }

  /// What is seen of a region, as an expression.
  private func cut(_ input: String, _ region: Region, to seen: SeenPart) -> String {
    guard region.area != seen.inside else { return input }
    func slice(_ range: Range<Int>, _ first: Int) -> String {
      "\(range.lowerBound - first):\(range.upperBound - first)"
    }
    return input + "[:, :, \(slice(seen.inside.rows, region.origin.row)), "
      + "\(slice(seen.inside.columns, region.origin.column))]"
  }

  /// Writes out the padding of a layer that moves over a part, and what of it is seen.
  ///
  /// - Returns: The layer without padding.
  private mutating func pad(
    _ input: inout String, _ layer: any Operator, _ seen: SeenPart
  ) -> any Operator {
    if var convolution = layer as? ConvolutionLayer {
      write(
        TorchPadding(before: seen.before, after: seen.after, mode: convolution.options.mode),
        &input, seen)
      convolution.options.padding = PerAxis(0)
      convolution.options.surplus = PerAxis(0)
      convolution.options.mode = .zeros
      return convolution
    }
    if var pooling = layer as? Pooling {
      write(
        TorchPadding(
          before: seen.before, after: seen.after,
          rest: pooling.kind == .max ? ", value=-torch.inf" : ""), &input, seen)
      pooling.window.padding = PerAxis(0)
      pooling.window.surplus = PerAxis(0)
      return pooling
    }
    return layer
  }

  private mutating func write(_ padding: TorchPadding, _ input: inout String, _ seen: SeenPart) {
    guard seen.before != PerAxis(0) || seen.after != PerAxis(0) else { return }
    lines.append("padded = " + padding(input))
    input = "padded"
    if let window = seen.window {
      input += "[:, :, \(window.rows.lowerBound):\(window.rows.upperBound), "
      input += "\(window.columns.lowerBound):\(window.columns.upperBound)]"
    }
  }
}
