import Model

extension LearnScene: SceneWithQuantities {
  /// The loss with the weights that are shown.
  var quantities: [(name: String, value: Float)] {
    [("loss", now.loss)]
  }
}
