/// A network in training, batch by batch, for a number of epochs.
public struct TrainingRun: Sendable {
  public internal(set) var trainer: NetworkTrainer
  public let training, validation: LabelledImages
  public var epochs: Int
  /// By layer, the length ‖Δw‖ of the newest update that was measured; 0 before one was.
  public private(set) var updateNorms: [Double]

  public init(
    _ trainer: NetworkTrainer, training: LabelledImages, validation: LabelledImages, epochs: Int
  ) {
    self.trainer = trainer
    self.training = training
    self.validation = validation
    self.epochs = epochs
    updateNorms = trainer.network.outputs.map { _ in 0 }
  }

  public var isDone: Bool { trainer.step >= epochs * batchesPerEpoch }
  public var epochsDone: Int { trainer.step / batchesPerEpoch }
  public var batchesPerEpoch: Int { trainer.batches(images: training.count) }

  /// Trains on the next batch; after the last of an epoch the network is validated.
  public mutating func advance(on pool: inout some LanePool) -> TrainingRecord {
    let score = train(on: &pool)
    let (epoch, rest) = trainer.step.quotientAndRemainder(dividingBy: batchesPerEpoch)
    return TrainingRecord(
      step: trainer.step, epoch: rest == 0 ? epoch : epoch + 1,
      learningRate: trainer.optimizer.learningRate, batch: score, epochScore: trainer.epochScore,
      validation: rest == 0 ? validate(on: &pool) : nil)
  }

  /// Trains on the next batch and leaves it at that.
  @discardableResult
  mutating func train(on pool: inout some LanePool) -> BatchScore {
    trainer.advance(training, on: &pool)
  }

  /// What the network makes of the validation images.
  public func validate(on pool: inout some LanePool) -> Evaluation {
    trainer.evaluate(validation, Array(0..<validation.count), on: &pool)
  }

  mutating func measureUpdate(since parameters: [Float]) {
    updateNorms = trainer.network.norms(trainer.parameters, minus: parameters)
  }
}

/// What one batch gave.
public struct TrainingRecord: Hashable, Sendable {
  /// The batches done with this one.
  public let step: Int
  /// Counted from 1.
  public let epoch: Int
  public let learningRate: Float
  /// Before the batch's own update.
  public let batch: BatchScore
  /// This batch and those before it in the epoch.
  public let epochScore: BatchScore
  /// After the last batch of an epoch.
  public let validation: Evaluation?
}
