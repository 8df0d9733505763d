import Formats
import Model

/// A graph as a PyTorch module.
struct TorchNetwork {
  let graph: Graph
  let layers: [TorchLayer]
  /// The comment after each module.
  var comments: [String] = []
  /// The map that it gives.
  let output: Int

  /// Whether it is a `Sequential`: else it is a class of its own.
  var isSequential: Bool {
    graph.isSequential && layers.allSatisfy { $0.module != nil && $0.padding == nil }
  }

  /// The lines that make it under a name.
  func text(named name: String) -> String {
    guard !isSequential else {
      let lines = layers.indices.map {
        "    torch.nn.\(layers[$0].module ?? ""),\(comment($0))\n"
      }
      return "\(name) = torch.nn.Sequential(\n\(lines.joined()))"
    }
    let title = name.prefix(1).uppercased() + name.dropFirst()
    let modules = layers.indices.compactMap { index in
      layers[index].module.map {
        "    \(TensorEncoder.json(graph.key(of: index))): torch.nn.\($0),\(comment(index))\n"
      }
    }
    let calls = graph.nodes[..<output].indices.map { "        " + call($0) + "\n" }
    return """
      class \(title)(torch.nn.ModuleDict):
          def forward(self, x0):
      \(calls.joined())        return x\(output)

      \(name) = \(title)({
      \(modules.joined())})
      """
  }

  private func comment(_ layer: Int) -> String {
    comments.isEmpty ? "" : "  # " + comments[layer]
  }

  private func call(_ index: Int) -> String {
    let layer = layers[index]
    var inputs = graph.nodes[index].inputs.map { "x\($0)" }
    if let padding = layer.padding {
      inputs[0] = padding(inputs[0]).replacing("\n    ", with: "")
    }
    let value =
      layer.module == nil
      ? layer.call(inputs) : "self[\(TensorEncoder.json(graph.key(of: index)))](\(inputs[0]))"
    return "x\(index + 1) = \(value)"
  }
}

extension Network {
  /// The layers as PyTorch makes them.
  var torch: TorchNetwork {
    get throws(FigureError) {
      var layers: [TorchLayer] = []
      var isFlat = [false]
      let shapes = [input] + outputs
      for (index, node) in graph.nodes.enumerated() {
        let isAfterFlat = node.inputs.allSatisfy { isFlat[$0] }
        if node.operator is Linear, !isAfterFlat { throw .notFlattened(layer: index + 1) }
        layers.append(
          TorchLayer(node.operator, input: shapes[node.inputs[0]], isFlat: isAfterFlat))
        isFlat.append(isAfterFlat || node.operator is Flatten)
      }
      return TorchNetwork(graph: graph, layers: layers, output: layers.count)
    }
  }
}
