/// The whole past of something that learns: you can go back to every step and continue from there.
///
/// It keeps snapshots up to a memory limit, evenly spaced, and computes the steps between them again
/// from the snapshot before. The bits are the same, because a step is deterministic.
public struct History<Learner: Trainable>: Sendable {
  /// The state at the current step.
  public private(set) var now: Learner
  /// What its curves are drawn from.
  public private(set) var log: RunLog
  /// What was found at the start and now and then with data that is not trained on.
  public private(set) var evaluations: Downsampled<Learner.Evaluation>
  /// What was changed by hand, and after how many steps, ascending.
  public private(set) var changes: [(step: Int, change: ManualChange)] = []
  /// The step of the first state.
  public let start: Int
  /// What the furthest step gave; nil before the first and after a change by hand.
  public private(set) var newest: Learner.Record?

  /// The furthest state; nil where it is `now`.
  private var furthest: Learner?
  /// Each as it was before it was changed by hand.
  private var snapshots: Downsampled<Learner>

  /// - Parameter evaluationSpacing: The distance of the steps at which something is evaluated.
  public init(
    from start: Learner, _ bounds: HistoryBounds = Learner.usualBounds, evaluationSpacing: Int = 1
  ) {
    now = start
    self.start = start.step
    log = RunLog(
      start.quantities, capacity: bounds.curvePoints, evaluationSpacing: evaluationSpacing)
    evaluations = Downsampled(capacity: RunLog.evaluationCapacity, spacing: evaluationSpacing)
    snapshots = Downsampled(
      capacity: max(bounds.fewestSnapshots, bounds.memory / start.byteCount - 1),
      spacing: bounds.spacing)
    snapshots.pin(start, at: self.start)
    if Learner.hasValuesWithoutRecord { log.append(now, nil) }
  }

  /// The step that is looked at.
  public var step: Int { now.step }
  /// The furthest step.
  public var end: Int { last.step }
  /// The furthest state.
  public var last: Learner { furthest ?? now }
  public var snapshotCount: Int { snapshots.count }
  /// The distance between the steps whose states are at hand.
  public var spacing: Int { snapshots.spacing }
  /// The newest evaluation at the step that is looked at, or the last one before it.
  public var evaluation: Learner.Evaluation? { evaluations.last(upTo: step) }

  /// Takes what the start is worth.
  ///
  /// - Precondition: No step was made yet.
  public mutating func begin(_ evaluation: Learner.Evaluation) {
    evaluations.pin(evaluation, at: start)
    log.append(evaluation, of: now, isFirst: true)
  }

  /// Makes the next step, or goes once more over one that is known.
  ///
  /// - Returns: What the step gave, where it is a new one.
  @discardableResult
  public mutating func advance(with workspace: inout Learner.Workspace) -> Learner.Record? {
    guard furthest == nil else {
      now.repeatStep(with: &workspace)
      apply(to: &now)
      if now.step == end { furthest = nil }
      return nil
    }
    let record = now.advance(with: &workspace)
    keep(record)
    return record
  }

  private mutating func keep(_ record: Learner.Record) {
    log.append(now, record)
    if let evaluation = now.evaluation(of: record) {
      evaluations.append(evaluation, at: now.step)
      log.append(evaluation, of: now)
    }
    snapshots.append(now, at: now.step)
    newest = record
  }

  /// Goes back so far that `advance` leads to a step, whose own record of changes is then known; to
  /// the start itself where that is asked for.
  ///
  /// - Precondition: A step before the furthest.
  public mutating func goBack(before step: Int) {
    precondition((start...end).contains(step))
    show(snapshot(upTo: max(start, step - 1)))
  }

  private mutating func show(_ state: Learner) {
    let last = last
    now = state
    furthest = state.step == last.step ? nil : last
  }

  /// The state of the last snapshot up to a step, with what was changed there.
  private func snapshot(upTo step: Int) -> Learner {
    var state = snapshots.last(upTo: step) ?? now
    apply(to: &state)
    return state
  }

  /// Changes what was changed by hand at the step of a state.
  private func apply(to state: inout Learner) {
    for (step, change) in changes where step == state.step { state.apply(change) }
  }

  /// Changes something at the step that is looked at; what followed from there on is given up.
  public mutating func change(_ change: ManualChange) {
    furthest = nil
    newest = nil
    let step = step
    snapshots.removeAll(from: step + 1)
    evaluations.removeAll(from: step + 1)
    changes.removeAll { $0.step > step || $0.step == step && $0.change.isReplaced(by: change) }
    changes.append((step, change))
    now.apply(change)
    log.mark(now)
  }
}

/// A past of which every step is at hand at once, since steps need nothing but the state.
extension History where Learner.Workspace == Void {
  /// The state after `step` steps, with what was changed there.
  ///
  /// - Complexity: At most `spacing` steps.
  public func state(at step: Int) -> Learner {
    precondition((start...end).contains(step))
    if step == end { return last }
    if step == self.step { return now }
    var state = snapshot(upTo: step)
    var nothing: Void = ()
    while state.step < step {
      state.repeatStep(with: &nothing)
      apply(to: &state)
    }
    return state
  }

  /// Looks at a step.
  public mutating func go(to step: Int) { show(state(at: step)) }
}

extension History where Learner == Trainer {
  /// Makes steps from the furthest state on. The loop stands here so that the compiler builds it for
  /// a kernel.
  public mutating func advance(steps: Int) {
    if let furthest { show(furthest) }
    var nothing: Void = ()
    for _ in 0..<steps { advance(with: &nothing) }
  }
}

extension RunLog {
  fileprivate mutating func append<Learner: Trainable>(
    _ learner: Learner, _ record: Learner.Record?
  ) {
    append(at: learner.step) { learner.value(of: $0, record) ?? .nan }
  }

  fileprivate mutating func append<Learner: Trainable>(
    _ evaluation: Learner.Evaluation, of learner: Learner, isFirst: Bool = false
  ) {
    appendEvaluation(at: learner.step, isFirst: isFirst) {
      learner.value(of: $0, in: evaluation) ?? .nan
    }
  }

  fileprivate mutating func mark<Learner: Trainable>(_ learner: Learner) {
    mark(
      learner.step,
      Learner.hasValuesWithoutRecord ? { learner.value(of: $0, nil) ?? .nan } : nil)
  }
}
