import Testing

@testable import Model

@Suite struct TrainingHistoryTests {
  private let images = Glyphs.images(count: 60, seed: 4).split(validation: 0.2, seed: 4)
  private let kinds: [any Operator] = [
    ConvolutionLayer(
      size: PerAxis(5), kernels: 2, options: CorrelationOptions(stride: PerAxis(4))),
    BatchNormalization(), ReLU(), Dropout(0.2), Flatten(), Linear(outputs: 10),
  ]

  /// Three batches an epoch.
  private func start(_ method: Optimizer.Method = .adam) throws -> TrainingRun {
    let network = try Network(.sequential(kinds), input: images.training.shape, classes: 10)
    let trainer = NetworkTrainer(
      network, optimizer: Optimizer(method, learningRate: 0.01), batchSize: 16, seed: 7)
    return TrainingRun(
      trainer, training: images.training, validation: images.validation, epochs: 100)
  }

  /// The parameters after each batch, without a history.
  private func parameters(_ steps: Int, _ run: TrainingRun) -> [[Float]] {
    var run = run
    var pool = SerialPool(run.trainer.network)
    return [run.trainer.parameters]
      + (0..<steps).map { _ in
        _ = run.advance(on: &pool)
        return run.trainer.parameters
      }
  }

  /// With memory for two snapshots, and for all.
  @Test(arguments: [1, 64 << 20]) func everyBatchComesBackBitForBit(_ memory: Int) throws {
    let expected = parameters(70, try start())
    var history = TrainingHistory(from: try start(), memory: memory)
    var pool = SerialPool(history.now.trainer.network)
    history.begin(on: &pool)
    for step in 1...70 {
      let record = try #require(history.advance(measures: false, on: &pool))
      #expect(record.step == step && history.now.trainer.parameters == expected[step])
    }
    for step in [70, 69, 3, 0, 1, 33, 64, 70] {
      if step < history.step { history.goBack(before: step) }
      while history.step < step {
        #expect(history.advance(measures: false, on: &pool) == nil)
      }
      #expect(history.now.trainer.parameters == expected[step], "batch \(step)")
      #expect(history.end == 70)
    }
    #expect(history.losses.steps == Array(1...70))
    #expect(history.evaluations.steps == stride(from: 0, through: 69, by: 3).map { $0 })
  }

  @Test func changesHoldFromTheirBatchOnAlsoWhenItComesAgain() throws {
    var pool = SerialPool(try start().trainer.network)
    var history = TrainingHistory(from: try start())
    for _ in 0..<20 { _ = history.advance(measures: false, on: &pool) }
    var branch = history
    branch.goBack(before: 10)
    while branch.step < 10 { _ = branch.advance(measures: false, on: &pool) }
    branch.change(.rate(0.05))
    branch.change(.method(.momentum(0.9)))
    #expect(branch.end == 10 && history.end == 20 && branch.losses.steps == Array(1...10))
    for _ in 0..<10 { _ = branch.advance(measures: false, on: &pool) }

    var trainer = try start().trainer
    for _ in 0..<10 { _ = trainer.advance(images.training, on: &pool) }
    trainer.take([.rate(0.05), .method(.momentum(0.9))])
    for _ in 0..<10 { _ = trainer.advance(images.training, on: &pool) }
    #expect(branch.now.trainer.parameters == trainer.parameters)
    #expect(branch.now.trainer.parameters != history.now.trainer.parameters)

    branch.goBack(before: 0)
    while branch.step < 20 { _ = branch.advance(measures: false, on: &pool) }
    #expect(branch.now.trainer.parameters == trainer.parameters)
    #expect(branch.now.trainer.learningRate == 0.05)
  }

  @Test func updateNormsAreTheLengthsOfTheNewestStep() throws {
    var history = TrainingHistory(from: try start())
    var pool = SerialPool(history.now.trainer.network)
    for _ in 0..<3 { _ = history.advance(measures: false, on: &pool) }
    let before = history.now.trainer.parameters
    _ = history.advance(measures: true, on: &pool)
    let after = history.now.trainer.parameters
    let network = history.now.trainer.network
    for layer in kinds.indices {
      var squares = 0.0
      for parameter in network.parameters where parameter.layer == layer {
        for p in parameter.range {
          squares += (Double(after[p]) - Double(before[p])) * (Double(after[p]) - Double(before[p]))
        }
      }
      // The differences are taken in single precision.
      #expect(abs(history.updateNorms[layer] - squares.squareRoot()) < 1e-5)
    }
  }

  @Test func lossThatIsNoNumberIsNoticedAndLeftByGoingBack() throws {
    var history = TrainingHistory(from: try start(.sgd))
    var pool = SerialPool(history.now.trainer.network)
    _ = history.advance(measures: false, on: &pool)
    history.change(.rate(1e30))
    for _ in 0..<3 { _ = history.advance(measures: false, on: &pool) }
    #expect(history.isLost)
    history.goBack(before: 1)
    while history.step < 1 { _ = history.advance(measures: false, on: &pool) }
    history.change(.rate(0.01))
    _ = history.advance(measures: false, on: &pool)
    #expect(!history.isLost && history.now.trainer.parameters.allSatisfy(\.isFinite))
  }

  /// Snapshots, curves and all: what it keeps does not grow with the number of batches.
  @Test func whatIsKeptIsBounded() throws {
    var history = TrainingHistory(from: try start(), memory: 1)
    var pool = SerialPool(history.now.trainer.network)
    for _ in 0..<300 { _ = history.advance(measures: false, on: &pool) }
    #expect(history.snapshotCount <= 3)
    #expect(TrainingHistory.curveCapacity == 4096)
  }
}
