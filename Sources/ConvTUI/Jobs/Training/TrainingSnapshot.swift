import Formats
import Model

/// The state of a training at one moment.
struct TrainingSnapshot: Equatable, Sendable {
  /// One branch of the training.
  struct Branch: Sendable {
    let log: RunLog
    /// The first and the furthest batch that can be looked at.
    let start, end: Int
    /// What was changed by hand.
    let changes: [(step: Int, change: ManualChange)]
    /// The batch at which it left another branch; nil for the first.
    let from: Int?
  }

  /// The order that it answers, and whether there is nothing left to do for it.
  let order: Int
  let isSettled: Bool
  let branches: [Branch]
  let current: Int

  /// The network at the batch that is looked at.
  let trainer: NetworkTrainer
  /// ‖Δw‖ of its newest update, by layer.
  let updateNorms: [Double]
  /// The newest validation up to there.
  let evaluation: Evaluation?
  /// Whether the loss there is not finite.
  let isLost: Bool

  /// The sample, its class if known, and its feature maps in every layer.
  let image: Tensor
  let label: Int?
  let outputs: [Tensor]

  /// Why a file could not be written, if that happened.
  let unwritten: FileError?

  /// Of one training, snapshots for the same order at the same batch show the same.
  static func == (left: TrainingSnapshot, right: TrainingSnapshot) -> Bool {
    (left.order, left.step, left.isSettled) == (right.order, right.step, right.isSettled)
  }

  var step: Int { trainer.step }
  var branch: Branch { branches[current] }

  /// Whether there is room for the branch that a change by hand may make here.
  var canBeChanged: Bool {
    branches.count < BranchRule.most
      || !TrainingEngine.rule.makesBranch(
        at: step, from: branch.from ?? branch.start, end: branch.end)
  }
}
