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
  static let usualMethod = Optimizer.Method.adam

  /// The learning rate that is usual for a method: those that scale each weight's step take a small one.
  static func usualRate(of method: Optimizer.Method) -> Float {
    switch method {
    case .sgd, .momentum, .nesterov: 0.02
    case .rmsprop, .adam, .adamw: 0.002
    }
  }

  /// Whether it is there to be watched: nobody waits for what comes of it.
  var isDemonstration: Bool {
    if case .drawn = images { folder == nil } else { false }
  }

  var batchesPerEpoch: Int { trainer.batches(images: images.trainingCount) }
}
