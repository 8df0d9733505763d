import Model

/// One future of a training: the run up to a step, changed there, and what came of it.
struct LearnBranch: Sendable {
  /// What a person can change in the middle of a run.
  enum Change: Hashable, Sendable {
    case rate(Float)
    case schedule(Schedule)
    case method(Optimizer.Method)
    case weight(Position, Float)
    /// All weights, as where a point of the loss surface is picked.
    case weights([Float])

    /// Whether the other sets the same thing, so that it takes this one's place.
    func isReplaced(by other: Change) -> Bool {
      switch (self, other) {
      case (.rate, .rate), (.schedule, .schedule), (.method, .method), (.weight, .weights),
        (.weights, .weights):
        true
      case (.weight(let here, _), .weight(let there, _)): here == there
      default: false
      }
    }
  }

  /// In the order in which they were made; none for the run that began at the start.
  var changes: [Change] = []
  /// The step at which they were made.
  var from = 0
  /// With which the run would begin anew.
  var settings: LearnScene.Settings
  var run: Run

  /// A branch of this one at a step; changes made there before go on to hold.
  func changed(by change: Change, at step: Int, _ run: Run) -> LearnBranch {
    var branch = LearnBranch(from: step, settings: settings, run: run)
    branch.changes = (step == from ? changes.filter { !$0.isReplaced(by: change) } : []) + [change]
    switch change {
    case .rate(let rate): branch.settings.learningRate = rate
    case .schedule(let schedule): branch.settings.schedule = schedule
    case .method(let method): branch.settings.method = method
    case .weight(let at, let value):
      if step == 0 { branch.settings.initialWeight[at.rows, at.columns] = value }
    case .weights(let values):
      if step == 0 { branch.settings.initialWeight.elements = values }
    }
    return branch
  }

  /// The most branches that are kept.
  static let most = 8
}
