import Testing

@testable import Model

struct BranchTreeTests {
  private func tree(_ rule: BranchRule, steps: Int) throws -> BranchTree<Trainer> {
    var history = History(
      from: try barTrainer(weight: [0.3, 0.8], Optimizer(.sgd, learningRate: 0.02)))
    history.advance(steps: steps)
    return BranchTree(from: history, rule)
  }

  @Test(arguments: [BranchRule.ofKnownFutures, .ofKnownSteps])
  func aChangeInThePastMakesABranchAndTheOldFutureStays(_ rule: BranchRule) throws {
    var tree = try tree(rule, steps: 10)
    let old = tree.history.log
    tree.move { $0.go(to: 4) }
    #expect(try tree.change(.rate(0.01)))
    #expect(tree.branches.count == 2 && tree.current == 1 && tree.branch.from == 4)
    #expect(tree.branches[0].history.log == old && tree.branches[0].history.end == 10)
    // Further changes before a step is made stay in it.
    #expect(try !tree.change(.rate(0.02)))
    #expect(try !tree.change(.weight(0, 1)))
    #expect(tree.branch.firstChanges == [.rate(0.02), .weight(0, 1)])
  }

  @Test func rulesDifferAtTheEndOfABranch() throws {
    var tree = try tree(.ofKnownFutures, steps: 10)
    #expect(try !tree.change(.rate(0.01)))
    #expect(tree.branches.count == 1 && tree.branch.from == nil)
    tree = try self.tree(.ofKnownSteps, steps: 10)
    #expect(try tree.change(.rate(0.01)))
    #expect(tree.branches.count == 2 && tree.branch.from == 10)
    tree = try self.tree(.ofKnownSteps, steps: 0)
    #expect(try !tree.change(.rate(0.01)))
    #expect(tree.branch.firstChanges == [.rate(0.01)])
  }

  @Test func theNinthBranchIsRefusedAndNothingIsChanged() throws {
    var tree = try tree(.ofKnownFutures, steps: 10)
    for number in 1..<BranchRule.most {
      tree.show(0)
      tree.move { $0.go(to: number) }
      try tree.change(.rate(0.001 * Float(number)))
    }
    tree.show(0)
    tree.move { $0.go(to: 2) }
    #expect(throws: TooManyBranches()) { try tree.change(.rate(1)) }
    #expect(tree.branches.count == 8 && tree.current == 0 && tree.history.changes.isEmpty)
    #expect(tree.history.end == 10)
  }

  @Test func restartLeavesOneBranch() throws {
    var tree = try tree(.ofKnownFutures, steps: 10)
    tree.move { $0.go(to: 4) }
    try tree.change(.rate(0.01))
    tree.restart(from: History(from: tree.history.state(at: 0)))
    #expect(tree.branches.count == 1 && tree.current == 0 && tree.history.end == 0)
  }
}
