import Model

/// A network in training, batch by batch, validated after each epoch.
struct TrainingRun {
  var trainer: NetworkTrainer
  let training, validation: LabelledImages
  let epochs: Int
  private var pool: ConcurrentPool

  init(
    _ trainer: NetworkTrainer, training: LabelledImages, validation: LabelledImages, epochs: Int,
    threads: Int
  ) {
    self.trainer = trainer
    self.training = training
    self.validation = validation
    self.epochs = epochs
    pool = ConcurrentPool(trainer.network, threads: threads)
  }

  var isDone: Bool { trainer.step >= epochs * batchesPerEpoch }

  var epochsDone: Int { trainer.step / batchesPerEpoch }

  private var batchesPerEpoch: Int { trainer.batches(images: training.count) }

  /// Trains on the next batch.
  mutating func advance() -> TrainingRecord {
    let score = trainer.advance(training, on: &pool)
    let (epoch, rest) = trainer.step.quotientAndRemainder(dividingBy: batchesPerEpoch)
    return TrainingRecord(
      step: trainer.step, epoch: rest == 0 ? epoch : epoch + 1,
      learningRate: trainer.optimizer.learningRate, batch: score, epochScore: trainer.epochScore,
      validation: rest == 0
        ? trainer.evaluate(validation, Array(0..<validation.count), on: &pool) : nil)
  }
}

/// What one batch gave.
struct TrainingRecord: Hashable, Sendable {
  /// The batches done with this one.
  let step: Int
  /// Counted from 1.
  let epoch: Int
  let learningRate: Float
  /// Before the batch's own update.
  let batch: BatchScore
  /// This batch and those before it in the epoch.
  let epochScore: BatchScore
  /// After the last batch of an epoch.
  let validation: BatchScore?
}
