import Model

extension FlipScene: SceneWithTensors {
  var tensors: [(name: String, tensor: Tensor)] {
    [
      ("X", input.matrix), ("K", kernel), ("X ⋆ K", correlation.matrix),
      ("X ∗ K", convolution.matrix),
    ]
  }
}
