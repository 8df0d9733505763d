/// A network in training with its whole past: every batch can be looked at again, and the training
/// goes on from there.
///
/// Snapshots are kept up to a bound of memory, thinned evenly; what lies between them is computed
/// anew from the one before, with the same bits. Curves keep at most `curveCapacity` points.
public struct TrainingHistory: Sendable {
  /// The state that is looked at.
  public private(set) var now: TrainingRun
  /// By layer, the length ‖Δw‖ of the newest update of `now`, where it was asked for.
  public private(set) var updateNorms: [Double]
  /// The loss and the share of right answers of batches, before their own update, by the step that
  /// they lead to.
  public private(set) var losses, accuracies: Thinned<Float>
  /// What the network made of the validation images, at the start and after each epoch.
  public private(set) var evaluations: Thinned<Evaluation>
  /// What was changed by hand, and after how many batches, ascending.
  public private(set) var changes: [(step: Int, change: TrainingChange)] = []
  /// The step of the first state.
  public let start: Int
  /// Whether the newest batch's loss was no number that one could go on from.
  public private(set) var isLost = false

  /// The furthest state; nil where it is `now`.
  private var furthest: TrainingRun?
  private var snapshots: Thinned<NetworkTrainer>

  public static let curveCapacity = 4096

  /// - Parameter memory: The bytes that snapshots may take; two are kept in any case.
  public init(from start: TrainingRun, memory: Int = 64 << 20) {
    now = start
    self.start = start.trainer.step
    updateNorms = start.trainer.network.outputs.map { _ in 0 }
    losses = Thinned(capacity: TrainingHistory.curveCapacity)
    accuracies = losses
    evaluations = Thinned(capacity: 512, spacing: start.batchesPerEpoch)
    snapshots = Thinned(
      capacity: max(2, memory / start.trainer.byteCount), spacing: TrainingHistory.spacing)
    snapshots.pin(start.trainer, at: self.start)
  }

  /// The distance of snapshots while there are few: recomputing so many batches takes no time that
  /// a person notices.
  private static let spacing = 16

  public var step: Int { now.trainer.step }
  /// The furthest step.
  public var end: Int { last.trainer.step }
  /// The furthest state.
  public var last: TrainingRun { furthest ?? now }
  var snapshotCount: Int { snapshots.count }
  /// The newest validation at the step that is looked at, or the last one before it.
  public var evaluation: Evaluation? { evaluations.last(upTo: step) }

  /// Validates the network as it starts.
  public mutating func begin(on pool: inout some ChunkPool) {
    evaluations.pin(now.validate(on: &pool), at: start)
  }

  /// Trains on the next batch, or goes once more over one that is known.
  ///
  /// - Parameter measures: Whether `updateNorms` are wanted.
  /// - Returns: What the batch gave, where it is a new one.
  public mutating func advance(
    measures: Bool, on pool: inout some ChunkPool
  ) -> TrainingRecord? {
    let before = measures ? now.trainer.parameters : []
    var record: TrainingRecord?
    if let furthest {
      now.train(on: &pool)
      takeChanges()
      if step == furthest.trainer.step { self.furthest = nil }
    } else {
      record = now.advance(on: &pool)
      record.map { keep($0) }
    }
    if measures {
      updateNorms = now.trainer.network.norms(now.trainer.parameters, minus: before)
    }
    return record
  }

  private mutating func keep(_ record: TrainingRecord) {
    losses.append(Float(record.batch.loss), at: step)
    accuracies.append(Float(record.batch.accuracy), at: step)
    if let validation = record.validation { evaluations.append(validation, at: step) }
    snapshots.append(now.trainer, at: step)
    isLost = !record.batch.lossSum.isFinite
  }

  /// Goes back so far that `advance` leads to a step, whose own update is then known; to the start
  /// itself where that is asked for.
  ///
  /// - Precondition: A step before the furthest.
  public mutating func goBack(before step: Int) {
    precondition((start...end).contains(step))
    furthest = last
    now = last
    now.trainer = snapshots.last(upTo: max(start, step - 1)) ?? now.trainer
    takeChanges()
    updateNorms = updateNorms.map { _ in 0 }
    if self.step == end { furthest = nil }
  }

  /// What was changed here holds from here on.
  private mutating func takeChanges() {
    let step = step
    now.trainer.take(changes.filter { $0.step == step }.map(\.change))
  }

  /// Changes something at the step that is looked at; what followed from there on is given up.
  public mutating func change(_ change: TrainingChange) {
    furthest = nil
    isLost = false
    losses.removeAll(from: step + 1)
    accuracies.removeAll(from: step + 1)
    evaluations.removeAll(from: step + 1)
    snapshots.removeAll(from: step + 1)
    let step = step
    changes.removeAll { $0.step > step || $0.step == step && $0.change.isReplaced(by: change) }
    changes.append((step, change))
    now.trainer.take([change])
  }
}

/// What a person can change in the middle of a training.
public enum TrainingChange: Hashable, Sendable {
  case rate(Float)
  /// Another optimizer begins with nothing remembered.
  case method(Optimizer.Method)

  func isReplaced(by other: TrainingChange) -> Bool {
    switch (self, other) {
    case (.rate, .rate), (.method, .method): true
    default: false
    }
  }
}
