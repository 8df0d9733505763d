import Testing

@testable import Model

/// Networks against PyTorch, both in single precision: 10⁻⁵ relative to the largest number of each
/// comparison allows for sums in another order.
@Suite struct NetworkReferenceTests {
  @Test(arguments: References.networks.cases)
  func gradientsAreThoseOfPyTorch(reference: NetworkReference) throws {
    var example = try reference.example()
    let (trainer, score) = example.trained()
    #expect(abs(score.loss - reference.loss) <= 1e-5 * abs(reference.loss))
    #expect(close(trainer.gradient, reference.gradient, within: 1e-5))
  }

  /// Batch norms go by their running statistics then.
  @Test(arguments: References.networks.cases)
  func scoresInUseAreThoseOfPyTorch(reference: NetworkReference) throws {
    var example = try reference.example()
    let (trainer, _) = example.trained()
    var scores: [Float] = []
    _ = trainer.evaluate(example.data, Array(0..<reference.images), on: &example.pool) {
      scores += $1
    }
    #expect(close(scores, reference.scoresAfter, within: 1e-5))
  }

  /// Twenty steps add up their rounding: 10⁻⁴ absolute, as weights are below 1.
  @Test(arguments: [LoopTable.plain, .best])
  func lenetLearnsAsInPyTorch(loops: LoopTable) throws {
    let network = try Network(LeNet.graph(), input: Shape([1, 28, 28]), classes: 10)
    let example = NetworkExample(network, images: 64, seed: 100)
    var trainer = NetworkTrainer(
      network, optimizer: Optimizer(.momentum(0.9), learningRate: 0.01), batchSize: 16, seed: 0,
      parameters: example.parameters.map { $0 * 0.5 })
    trainer.loops = loops
    var pool = SerialPool(network)
    for (step, loss) in References.networks.lenet.losses.enumerated() {
      let batch = (0..<16).map { (step * 16 + $0) % 64 }
      let score = trainer.advance(example.data, batch: batch, on: &pool)
      #expect(abs(score.loss - loss) <= 1e-4)
    }
    let weights = stride(from: 0, to: network.parameterCount, by: 10).map { trainer.parameters[$0] }
    #expect(zip(weights, References.networks.lenet.weights).allSatisfy { abs($0 - $1) <= 1e-4 })
  }
}

extension LoopTable: CustomTestStringConvertible {
  public var testDescription: String { "a build of the loops" }
}

private func close(_ ours: [Float], _ theirs: [Float], within tolerance: Float) -> Bool {
  let scale = theirs.map(abs).max() ?? 0
  return ours.count == theirs.count
    && zip(ours, theirs).allSatisfy { abs($0 - $1) <= tolerance * scale }
}
