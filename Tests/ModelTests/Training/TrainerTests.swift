import Model
import Testing

/// One kernel over one image, with stride, padding and dilation, and any target.
private struct RandomTask {
  let input: Tensor
  let kernel: Tensor
  let geometry: Geometry
  let target: Tensor

  init(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let shape = RandomCase.geometry(using: &generator)
    let drawn = shape.options
    let options = CorrelationOptions(
      stride: drawn.stride, padding: drawn.padding, mode: drawn.mode, dilation: drawn.dilation)
    geometry = try Geometry(
      input: Shape([shape.kernel.channels, shape.input.rows, shape.input.columns]),
      kernel: Shape(1, shape.kernel.channels, shape.kernel.rows, shape.kernel.columns),
      options: options)
    input = Tensor.random(geometry.input, using: &generator)
    kernel = Tensor.random(geometry.kernel, using: &generator)
    target = Tensor.random(geometry.output, using: &generator)
  }
}

/// Within 1e-4 of the largest magnitude: both run in single precision, in different orders.
@Test(arguments: 1...40, Reduction.allCases)
func lossAndGradientAreThoseOfTheLayer(_ seed: Int, _ reduction: Reduction) throws {
  let task = try RandomTask(seed: UInt64(seed) + 3000)
  var trainer = Trainer(
    patches: Patches(task.input, geometry: task.geometry), target: task.target.elements,
    weight: task.kernel.elements, optimizer: Optimizer(.sgd, learningRate: 0.01),
    reduction: reduction)
  for _ in 0..<3 {
    let layer = try Convolution(
      weight: Tensor(task.geometry.kernel, trainer.weight), options: task.geometry.options)
    let error = try layer.forward(task.input) - task.target
    let factor = reduction == .sum ? 1 : 1 / Double(error.elements.count)
    expectClose(
      [trainer.loss], [factor * inner(error.elements, error.elements)], within: 1e-4, "loss")
    let gradients = try layer.backward(
      task.input, outputGradient: Float(2 * factor) * error)
    expectClose(trainer.gradient, gradients.kernel.doubles, within: 1e-4, "gradient")
    trainer.advance()
  }
}

@Test func theTrainerStandsAtAnEvaluatedPoint() throws {
  var trainer = try barTrainer(weight: [0, 0], Optimizer(.sgd, learningRate: 0.03))
  #expect(trainer.step == 0)
  #expect(trainer.loss == 12)  // 6 rows, each with one 1 and one −1
  #expect(trainer.gradient == [-12, 12])
  trainer.advance()
  #expect(trainer.step == 1)
  expectClose(trainer.weight, [0.36, -0.36], within: 1e-6)
  expectClose([trainer.loss], [12 * 0.64 * 0.64], within: 1e-5)
}

@Test func theSolutionIsAFixedPoint() throws {
  var trainer = try barTrainer(weight: [1, -1], Optimizer(.momentum(0.9), learningRate: 0.03))
  for _ in 0..<5 { trainer.advance() }
  #expect(trainer.weight == [1, -1])
  #expect(trainer.loss == 0)
  #expect(trainer.gradient == [0, 0])
}

@Test func aCopyOfATrainerRunsTheSameFuture() throws {
  for method in [Optimizer.Method.sgd, .momentum(0.9), .adam] {
    var trainer = try barTrainer(weight: [0.3, 0.2], Optimizer(method, learningRate: 0.01))
    for _ in 0..<7 { trainer.advance() }
    var copy = trainer
    for _ in 0..<7 { trainer.advance() }
    for _ in 0..<7 { copy.advance() }
    #expect(copy.weight == trainer.weight)
    #expect(copy.loss == trainer.loss)
  }
}

@Test func theLearningRateMayChangeUnderWay() throws {
  var trainer = try barTrainer(weight: [0, 0], Optimizer(.sgd, learningRate: 0.03))
  trainer.learningRate = 0
  trainer.advance()
  #expect(trainer.weight == [0, 0])
  #expect(trainer.optimizer.learningRate == 0)
}
