import Foundation
import Model
import Testing

/// The start that PyTorch's seed 0 gives the chapter's layer.
private let start: [Float] = [-0.005_293_981, 0.379_322_886]

private func losses(_ learningRate: Float, steps: Int) throws -> [Double] {
  var trainer = try barTrainer(weight: start, Optimizer(.sgd, learningRate: learningRate))
  var losses = [Double(trainer.loss)]
  for _ in 0..<steps {
    trainer.advance()
    losses.append(Double(trainer.loss))
  }
  return losses
}

@Test func theReferenceRunLosesAsPyTorchDoes() throws {
  let losses = try losses(0.03, steps: 10)
  #expect(
    losses.prefix(10).map { String(format: "%.3f", $0) } == [
      "19.158", "8.330", "3.722", "1.722", "0.832", "0.422", "0.225", "0.125", "0.073", "0.043",
    ])
  #expect(String(format: "%.4f", losses[10]) == "0.0265")
}

@Test func theBestFixedRateIsTwoByTheSumOfTheCurvatures() throws {
  let losses = try losses(2.0 / 72, steps: 10)
  #expect(String(format: "%.4f", losses[10]) == "0.0058")
}

@Test func atTheLimitTheRunStaysStuck() throws {
  let losses = try losses(1.0 / 30, steps: 10)
  #expect(String(format: "%.3f", losses[10]) == "2.099")
}

/// Within 1e-4 of the closed form.
@Test func aboveTheLimitTheRunTurnsUpward() throws {
  let losses = try losses(0.034, steps: 10)
  expectClose([losses[4], losses[10]], [3.129_25, 4.598_47], within: 1e-4)
  #expect(losses[10] > losses[5])
}

/// Within 1e-4: the factor of −2 at every step doubles what rounding leaves.
@Test func farAboveTheLimitTheRunExplodes() throws {
  expectClose([try losses(0.05, steps: 9)[9]], [550_100], within: 1e-4)
}

/// w_t − w* = Q·diag((1 − λ·lr)ᵗ)·Qᵀ·(w₀ − w*), within 1e-4 of the start's distance.
@Test(arguments: [Float(0.001), 0.01, 0.02, 0.03, 0.033])
func theRunFollowsTheClosedForm(_ learningRate: Float) throws {
  var trainer = try barTrainer(weight: start, Optimizer(.sgd, learningRate: learningRate))
  let (x, y) = (Double(start[0]) - 1, Double(start[1]) + 1)
  for step in 0...40 {
    let flat = (x - y) / 2 * pow(1 - 12 * Double(learningRate), Double(step))
    let steep = (x + y) / 2 * pow(1 - 60 * Double(learningRate), Double(step))
    expectClose(trainer.weight, [1 + flat + steep, -1 - flat + steep], within: 1e-4, "\(step)")
    trainer.advance()
  }
}

@Test(arguments: [Optimizer.Method.sgd, .momentum(0.9), .adam])
func aRunBeyondSinglePrecisionGoesOn(_ method: Optimizer.Method) throws {
  for learningRate in [10, .greatestFiniteMagnitude, .infinity, .nan, -1] as [Float] {
    var trainer = try barTrainer(weight: start, Optimizer(method, learningRate: learningRate))
    for _ in 0..<200 { trainer.advance() }
    #expect(trainer.step == 200)
    if method == .sgd { #expect(!trainer.loss.isFinite) }
  }
}

@Test func nonFiniteWeightsShowInTheLoss() throws {
  for value in [Float.nan, .infinity] {
    #expect(
      try !barTrainer(weight: [value, 0], Optimizer(.sgd, learningRate: 0.03)).loss.isFinite)
  }
}
