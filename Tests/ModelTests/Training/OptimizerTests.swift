import Foundation
import Model
import Testing

/// Runs 60 steps on random gradients and compares the weights with a formula in double precision,
/// within 1e-5 of the largest magnitude.
private func expectSteps(
  of method: Optimizer.Method, seed: UInt64,
  equal formula: (_ step: Int, _ index: Int, _ gradient: Double) -> Double,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var generator = SeededGenerator(seed: seed)
  var optimizer = Optimizer(method, learningRate: 0.125)
  var weights = Tensor.random(Shape(1, 5), using: &generator).elements
  var expected = weights.map(Double.init)
  for step in 1...60 {
    let gradient = Tensor.random(Shape(1, 5), using: &generator).elements
    optimizer.update(&weights, gradient: gradient)
    for i in expected.indices { expected[i] -= formula(step, i, Double(gradient[i])) }
    expectClose(weights, expected, within: 1e-5, "step \(step)", sourceLocation: sourceLocation)
  }
}

private let allMethods: [Optimizer.Method] = [
  .sgd, .momentum(0.9), .nesterov(0.9), .rmsprop(0.5), .adam, .adamw,
]

@Test func gradientDescentStepsAgainstTheGradient() {
  expectSteps(of: .sgd, seed: 12) { _, _, g in 0.125 * g }
}

@Test(arguments: [Float(0), 0.5, 0.875])
func momentumAddsUpItsGradients(_ momentum: Float) {
  var velocity = [Double](repeating: 0, count: 5)
  expectSteps(of: .momentum(momentum), seed: 13) { _, i, g in
    velocity[i] = Double(momentum) * velocity[i] + g
    return 0.125 * velocity[i]
  }
}

@Test func adamScalesByBothCorrectedMeans() {
  var (m, s) = ([Double](repeating: 0, count: 5), [Double](repeating: 0, count: 5))
  expectSteps(of: .adam, seed: 14) { step, i, g in
    m[i] = 0.9 * m[i] + 0.1 * g
    s[i] = 0.999 * s[i] + 0.001 * g * g
    let mean = m[i] / (1 - pow(0.9, Double(step)))
    let square = s[i] / (1 - pow(0.999, Double(step)))
    return 0.125 * mean / (square.squareRoot() + 1e-8)
  }
}

@Test func momentumOfZeroIsGradientDescent() {
  var (plain, heavy) = (
    Optimizer(.sgd, learningRate: 0.1), Optimizer(.momentum(0), learningRate: 0.1)
  )
  var (a, b): ([Float], [Float]) = ([1, 2], [1, 2])
  for step in 0..<20 {
    let gradient = [Float(step), -1]
    plain.update(&a, gradient: gradient)
    heavy.update(&b, gradient: gradient)
  }
  #expect(a == b)
}

@Test func adamsFirstStepIsTheLearningRateInEveryDirection() {
  // m/(1 − β₁) = g and s/(1 − β₂) = g², so the step is lr·sign(g); a zero gradient moves nothing.
  var optimizer = Optimizer(.adam, learningRate: 0.25)
  var weights: [Float] = [0, 0, 0]
  optimizer.update(&weights, gradient: [1000, -0.001, 0])
  expectClose(weights, [-0.25, 0.25, 0], within: 1e-4)
}

@Test(arguments: allMethods)
func aNewLearningRateHoldsFromTheNextStep(_ method: Optimizer.Method) {
  var optimizer = Optimizer(method, learningRate: 0.1)
  var weights: [Float] = [1]
  optimizer.update(&weights, gradient: [1])
  let before = weights
  optimizer.learningRate = 0
  optimizer.update(&weights, gradient: [1])
  #expect(weights == before)
}

@Test(arguments: allMethods)
func gradientsBeyondSinglePrecisionDoNotTrap(_ method: Optimizer.Method) {
  var optimizer = Optimizer(method, learningRate: 1)
  var weights: [Float] = [1, 1, 1, 1]
  for _ in 0..<10 {
    optimizer.update(
      &weights, gradient: [.infinity, .nan, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
  }
  #expect(weights[1].isNaN)
}
