import Model

extension TrainScene: SceneWithTensors {
  /// The sample and its class scores, once there are some.
  var tensors: [(name: String, tensor: Tensor)] {
    guard let exhibit, let scores = exhibit.outputs.last else { return [] }
    let row = scores.reshaped(Shape(1, scores.shape.count))
    return [("X", exhibit.image), ("scores", row)]
  }
}
