import Testing

@testable import Model

private func start(_ method: Optimizer.Method = .adam) throws -> Trainer {
  try barTrainer(weight: [0.3, 0.8], Optimizer(method, learningRate: 0.02))
}

/// Every state of a run that keeps few equals, bit for bit, that of a trainer that went there.
@Test(arguments: [1 << 12, 1 << 14, 4 << 20])
func thinnedStatesComeBackExactly(_ memory: Int) throws {
  var run = Run(from: try start(), memory: memory)
  var trainer = try start()
  var weights = [trainer.weight]
  for _ in 0..<300 {
    run.advance()
    trainer.advance()
    weights.append(trainer.weight)
  }
  #expect(run.keptCount * run.last.byteCount <= memory)
  #expect((run.spacing > 1) == (memory < 1 << 20))
  for step in 0...300 {
    let state = run.state(at: step)
    #expect(state.step == step && state.weight == weights[step])
    #expect(state.loss == run.losses[step])
  }
  #expect(run.curve(ofWeight: 1, upTo: 300) == weights.map { $0[1] })
}

@Test func aBranchSharesThePastAndNothingElse() throws {
  var run = Run(from: try start(), memory: 1 << 13)
  for _ in 0..<100 { run.advance() }
  var branch = run.branched(at: 37) { $0.setWeight(0, to: 4) }
  var other = branch.branched(at: 37) { $0.learningRate = 0.5 }
  #expect(branch.steps == 37 && branch.state(at: 37).weight[0] == 4)
  for _ in 0..<100 {
    branch.advance()
    other.advance()
  }
  #expect(branch.losses[..<37] == run.losses[..<37] && branch.losses[37] != run.losses[37])
  var trainer = run.state(at: 37)
  trainer.setWeight(0, to: 4)
  for step in 38...137 {
    trainer.advance()
    #expect(branch.state(at: step).weight == trainer.weight)
  }
  #expect(other.state(at: 36).weight == run.state(at: 36).weight)
  #expect(other.changes == [37] && other.rates[37] == 0.5 && run.steps == 100)
}
