import Formats
import Model
import Testing

@testable import ConvTUI

@Suite struct TrainingRunTests {
  /// The default network and settings on a fifth of the default images.
  @Test func drawnDigitsAreLearned() throws {
    let (training, validation) = SyntheticDigits.images(count: 2000, seed: 0).split(
      validation: 0.1, seed: 0)
    var run = try run(LeNet.graph(), training, validation, epochs: 8)
    var pool = ConcurrentPool(run.trainer.network, threads: 2)
    var accuracy = 0.0
    while !run.isDone { accuracy = run.advance(on: &pool).validation?.score.accuracy ?? accuracy }
    #expect(accuracy >= 0.97)
  }

  @Test func threadsDoNotChangeABit() throws {
    let (training, validation) = SyntheticDigits.images(count: 150, seed: 1).split(
      validation: 0.2, seed: 1)
    let graph = try GraphNotation.graph(
      "conv4@3:s2, batchnorm, relu, dropout0.2, flatten, linear10")
    var runs = try (0..<3).map { _ in try run(graph, training, validation, epochs: 2) }
    var pools = runs.indices.map { ConcurrentPool(runs[0].trainer.network, threads: $0 + 1) }
    while !runs[0].isDone {
      let records = runs.indices.map { runs[$0].advance(on: &pools[$0]) }
      #expect(records.allSatisfy { $0 == records[0] })
    }
    #expect(runs.allSatisfy { $0.isDone && $0.trainer.parameters == runs[0].trainer.parameters })
  }

  private func run(
    _ graph: Graph, _ training: LabelledImages, _ validation: LabelledImages, epochs: Int
  ) throws -> TrainingRun {
    let network = try Network(graph, input: training.shape, classes: 10)
    let trainer = NetworkTrainer(
      network, optimizer: Optimizer(.momentum(0.9), learningRate: 0.02), batchSize: 32, seed: 0)
    return TrainingRun(
      trainer, training: training, validation: validation, epochs: epochs)
  }
}
