import Formats
import Model
import Testing

@testable import ConvTUI

@Suite struct LaboratoryTests {
  private func finish(_ laboratory: inout Laboratory, _ order: TrainingOrder) -> Exhibit {
    laboratory.take(order)
    while !laboratory.isIdle { laboratory.advance(measures: false) }
    return laboratory.exhibit()
  }

  /// Nobody looks, somebody looks after every batch, and somebody goes back and forth: the weights
  /// are the same to the bit, and those of a training without a screen.
  @Test func lookingDoesNotChangeABit() throws {
    let plan = try TrainingPlan.small(layers: "conv2@5:s3, batchnorm, relu, flatten, linear10")
    var unseen = Laboratory(plan)
    var watched = Laboratory(
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
      watched.advance(measures: true)
      _ = watched.exhibit()
    }
    let (training, validation) = plan.images.load()
    var run = TrainingRun(plan.trainer, training: training, validation: validation, epochs: 4)
    var pool = ConcurrentPool(plan.trainer.network, threads: 1)
    while !run.isDone { _ = run.advance(on: &pool) }
    #expect(watched.exhibit().trainer.parameters == end.trainer.parameters)
    #expect(run.trainer.parameters == end.trainer.parameters)
    #expect(watched.exhibit().trainer.running == run.trainer.running)
  }

  @Test func exhibitSaysWhatItAnswers() throws {
    var laboratory = Laboratory(try .small())
    var order = TrainingOrder()
    let first = laboratory.exhibit()
    #expect(first.isSettled && first.order == 0 && first.step == 0 && first.evaluation != nil)
    order.goal = .reach(5)
    laboratory.take(order)
    laboratory.advance(measures: true)
    let middle = laboratory.exhibit()
    #expect(!middle.isSettled && middle.order == order.number && middle.step == 1)
    #expect(middle.updateNorms[0] > 0 && middle.updateNorms[1] == 0)
    #expect(middle.outputs.count == 5 && middle.outputs.last?.shape.count == 10)
    #expect(finish(&laboratory, order).isSettled)
  }

  @Test func aChangeInThePastIsABranchAndOneAtTheEndIsNot() throws {
    var laboratory = Laboratory(try .small())
    var order = TrainingOrder()
    order.goal = .reach(6)
    let before = finish(&laboratory, order)
    order.edits.append(.change(.rate(0.05), at: nil))
    let changed = finish(&laboratory, order)
    #expect(changed.branches.count == 1 && changed.trainer.learningRate == 0.05)
    order.goal = .reach(2)
    _ = finish(&laboratory, order)
    order.edits.append(.change(.method(.adam), at: 2))
    order.goal = .reach(9)
    let branched = finish(&laboratory, order)
    #expect(branched.branches.count == 2 && branched.current == 1)
    #expect(branched.branches.map(\.end) == [6, 9] && branched.branches[1].from == 2)
    #expect(branched.trainer.optimizer.method == .adam && branched.trainer.learningRate == 0.02)
    order.edits.append(.show(0))
    order.goal = .reach(6)
    let back = finish(&laboratory, order)
    #expect(back.current == 0 && back.trainer.parameters == before.trainer.parameters)
    #expect(back.trainer.learningRate == 0.05)
  }

  @Test func eightBranchesAreTheMost() throws {
    var laboratory = Laboratory(try .small())
    var order = TrainingOrder()
    order.goal = .reach(2)
    _ = finish(&laboratory, order)
    for number in 1...9 {
      order.edits += [.show(0), .change(.rate(Float(number)), at: 1)]
      _ = finish(&laboratory, order)
    }
    #expect(laboratory.exhibit().branches.count == LearnBranch.most)
  }

  @Test func restartBeginsFromAnotherSeed() throws {
    var laboratory = Laboratory(try .small())
    var order = TrainingOrder()
    order.goal = .reach(4)
    let old = finish(&laboratory, order)
    order.edits.append(.restart(seed: 5))
    order.goal = .reach(4)
    let new = finish(&laboratory, order)
    #expect(new.branches.count == 1 && new.trainer.seed == 5 && new.step == 4)
    #expect(new.trainer.parameters != old.trainer.parameters)
  }

  @Test func drawnSampleGoesThroughTheNetwork() throws {
    var laboratory = Laboratory(try .small())
    var order = TrainingOrder()
    var ink = Ink(rows: 28, columns: 28)
    ink.draw(from: PerAxis(rows: 4, columns: 14), to: PerAxis(rows: 24, columns: 14))
    order.sample = .drawn(ink.pixels)
    let exhibit = finish(&laboratory, order)
    var pool = SerialPool(exhibit.trainer.network)
    let image = Tensor(Shape([1, 28, 28]), ink.pixels)
    #expect(exhibit.image == image && exhibit.label == nil)
    #expect(exhibit.outputs == exhibit.trainer.activations(of: image, on: &pool))
  }

  @Test func branchesAreWrittenToFoldersOfTheirOwn() throws {
    let directory = try Directory()
    let path = directory.path + "/out"
    let exhibit = try branched(at: 2, of: 7, to: 4, into: path)
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
    #expect(resumed.trainer.parameters == exhibit.trainer.parameters)
  }

  /// Trains, goes back, changes the rate, and goes on; the folder is free again afterwards.
  private func branched(
    at branching: Int, of steps: Int, to end: Int, into path: String
  ) throws -> Exhibit {
    var plan = try TrainingPlan.small()
    plan.folder = try TrainingFolder(
      path, resumes: false, images: plan.images, trainer: &plan.trainer)
    var laboratory = Laboratory(plan)
    var order = TrainingOrder()
    order.goal = .reach(steps)
    _ = finish(&laboratory, order)
    order.edits.append(.change(.rate(0.01), at: branching))
    order.goal = .reach(end)
    let exhibit = finish(&laboratory, order)
    try laboratory.end()
    return exhibit
  }

  /// What is going on in a resumed training begins where the checkpoint is.
  @Test func resumedTrainingCannotGoBackBehindItsStart() throws {
    var plan = try TrainingPlan.small()
    let (training, validation) = plan.images.load()
    var run = TrainingRun(plan.trainer, training: training, validation: validation, epochs: 4)
    var pool = SerialPool(plan.trainer.network)
    for _ in 0..<5 { _ = run.advance(on: &pool) }
    plan.trainer = run.trainer
    var laboratory = Laboratory(plan)
    var order = TrainingOrder()
    order.goal = .reach(8)
    _ = finish(&laboratory, order)
    order.goal = .reach(2)
    let exhibit = finish(&laboratory, order)
    #expect(exhibit.isSettled && exhibit.step == 5)
    #expect(exhibit.trainer.parameters == run.trainer.parameters)
  }
}
