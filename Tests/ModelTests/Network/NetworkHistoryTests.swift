import Testing

@testable import Model

/// The history of a network in training.
@Suite struct NetworkHistoryTests {
  private let images = SyntheticDigits.images(count: 60, seed: 4).split(validation: 0.2, seed: 4)
  private let kinds: [any Operator] = [
    ConvolutionLayer(
      size: PlaneSize(5), kernels: 2, options: CorrelationOptions(stride: PerAxis(4))),
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

  private func history(_ method: Optimizer.Method = .adam, memory: Int = 64 << 20) throws
    -> History<TrainingRun>
  {
    let run = try start(method)
    var bounds = TrainingRun.usualBounds
    bounds.memory = memory
    return History(from: run, bounds, evaluationSpacing: run.batchesPerEpoch)
  }

  private func workspace(_ history: History<TrainingRun>) -> TrainingRun.Workspace {
    TrainingRun.Workspace(pool: SerialPool(history.now.trainer.network))
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
    var history = try history(memory: memory)
    var work = workspace(history)
    history.begin(history.now.validate(on: &work.pool))
    for step in 1...70 {
      let record = history.advance(with: &work)
      #expect(record?.step == step && history.now.trainer.parameters == expected[step])
    }
    for step in [70, 69, 3, 0, 1, 33, 64, 70] {
      if step < history.step { history.goBack(before: step) }
      while history.step < step {
        let record = history.advance(with: &work)
        #expect(record == nil)
      }
      #expect(history.now.trainer.parameters == expected[step], "batch \(step)")
      #expect(history.end == 70)
    }
    #expect(history.log.series.steps == Array(1...70))
    #expect(history.evaluations.steps == stride(from: 0, through: 69, by: 3).map { $0 })
    #expect(history.log.evaluations.steps == history.evaluations.steps)
    #expect(
      history.log.evaluations[.accuracy]
        == history.evaluations.values.map { Float($0.score.accuracy) })
  }

  @Test func changesHoldFromTheirBatchOnAlsoWhenItComesAgain() throws {
    var history = try history()
    var (work, pool) = (workspace(history), SerialPool(history.now.trainer.network))
    for _ in 0..<20 { history.advance(with: &work) }
    var branch = history
    branch.goBack(before: 10)
    while branch.step < 10 { branch.advance(with: &work) }
    branch.change(.rate(0.05))
    branch.change(.method(.momentum(0.9)))
    #expect(branch.end == 10 && history.end == 20 && branch.log.series.steps == Array(1...10))
    for _ in 0..<10 { branch.advance(with: &work) }

    var trainer = try start().trainer
    for _ in 0..<10 { _ = trainer.advance(images.training, on: &pool) }
    trainer.apply(.rate(0.05))
    trainer.apply(.method(.momentum(0.9)))
    for _ in 0..<10 { _ = trainer.advance(images.training, on: &pool) }
    #expect(branch.now.trainer.parameters == trainer.parameters)
    #expect(branch.now.trainer.parameters != history.now.trainer.parameters)

    branch.goBack(before: 0)
    while branch.step < 20 { branch.advance(with: &work) }
    #expect(branch.now.trainer.parameters == trainer.parameters)
    #expect(branch.now.trainer.learningRate == 0.05)
  }

  @Test func updateNormsAreTheLengthsOfTheNewestStep() throws {
    var history = try history()
    var work = workspace(history)
    for _ in 0..<3 { history.advance(with: &work) }
    let before = history.now.trainer.parameters
    work.measuresUpdates = true
    history.advance(with: &work)
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
      #expect(abs(history.now.updateNorms[layer] - squares.squareRoot()) < 1e-5)
    }
  }

  @Test func lossThatIsNoNumberIsNoticedAndLeftByGoingBack() throws {
    var history = try history(.sgd)
    var work = workspace(history)
    history.advance(with: &work)
    history.change(.rate(1e30))
    for _ in 0..<3 { history.advance(with: &work) }
    #expect(history.newest?.batch.lossSum.isFinite == false)
    history.goBack(before: 1)
    while history.step < 1 { history.advance(with: &work) }
    history.change(.rate(0.01))
    history.advance(with: &work)
    #expect(
      history.newest?.batch.lossSum.isFinite == true
        && history.now.trainer.parameters.allSatisfy(\.isFinite))
  }

  /// Snapshots, curves and all: what it keeps does not grow with the number of batches.
  @Test func whatIsKeptIsBounded() throws {
    var history = try history(memory: 1)
    var work = workspace(history)
    for _ in 0..<300 { history.advance(with: &work) }
    #expect(history.snapshotCount <= 3)
    #expect(TrainingRun.usualBounds.curvePoints == 4096)
  }
}
