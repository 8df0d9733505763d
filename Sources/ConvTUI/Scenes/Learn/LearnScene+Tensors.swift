import Model

extension LearnScene: SceneWithTensors {
  /// The data of the task, the gradient of the step on the screen, and the weights after it.
  var tensors: [(name: String, tensor: Tensor)] {
    let shape = task.targetKernel.shape
    return [
      ("X", task.image), ("Y", task.target), ("∂L/∂K", Tensor(shape, now.gradient)),
      ("K", weight),
    ]
  }
}
