import Model

extension TrainScene: SceneWithTensors {
  /// The sample and its class scores, once there are some.
  var tensors: [(name: String, tensor: Tensor)] {
    guard let snapshot, let scores = snapshot.outputs.last else { return [] }
    let row = scores.reshaped(Shape(1, scores.shape.count))
    return [("X", snapshot.image), ("scores", row)]
  }
}
