/// The futures of one training: each branch left another one where something was changed by hand.
public struct BranchTree<Learner: Trainable>: Sendable {
  public struct Branch: Sendable {
    public fileprivate(set) var history: History<Learner>
    /// The step at which it left another branch; nil for the first.
    public let from: Int?

    /// What was changed where it began, in the order in which that was done.
    public var firstChanges: [ManualChange] {
      history.changes.filter { $0.step == from ?? history.start }.map(\.change)
    }
  }

  /// At least one.
  public private(set) var branches: [Branch]
  /// The place of the branch that is looked at.
  public private(set) var current = 0
  private let rule: BranchRule

  public init(from history: History<Learner>, _ rule: BranchRule) {
    branches = [Branch(history: history, from: nil)]
    self.rule = rule
  }

  /// The branch that is looked at.
  public var branch: Branch { branches[current] }
  public var history: History<Learner> { branches[current].history }

  /// Lets the branch that is looked at go on or back, without a copy of it.
  public mutating func move<Result>(_ body: (inout History<Learner>) -> Result) -> Result {
    body(&branches[current].history)
  }

  /// Looks at another branch.
  public mutating func show(_ place: Int) {
    precondition(branches.indices.contains(place))
    current = place
  }

  /// Deletes all branches and starts a first one again.
  public mutating func restart(from history: History<Learner>) {
    self = BranchTree(from: history, rule)
  }

  /// Changes something at the step that is looked at, in a branch of its own where the rule asks for
  /// one, which is then looked at.
  ///
  /// - Returns: Whether a branch was made.
  /// - Throws: Where there are as many branches as are kept.
  @discardableResult
  public mutating func change(_ change: ManualChange) throws(TooManyBranches) -> Bool {
    let (branch, step) = (branch, branch.history.step)
    let makesBranch = rule.makesBranch(
      at: step, from: branch.from ?? branch.history.start, end: branch.history.end)
    if makesBranch {
      guard branches.count < BranchRule.most else { throw TooManyBranches() }
      branches.append(Branch(history: branch.history, from: step))
      current = branches.count - 1
    }
    branches[current].history.change(change)
    return makesBranch
  }
}

/// Where a change by hand makes a branch of its own.
public enum BranchRule: Hashable, Sendable {
  /// Where steps that are known would be lost.
  case ofKnownFutures
  /// Everywhere but where the branch began and nothing has followed.
  case ofKnownSteps

  /// The most branches that are kept.
  public static let most = 8

  /// - Parameters:
  ///   - start: Where the branch that is changed left another one.
  ///   - end: Its furthest step.
  public func makesBranch(at step: Int, from start: Int, end: Int) -> Bool {
    switch self {
    case .ofKnownFutures: step < end
    case .ofKnownSteps: step < end || step != start
    }
  }
}

/// There are as many branches as are kept.
public struct TooManyBranches: Error, Hashable, Sendable {
  public init() {}

  public var most: Int { BranchRule.most }
}
