import Model

extension LearnScene: SceneWithTensors {
  /// What was to be learned from, the gradient of the step shown, and the weights it has come to.
  var tensors: [(name: String, tensor: Tensor)] {
    let shape = task.targetKernel.shape
    return [
      ("X", task.image), ("Y", task.target), ("∂L/∂K", Tensor(shape, now.gradient)),
      ("K", weight),
    ]
  }
}
