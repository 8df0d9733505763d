/// A network in training as something with a past.
extension TrainingRun: Trainable {
  /// What the batches are worked on with.
  public struct Workspace {
    public var pool: any LanePool
    /// Whether `updateNorms` are wanted.
    public var measuresUpdates = false

    public init(pool: any LanePool) { self.pool = pool }
  }

  /// Recomputing sixteen batches takes no time that a person notices.
  public static let usualBounds = HistoryBounds(
    memory: 64 << 20, fewestSnapshots: 2, spacing: 16, curvePoints: 4096)

  /// A loss is a batch's.
  public static let hasValuesWithoutRecord = false

  public var step: Int { trainer.step }
  public var byteCount: Int { trainer.byteCount }
  public var quantities: [RunLog.Quantity] { [.loss, .accuracy] }

  public mutating func advance(with workspace: inout Workspace) -> TrainingRecord {
    let before = workspace.measuresUpdates ? trainer.parameters : nil
    let record = advance(on: &workspace.pool)
    before.map { measureUpdate(since: $0) }
    return record
  }

  /// The network is not validated once more.
  public mutating func repeatStep(with workspace: inout Workspace) {
    let before = workspace.measuresUpdates ? trainer.parameters : nil
    train(on: &workspace.pool)
    before.map { measureUpdate(since: $0) }
  }

  public mutating func apply(_ change: ManualChange) { trainer.apply(change) }

  public func evaluation(of record: TrainingRecord) -> Evaluation? { record.validation }

  /// Loss and accuracy of the batch before its own update.
  public func value(of quantity: RunLog.Quantity, _ record: TrainingRecord?) -> Float? {
    record.flatMap { TrainingRun.value(of: quantity, in: $0.batch) }
  }

  public func value(of quantity: RunLog.Quantity, in evaluation: Evaluation) -> Float? {
    TrainingRun.value(of: quantity, in: evaluation.score)
  }

  private static func value(of quantity: RunLog.Quantity, in score: BatchScore) -> Float? {
    switch quantity {
    case .loss: Float(score.loss)
    case .accuracy: Float(score.accuracy)
    case .learningRate, .weight: nil
    }
  }
}
