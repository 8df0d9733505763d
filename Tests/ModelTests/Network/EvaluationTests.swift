import Testing

@testable import Model

@Suite struct EvaluationTests {
  private let data = SyntheticDigits.images(count: 50, seed: 9)
  private let kinds: [any Operator] = [
    ConvolutionLayer(
      size: PlaneSize(5), kernels: 4, options: CorrelationOptions(stride: PerAxis(3))),
    ReLU(), Flatten(), Linear(outputs: 12), ReLU(), Linear(outputs: 10),
  ]

  private func trainer(_ change: (inout [Float], Network) -> Void = { _, _ in }) throws
    -> NetworkTrainer
  {
    let network = try Network(.sequential(kinds), input: data.shape, classes: 10)
    var parameters = network.initialParameters(seed: 3)
    change(&parameters, network)
    return NetworkTrainer(
      network, optimizer: Optimizer(.sgd, learningRate: 0.1), batchSize: 16, seed: 3,
      parameters: parameters)
  }

  @Test func confusionCountsEveryImageUnderItsClassAndItsHighestScore() throws {
    let trainer = try trainer()
    var pool = SerialPool(trainer.network)
    var expected = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 10)
    let evaluation = trainer.evaluate(data, Array(0..<50), on: &pool) { image, scores in
      expected[data.labels[image]][scores.firstIndex(of: scores.max() ?? 0) ?? 0] += 1
    }
    #expect(evaluation.confusion == expected)
    #expect((0..<10).reduce(0) { $0 + evaluation.confusion[$1][$1] } == evaluation.score.correct)
  }

  /// A large negative bias keeps a unit at zero, also in the places of a chunk without an image.
  @Test func unitsThatGiveNothingButZerosAreDead() throws {
    let trainer = try trainer { parameters, network in
      for parameter in network.parameters where parameter.shape.name == "bias" {
        if parameter.layer == 0 { parameters[parameter.range.lowerBound + 1] = -100 }
        if parameter.layer == 3 {
          for unit in [0, 5, 11] { parameters[parameter.range.lowerBound + unit] = -100 }
        }
      }
    }
    var pool = SerialPool(trainer.network)
    let units = trainer.evaluate(data, Array(0..<50), on: &pool).units
    var dead = [1: Set(0..<4), 4: Set(0..<12)]
    for image in 0..<50 {
      let outputs = trainer.activations(of: data[image], on: &pool)
      for layer in [1, 4] {
        dead[layer]?.formIntersection(
          (0..<outputs[layer].shape.channels).filter {
            outputs[layer].plane(channel: $0).elements.allSatisfy { $0 <= 0 }
          })
      }
    }
    #expect(dead[1]?.contains(1) == true && dead[4]?.isSuperset(of: [0, 5, 11]) == true)
    #expect(units.mapValues(\.dead) == dead.mapValues(\.count))
    #expect(units.mapValues(\.count) == [1: 4, 4: 12])
  }

  @Test func activationsEndInTheScores() throws {
    let trainer = try trainer()
    var pool = SerialPool(trainer.network)
    for image in [0, 13, 49] {
      let outputs = trainer.activations(of: data[image], on: &pool)
      #expect(outputs.map(\.shape) == trainer.network.outputs)
      _ = trainer.evaluate(data, [image], on: &pool) { #expect($1 == outputs.last?.elements) }
    }
  }

  @Test func normsAreThoseOfTheLayersOwnNumbers() throws {
    let network = try Network(.sequential(kinds), input: data.shape, classes: 10)
    let vector = (0..<network.parameterCount).map { Float($0 % 7) - 3 }
    let norms = network.norms(vector)
    #expect(norms[1] == 0 && norms[2] == 0 && norms[4] == 0)
    let all = vector.reduce(0.0) { $0 + Double($1) * Double($1) }
    #expect(abs(norms.reduce(0) { $0 + $1 * $1 } - all) < 1e-9 * all)
  }
}
