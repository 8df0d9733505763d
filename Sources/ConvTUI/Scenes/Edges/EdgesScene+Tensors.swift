import Model

extension EdgesScene: SceneWithTensors {
  /// All four results, the first of them last as Y.
  var tensors: [(name: String, tensor: Tensor)] {
    [("X", settings.input), ("K", kernel)] + results.dropFirst().map { ($0.name, $0.output.matrix) }
      + [("Y", results[0].output.matrix)]
  }
}
