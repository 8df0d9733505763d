import Model

extension LearnScene: SceneWithQuantities {
  /// The loss with the weights that are shown.
  var quantities: [(name: String, value: Float)] { [("loss", now.loss)] }

  /// What the next step makes of the loss and of a weight: `next-loss`, `next-K[0,1]`.
  func furtherQuantity(_ name: String) -> Float? {
    guard name.hasPrefix("next-") else { return nil }
    var next = now
    next.advance()
    if name == "next-loss" { return next.loss }
    guard let cell = CellName(name), cell.matrix == "next-K", cell.at.row < weight.shape.rows,
      cell.at.column < weight.shape.columns
    else { return nil }
    return next.weight[cell.at.row * weight.shape.columns + cell.at.column]
  }
}
