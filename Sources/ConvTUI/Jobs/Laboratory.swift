import Formats
import Model

/// A training that does what it is ordered to, one batch at a time.
///
/// What it shows depends on the plan, the orders and the batch alone, not on when it is asked.
struct Laboratory {
  private let plan: TrainingPlan
  private let images: (training: LabelledImages, validation: LabelledImages)
  private var branches: [Branch]
  private var current = 0
  private var order = TrainingOrder()
  private var editsDone = 0
  private var pool: ConcurrentPool
  private var complaint: String?

  private struct Branch {
    var history: TrainingHistory
    var folder: TrainingFolder?
    var from: Int?
  }

  /// Draws the images where the plan has none, and validates the network as it starts.
  init(_ plan: TrainingPlan) {
    self.plan = plan
    images = plan.images.load()
    pool = ConcurrentPool(plan.trainer.network, threads: plan.threads)
    branches = []
    begin(plan.trainer)
  }

  private mutating func begin(_ trainer: NetworkTrainer) {
    let run = TrainingRun(
      trainer, training: images.training, validation: images.validation, epochs: plan.epochs)
    var history = TrainingHistory(from: run)
    history.begin(on: &pool)
    branches = [Branch(history: history, folder: plan.folder)]
    current = 0
  }

  private var history: TrainingHistory { branches[current].history }

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
      || target > history.step && history.isLost && history.step == history.end
  }

  /// Does the next thing: at most one batch, and its validation.
  ///
  /// - Parameter measures: Whether the exhibit that follows is wanted.
  mutating func advance(measures: Bool) {
    guard isThere(target) else { return approach(measures: measures) }
    guard let edit else { return }
    editsDone += 1
    switch edit {
    case .change(let change, _): self.change(change)
    case .show(let branch): if branches.indices.contains(branch) { current = branch }
    case .restart(let seed): begin(plan.trainer.restarted(seed: seed))
    }
  }

  private mutating func approach(measures: Bool) {
    guard let target else { return }
    if target < history.step {
      branches[current].history.goBack(before: target)
    } else if let record = branches[current].history.advance(
      measures: measures || history.step == target - 1, on: &pool)
    {
      let (folder, trainer) = (branches[current].folder, history.now.trainer)
      write { () throws(FileError) in try folder?.take(record, trainer) }
    }
  }

  private mutating func change(_ change: TrainingChange) {
    if history.step < history.end {
      guard branches.count < LearnBranch.most else { return }
      var branch = branches[current]
      let (number, step, folder) = (branches.count + 1, history.step, branch.folder)
      branch.from = step
      branch.folder = nil
      write { () throws(FileError) in
        branch.folder = try folder?.branch(number, at: step)
      }
      branches.append(branch)
      current = branches.count - 1
    }
    branches[current].history.change(change)
  }

  /// Writes; what cannot be written is told of, and the training goes on.
  private mutating func write(_ body: () throws(FileError) -> Void) {
    do throws(FileError) {
      try body()
    } catch {
      complaint = Text.goesOn(after: error)
    }
  }

  /// Writes where every branch has come to, unless it is lost.
  ///
  /// - Throws: The first that could not be written.
  func end() throws(FileError) {
    for branch in branches where !branch.history.isLost {
      try branch.folder?.save(branch.history.last.trainer)
    }
  }

  /// What there is to see.
  mutating func exhibit() -> Exhibit {
    let (image, label) = sample
    let trainer = history.now.trainer
    return Exhibit(
      order: order.number, isSettled: isIdle,
      branches: branches.map { branch in
        let history = branch.history
        return Exhibit.Branch(
          losses: history.losses, accuracies: history.accuracies, evaluations: history.evaluations,
          start: history.start, end: history.end, changes: history.changes, from: branch.from)
      },
      current: current, trainer: trainer, updateNorms: history.updateNorms,
      evaluation: history.evaluation, isLost: history.isLost && history.step == history.end,
      image: image, label: label, outputs: trainer.activations(of: image, on: &pool),
      complaint: complaint)
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
