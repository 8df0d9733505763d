import Formats
import Model
import Testing

@testable import ConvTUI

@Suite struct TrainingEngineTests {
  private func finish(_ engine: inout TrainingEngine, _ order: TrainingOrder) -> TrainingSnapshot {
    engine.take(order)
    while !engine.isIdle { engine.step(isWatched: false) }
    return engine.report()
  }

  /// Nobody looks, somebody looks after every batch, and somebody goes back and forth: the weights
  /// are the same to the bit, and those of a training without a screen.
  @Test func lookingDoesNotChangeABit() throws {
    let plan = try TrainingPlan.small(layers: "conv2@5:s3, batchnorm, relu, flatten, linear10")
    var unseen = TrainingEngine(plan)
    var watched = TrainingEngine(
      try .small(layers: "conv2@5:s3, batchnorm, relu, flatten, linear10", threads: 1))
    var order = TrainingOrder()
    order.goal = .run(until: 12)
    let end = finish(&unseen, order)
    for step in [3, 4, 1, 12, 0, 11] {
      order.goal = .reach(step)
      #expect(finish(&watched, order).step == step)
    }
    order.goal = .run(until: 12)
    watched.take(order)
    while !watched.isIdle {
      watched.step(isWatched: true)
      _ = watched.report()
    }
    let (training, validation) = plan.images.load()
    var run = TrainingRun(plan.trainer, training: training, validation: validation, epochs: 4)
    var pool = ConcurrentPool(plan.trainer.network, threads: 1)
    while !run.isDone { _ = run.advance(on: &pool) }
    #expect(watched.report().trainer.parameters == end.trainer.parameters)
    #expect(run.trainer.parameters == end.trainer.parameters)
    #expect(watched.report().trainer.running == run.trainer.running)
  }

  @Test func snapshotSaysWhatItAnswers() throws {
    var engine = TrainingEngine(try .small())
    var order = TrainingOrder()
    let first = engine.report()
    #expect(first.isSettled && first.order == 0 && first.step == 0 && first.evaluation != nil)
    order.goal = .reach(5)
    engine.take(order)
    engine.step(isWatched: true)
    let middle = engine.report()
    #expect(!middle.isSettled && middle.order == order.number && middle.step == 1)
    #expect(middle.updateNorms[0] > 0 && middle.updateNorms[1] == 0)
    #expect(middle.outputs.count == 5 && middle.outputs.last?.shape.count == 10)
    #expect(finish(&engine, order).isSettled)
  }

  @Test func aChangeInThePastIsABranchAndOneAtTheEndIsNot() throws {
    var engine = TrainingEngine(try .small())
    var order = TrainingOrder()
    order.goal = .reach(6)
    let before = finish(&engine, order)
    order.edits.append(.change(.rate(0.05), at: nil))
    let changed = finish(&engine, order)
    #expect(changed.branches.count == 1 && changed.trainer.learningRate == 0.05)
    order.goal = .reach(2)
    _ = finish(&engine, order)
    order.edits.append(.change(.method(.adam), at: 2))
    order.goal = .reach(9)
    let branched = finish(&engine, order)
    #expect(branched.branches.count == 2 && branched.current == 1)
    #expect(branched.branches.map(\.end) == [6, 9] && branched.branches[1].from == 2)
    #expect(branched.trainer.optimizer.method == .adam && branched.trainer.learningRate == 0.02)
    order.edits.append(.show(0))
    order.goal = .reach(6)
    let back = finish(&engine, order)
    #expect(back.current == 0 && back.trainer.parameters == before.trainer.parameters)
    #expect(back.trainer.learningRate == 0.05)
  }

  @Test func eightBranchesAreTheMost() throws {
    var engine = TrainingEngine(try .small())
    var order = TrainingOrder()
    order.goal = .reach(2)
    _ = finish(&engine, order)
    for number in 1...9 {
      order.edits += [.show(0), .change(.rate(Float(number)), at: 1)]
      _ = finish(&engine, order)
    }
    #expect(engine.report().branches.count == BranchRule.most)
  }

  @Test func restartBeginsFromAnotherSeed() throws {
    var engine = TrainingEngine(try .small())
    var order = TrainingOrder()
    order.goal = .reach(4)
    let old = finish(&engine, order)
    order.edits.append(.restart(seed: 5))
    order.goal = .reach(4)
    let new = finish(&engine, order)
    #expect(new.branches.count == 1 && new.trainer.seed == 5 && new.step == 4)
    #expect(new.trainer.parameters != old.trainer.parameters)
  }

  @Test func drawnSampleGoesThroughTheNetwork() throws {
    var engine = TrainingEngine(try .small())
    var order = TrainingOrder()
    var ink = Ink(rows: 28, columns: 28)
    ink.draw(from: Position(row: 4, column: 14), to: Position(row: 24, column: 14))
    order.sample = .drawn(ink.pixels)
    let snapshot = finish(&engine, order)
    var pool = SerialPool(snapshot.trainer.network)
    let image = Tensor(Shape([1, 28, 28]), ink.pixels)
    #expect(snapshot.image == image && snapshot.label == nil)
    #expect(snapshot.outputs == snapshot.trainer.activations(of: image, on: &pool))
  }

  @Test func branchesAreWrittenToFoldersOfTheirOwn() throws {
    let directory = try Directory()
    let path = directory.path + "/out"
    let snapshot = try branched(at: 2, of: 7, to: 4, into: path)
    let lines = try [path, path + "/branch-2"].map {
      try String(decoding: FileReader.read($0 + "/metrics.jsonl"), as: UTF8.self)
        .split(separator: "\n")
    }
    #expect(lines.map(\.count) == [7, 4] && lines[0][..<2] == lines[1][..<2])
    #expect(lines[0][3] != lines[1][3] && lines[1][3].contains("0.01"))
    var resumed = try TrainingPlan.small()
    resumed.folder = try TrainingFolder(
      path + "/branch-2", resumes: true, images: resumed.images,
      trainer: &resumed.trainer)
    #expect(resumed.trainer.step == 4)
    #expect(resumed.trainer.parameters == snapshot.trainer.parameters)
  }

  /// Trains, goes back, changes the rate, and goes on; the folder is free again afterwards.
  private func branched(
    at branching: Int, of steps: Int, to end: Int, into path: String
  ) throws -> TrainingSnapshot {
    var plan = try TrainingPlan.small()
    plan.folder = try TrainingFolder(
      path, resumes: false, images: plan.images, trainer: &plan.trainer)
    var engine = TrainingEngine(plan)
    var order = TrainingOrder()
    order.goal = .reach(steps)
    _ = finish(&engine, order)
    order.edits.append(.change(.rate(0.01), at: branching))
    order.goal = .reach(end)
    let snapshot = finish(&engine, order)
    try engine.end()
    return snapshot
  }

  /// What is going on in a resumed training begins where the checkpoint is.
  @Test func resumedTrainingCannotGoBackBehindItsStart() throws {
    var plan = try TrainingPlan.small()
    let (training, validation) = plan.images.load()
    var run = TrainingRun(plan.trainer, training: training, validation: validation, epochs: 4)
    var pool = SerialPool(plan.trainer.network)
    for _ in 0..<5 { _ = run.advance(on: &pool) }
    plan.trainer = run.trainer
    var engine = TrainingEngine(plan)
    var order = TrainingOrder()
    order.goal = .reach(8)
    _ = finish(&engine, order)
    order.goal = .reach(2)
    let snapshot = finish(&engine, order)
    #expect(snapshot.isSettled && snapshot.step == 5)
    #expect(snapshot.trainer.parameters == run.trainer.parameters)
  }
}
