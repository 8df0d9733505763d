import Model
import Testing

/// One run of 25 steps in PyTorch; `rates`, `losses` stand before each update, `weights` after it.
struct OptimizerReference: Decodable, Sendable, CustomStringConvertible {
  let optimizer: String
  let learningRate: Float
  let momentum: Float
  let weightDecay: Float
  let schedule: String
  let reduction: Reduction
  let stride: [Int]
  let padding: [Int]
  let dilation: [Int]
  let image: [Float]
  let start: [Float]
  let target: [Float]
  let rates: [Double]
  let losses: [Double]
  let weights: [[Double]]

  var description: String {
    "\(optimizer) \(momentum) decay \(weightDecay) \(schedule) \(reduction) stride \(stride)"
  }

  func trainer() throws -> Trainer {
    let method: Optimizer.Method =
      switch optimizer {
      case "sgd": .sgd
      case "momentum": .momentum(momentum)
      case "nesterov": .nesterov(momentum)
      case "rmsprop": .rmsprop(momentum)
      case "adam": .adam
      case "adamw": .adamw
      default: preconditionFailure("optimizer \(optimizer)")
      }
    let schedules: [String: Schedule] = [
      "constant": .constant, "step:4:0.5": .step(every: 4, factor: 0.5),
      "cosine:10": .cosine(steps: 10),
    ]
    let image = Tensor(Shape(6, 7), image)
    let geometry = try Geometry(
      input: image.shape, kernel: Shape(2, 3),
      options: CorrelationOptions(
        stride: PerAxis(stride), padding: PerAxis(padding), dilation: PerAxis(dilation)))
    return Trainer(
      patches: Patches(image, geometry: geometry), target: target, weight: start,
      optimizer: Optimizer(method, learningRate: learningRate, weightDecay: weightDecay),
      schedule: try #require(schedules[schedule]), reduction: reduction)
  }
}

extension Reduction: Decodable {}

/// Within 1e-5 of the largest magnitude in the whole run.
struct OptimizerReferenceTests {
  @Test(arguments: References.optimizers)
  func everyStepEqualsPyTorch(_ reference: OptimizerReference) throws {
    var trainer = try reference.trainer()
    var (rates, losses, weights): ([Float], [Float], [Float]) = ([], [], [])
    for _ in reference.losses {
      rates.append(trainer.learningRate)
      losses.append(trainer.loss)
      trainer.advance()
      weights += trainer.weight
    }
    expectClose(rates, reference.rates, within: 1e-6, "rate")
    expectClose(losses, reference.losses, within: 1e-5, "loss")
    expectClose(weights, reference.weights.flatMap { $0 }, within: 1e-5, "weight")
  }

  @Test func thereAreRunsOfEveryMethodScheduleAndGeometry() {
    let runs = References.optimizers
    #expect(runs.allSatisfy { $0.losses.count == 25 })
    #expect(Set(runs.map { "\($0.optimizer) \($0.momentum) \($0.schedule)" }).count == 21)
    #expect(Set(runs.map(\.stride)) == [[1, 1], [2, 1]])
    #expect(Set(runs.map { $0.weightDecay > 0 }).count == 2)
  }

  /// Stopped half way and restored from its state, a run goes on with the very same numbers.
  @Test(arguments: References.optimizers)
  func restoredRunsGoOnBitForBit(_ reference: OptimizerReference) throws {
    var generator = SeededGenerator(seed: 21)
    var whole = try reference.trainer().optimizer
    var weights = Tensor.random(Shape(1, 6), using: &generator).elements
    for step in 0..<20 {
      let gradient = Tensor.random(Shape(1, 6), using: &generator).elements
      var restored = try Optimizer(
        whole.method, learningRate: whole.learningRate, weightDecay: whole.weightDecay,
        state: whole.state, weightCount: 6)
      var copy = weights
      whole.update(&weights, gradient: gradient)
      restored.update(&copy, gradient: gradient)
      #expect(copy == weights && restored == whole && restored.steps == step + 1)
    }
  }
}

@Test func statesOfAnotherMethodAreRefused() throws {
  func refusal(_ method: Optimizer.Method, _ state: Optimizer.State) -> OptimizerStateError? {
    do throws(OptimizerStateError) {
      _ = try Optimizer(method, learningRate: 1, state: state, weightCount: 2)
      return nil
    } catch {
      return error
    }
  }
  let velocity = ["velocity": [Float](repeating: 0, count: 2)]
  #expect(refusal(.momentum(0.9), Optimizer.State(steps: 1, vectors: velocity)) == nil)
  #expect(refusal(.sgd, Optimizer.State(steps: 1, vectors: velocity)) == .unknown("velocity"))
  #expect(refusal(.adam, Optimizer.State(steps: 3)) == .missing("mean"))
  #expect(
    refusal(.momentum(0), Optimizer.State(steps: 1, vectors: ["velocity": [1, 2, 3]]))
      == .count("velocity", found: 3, expected: 2))
  #expect(refusal(.sgd, Optimizer.State(steps: -1)) == .steps(-1))
}
