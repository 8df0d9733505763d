import Testing

@testable import Model

private func history(
  _ method: Optimizer.Method = .adam, memory: Int = Trainer.usualBounds.memory
) throws -> History<Trainer> {
  var bounds = Trainer.usualBounds
  bounds.memory = memory
  return History(from: try start(method), bounds)
}

private func start(_ method: Optimizer.Method = .adam) throws -> Trainer {
  try barTrainer(weight: [0.3, 0.8], Optimizer(method, learningRate: 0.02))
}

/// The history of a kernel.
struct HistoryTests {
  /// Every state of a history that keeps few equals, bit for bit, that of a trainer that went there.
  @Test(arguments: [1 << 12, 1 << 14, 4 << 20])
  func thinnedStatesComeBackExactly(_ memory: Int) throws {
    var history = try history(memory: memory)
    var trainer = try start()
    var (weights, losses) = ([trainer.weight], [trainer.loss])
    for _ in 0..<300 {
      history.advance(steps: 1)
      trainer.advance()
      weights.append(trainer.weight)
      losses.append(trainer.loss)
    }
    #expect(history.snapshotCount * history.last.byteCount <= memory)
    #expect((history.spacing > 1) == (memory < 1 << 20))
    for step in 0...300 {
      let state = history.state(at: step)
      #expect(state.step == step && state.weight == weights[step])
    }
    #expect(history.log.series[.loss] == losses)
    #expect(history.log.series[.weight(1)] == weights.map { $0[1] })
    #expect(history.log.series.steps == Array(0...300))
  }

  @Test func aCopyThatIsChangedSharesThePastAndNothingElse() throws {
    var history = try history(memory: 1 << 13)
    history.advance(steps: 100)
    var branch = history
    branch.go(to: 37)
    branch.change(.weight(0, 4))
    var other = branch
    other.change(.rate(0.5))
    #expect(branch.end == 37 && branch.state(at: 37).weight[0] == 4)
    branch.advance(steps: 100)
    other.advance(steps: 100)
    let (losses, old) = (branch.log.series[.loss], history.log.series[.loss])
    #expect(losses[..<37] == old[..<37] && losses[37] != old[37])
    var trainer = history.state(at: 37)
    trainer.setWeight(0, to: 4)
    for step in 38...137 {
      trainer.advance()
      #expect(branch.state(at: step).weight == trainer.weight)
    }
    #expect(other.state(at: 36).weight == history.state(at: 36).weight)
    #expect(other.log.marks == [37] && other.log.series[.learningRate][37] == 0.5)
    #expect(history.end == 100 && history.log.marks.isEmpty)
  }

  @Test func changesAtOneStepHoldTogetherAndReplaceTheirLike() throws {
    var history = try history(.sgd)
    history.advance(steps: 10)
    history.go(to: 4)
    for change: ManualChange in [
      .rate(0.5), .weight(0, 9), .weight(0, 2), .method(.momentum(0.9)), .rate(0.01),
    ] {
      history.change(change)
    }
    #expect(history.changes.map(\.step) == [4, 4, 4])
    #expect(
      history.changes.map(\.change) == [.weight(0, 2), .method(.momentum(0.9)), .rate(0.01)])
    history.change(.weights([1, 3]))
    #expect(history.changes.count == 3)
    history.advance(steps: 6)
    var trainer = try start(.sgd)
    for _ in 0..<4 { trainer.advance() }
    trainer.change(to: Optimizer(.momentum(0.9), learningRate: 0.02))
    trainer.learningRate = 0.01
    trainer.setWeights([1, 3])
    for _ in 0..<6 { trainer.advance() }
    #expect(history.last.weight == trainer.weight)
    // Also where the states are computed anew.
    var few = try self.few(.sgd)
    few.advance(steps: 40)
    few.go(to: 33)
    few.change(.schedule(.step(every: 2, factor: 0.5)))
    few.advance(steps: 60)
    let (weight, rate) = (few.last.weight, few.last.learningRate)
    few.go(to: 31)
    few.go(to: few.end - 1)
    var nothing: Void = ()
    few.advance(with: &nothing)
    #expect(few.now.weight == weight && few.now.learningRate == rate)
  }

  /// With memory for eight states.
  private func few(_ method: Optimizer.Method) throws -> History<Trainer> {
    try history(method, memory: 1)
  }

  @Test func stepsAreMadeFromTheFurthestStateWhereverOneLooks() throws {
    var history = try history()
    history.advance(steps: 20)
    history.go(to: 3)
    #expect(history.step == 3 && history.end == 20)
    history.advance(steps: 5)
    #expect(history.step == 25 && history.end == 25)
    #expect(history.log.series.steps == Array(0...25))
  }
}
