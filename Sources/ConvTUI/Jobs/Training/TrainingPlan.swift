import Formats
import Model

/// The start of a training, and where its results go.
struct TrainingPlan: Sendable {
  /// At its first batch, or where a checkpoint left it.
  var trainer: NetworkTrainer
  var images: TrainingImages
  var epochs = TrainingPlan.usualEpochs
  var threads = TrainingPlan.usualThreads
  /// Where it is written to.
  var folder: TrainingFolder?

  static let usualEpochs = 10
  static let usualThreads = 2
  static let usualBatch = 32
  static let usualRate: Float = 0.02
  static let usualMethod = Optimizer.Method.momentum(0.9)

  var batchesPerEpoch: Int { trainer.batches(images: images.trainingCount) }
}
