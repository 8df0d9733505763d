import Model

extension FlipScene: SceneWithTensors {
  static let convolutionName = "X ∗ K"

  var tensors: [(name: String, tensor: Tensor)] {
    [
      ("X", input.matrix), ("K", kernel), ("X ⋆ K", correlation.matrix),
      (FlipScene.convolutionName, convolution.matrix),
    ]
  }
}
