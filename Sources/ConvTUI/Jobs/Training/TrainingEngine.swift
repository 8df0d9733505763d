import Formats
import Model

/// A training of a network that does what it is ordered to, one batch at a time.
///
/// What it shows depends only on the plan, the orders and the batch, not on the time of a report.
struct TrainingEngine: Job {
  private let plan: TrainingPlan
  private let images: (training: LabelledImages, validation: LabelledImages)
  private var tree: BranchTree<TrainingRun>
  /// Where each branch is written to.
  private var folders: [TrainingFolder?]
  private var order = TrainingOrder()
  private var editsDone = 0
  private var workspace: TrainingRun.Workspace
  private var unwritten: FileError?

  /// A change at the end goes on in the same branch.
  static let rule = BranchRule.ofKnownFutures

  /// Draws the images where the plan has none, and validates the network as it starts.
  init(_ plan: TrainingPlan) {
    self.plan = plan
    images = plan.images.load()
    folders = [plan.folder]
    var workspace = TrainingRun.Workspace(
      pool: ConcurrentPool(plan.trainer.network, threads: plan.threads))
    let start = TrainingEngine.history(of: plan.trainer, plan, images, &workspace)
    self.workspace = workspace
    tree = BranchTree(from: start, TrainingEngine.rule)
  }

  private static func history(
    of trainer: NetworkTrainer, _ plan: TrainingPlan,
    _ images: (training: LabelledImages, validation: LabelledImages),
    _ workspace: inout TrainingRun.Workspace
  ) -> History<TrainingRun> {
    let run = TrainingRun(
      trainer, training: images.training, validation: images.validation, epochs: plan.epochs)
    var history = History(from: run, evaluationSpacing: run.batchesPerEpoch)
    history.begin(run.validate(on: &workspace.pool))
    return history
  }

  private var history: History<TrainingRun> { tree.history }

  mutating func take(_ order: TrainingOrder) { self.order = order }

  /// Whether there is nothing to do for the order.
  var isIdle: Bool { edit == nil && isThere(target) }

  /// How much of the way from the first batch to the one to go to is done.
  var shareDone: Double {
    guard let target, target > history.start else { return 1 }
    return min(1, Double(history.step - history.start) / Double(target - history.start))
  }

  private var edit: TrainingOrder.Edit? {
    order.edits.indices.contains(editsDone) ? order.edits[editsDone] : nil
  }

  /// The batch to go to; nil where this one will do.
  private var target: Int? {
    let wanted: Int? =
      switch (edit, order.goal) {
      case (.change(_, let step), _): step
      case (.show, _), (.restart, _), (nil, .hold): nil
      case (nil, .reach(let step)), (nil, .run(let step)): step
      }
    return wanted.map { max($0, history.start) }
  }

  private func isThere(_ target: Int?) -> Bool {
    guard let target else { return true }
    return target == history.step
      || target > history.step && isLost
  }

  /// Whether the furthest batch, at which the training stands, has left a loss that one could not go
  /// on from.
  private var isLost: Bool {
    history.step == history.end && history.newest?.batch.lossSum.isFinite == false
  }

  /// Does the next thing: at most one batch, and its validation.
  mutating func step(isWatched: Bool) {
    guard isThere(target) else { return approach(isWatched: isWatched) }
    guard let edit else { return }
    editsDone += 1
    switch edit {
    case .change(let change, _): self.change(change)
    case .show(let branch): if tree.branches.indices.contains(branch) { tree.show(branch) }
    case .restart(let seed):
      let trainer = plan.trainer.restarted(seed: seed)
      tree.restart(from: TrainingEngine.history(of: trainer, plan, images, &workspace))
      folders = [plan.folder]
    }
  }

  private mutating func approach(isWatched: Bool) {
    guard let target else { return }
    let step = history.step
    if target < step { return tree.move { $0.goBack(before: target) } }
    workspace.measuresUpdates = isWatched || step == target - 1
    guard let record = tree.move({ $0.advance(with: &workspace) }) else { return }
    let (folder, trainer) = (folders[tree.current], history.now.trainer)
    write { () throws(FileError) in try folder?.take(record, trainer) }
  }

  private mutating func change(_ change: ManualChange) {
    let parent = folders[tree.current]
    guard (try? tree.change(change)) == true else { return }
    let (number, step) = (tree.branches.count, history.step)
    var folder: TrainingFolder?
    write { () throws(FileError) in folder = try parent?.branch(number, at: step) }
    folders.append(folder)
  }

  /// Writes the files; if this fails, it reports the error and the training continues.
  private mutating func write(_ body: () throws(FileError) -> Void) {
    do throws(FileError) {
      try body()
    } catch {
      unwritten = error
    }
  }

  /// Writes the state of every branch whose loss is finite.
  ///
  /// - Throws: The first that could not be written.
  func end() throws(FileError) {
    for (branch, folder) in zip(tree.branches, folders) {
      let history = branch.history
      guard history.newest?.batch.lossSum.isFinite != false else { continue }
      try folder?.save(history.last.trainer)
    }
  }

  /// What there is to see.
  mutating func report() -> TrainingSnapshot {
    let (image, label) = sample
    let (history, trainer) = (history, history.now.trainer)
    return TrainingSnapshot(
      order: order.number, isSettled: isIdle,
      branches: tree.branches.map { branch in
        let history = branch.history
        return TrainingSnapshot.Branch(
          log: history.log, start: history.start, end: history.end, changes: history.changes,
          from: branch.from)
      },
      current: tree.current, trainer: trainer, updateNorms: history.now.updateNorms,
      evaluation: history.evaluation, isLost: isLost, image: image, label: label,
      outputs: trainer.activations(of: image, on: &workspace.pool), unwritten: unwritten)
  }

  private var sample: (image: Tensor, label: Int?) {
    let shape = images.training.shape
    switch order.sample {
    case .validation(let index):
      let place = index % images.validation.count
      return (images.validation[place], images.validation.labels[place])
    case .drawn(let pixels):
      return (Tensor(shape, (0..<shape.channels).flatMap { _ in pixels }), nil)
    }
  }
}
