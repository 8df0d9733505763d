import Drawing
import Model

extension LearnScene: SceneWithQuantities {
  /// The loss with the weights that are shown, and each weight after the next step.
  var quantities: [(name: String, value: Float)] {
    var next = now
    next.advance()
    let columns = weight.shape.columns
    return [("loss", now.loss)]
      + next.weight.enumerated().map { index, weight in
        (Formula.cell("next-K", Position(index, inRowsOf: columns)), weight)
      }
  }
}
