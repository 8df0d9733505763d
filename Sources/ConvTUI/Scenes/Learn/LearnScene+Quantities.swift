import Model

extension LearnScene: SceneWithQuantities {
  /// The loss with the weights that are shown, and what the next step makes of both.
  var quantities: [(name: String, value: Float)] {
    var next = now
    next.advance()
    let weights = next.weight.enumerated().map { index, value in
      (Formula.cell("next-K", Position(index, inRowsOf: weight.shape.columns)), value)
    }
    return [("loss", now.loss), ("next-loss", next.loss)] + weights
  }
}
