import Model

extension LearnScene: SceneWithTensors {
  /// The data of the task, the output, the gradient of the step on the screen, and the weights after it.
  var tensors: [(name: String, tensor: Tensor)] {
    let shape = task.targetKernel.shape
    return [
      ("X", task.image), ("Y", task.target),
      ("Ŷ", Correlation.fast(task.image, weight, geometry: task.geometry)),
      ("∂L/∂K", Tensor(shape, now.gradient)),
      ("K", weight),
    ]
  }
}
