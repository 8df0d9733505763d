import Model

/// Mistakes in a step of learning.
extension Mistake {
  /// Among so many steps one looks for a loss.
  private static let mostSteps = 1000

  /// - Parameter name: Of a quantity: `next-loss`, `next-K[0,1]`.
  static func inLearning(_ answer: String, _ name: String, _ scene: LearnScene) -> Mistake? {
    func isAnswer(_ value: Float) -> Bool {
      Expected.number(answer, agreesWith: Double(value)) == true
    }
    let now = scene.now
    if name == "loss" {
      let losses = scene.tree.history.log.series
      return (0..<min(now.step, mostSteps)).first { step in
        losses.value(of: .loss, upTo: step).map(isAnswer) ?? false
      }.map { .lossOfStep($0) }
    }
    if name == "next-loss" { return isAnswer(now.loss) ? .unchanged : nil }
    guard name.hasPrefix("next-K"), let cell = CellName(name) else { return nil }
    let index = cell.at.row * scene.weight.shape.columns + cell.at.column
    guard now.weight.indices.contains(index) else { return nil }
    let (weight, gradient, rate) = (now.weight[index], now.gradient[index], now.learningRate)
    if isAnswer(weight) { return .unchanged }
    if isAnswer(weight + rate * gradient) { return .gradientAdded }
    if isAnswer(weight - gradient) { return .rateForgotten }
    if let right = scene.furtherQuantity(name), right != 0, isAnswer(-right) {
      return .signTurned(isOfTurnedKernel: false)
    }
    return isAnswer(rate * gradient) || isAnswer(-rate * gradient) ? .stepAlone : nil
  }

  static func inGradient(_ value: Double, _ at: Position, _ scene: LearnScene) -> Mistake? {
    let index = at.row * scene.weight.shape.columns + at.column
    guard scene.now.gradient.indices.contains(index) else { return nil }
    let gradient = scene.now.gradient[index]
    if equal(value, gradient / 2) { return .twoForgotten }
    return equal(value, -gradient) ? .errorTurned : nil
  }
}
