import Model
import Testing

@testable import ConvTUI

@Suite struct WorkerTests {
  private func worker(_ plan: TrainingPlan) -> Worker<TrainingEngine> {
    Worker { TrainingEngine(plan) }
  }

  /// The next report of which something holds.
  private func report(
    of worker: Worker<TrainingEngine>, where holds: (TrainingSnapshot) -> Bool
  ) async -> TrainingSnapshot {
    while true {
      if let report = worker.takeReport(), holds(report) { return report }
      await Task.yield()
    }
  }

  @Test(.timeLimit(.minutes(10))) func ordersAreCarriedOutBesideTheScreen() async throws {
    let worker = try self.worker(.small())
    var order = TrainingOrder()
    order.goal = .run(until: 12)
    worker.send(order)
    let end = await report(of: worker) { $0.isSettled && $0.order == order.number }
    #expect(end.step == 12)
    order.goal = .reach(7)
    worker.send(order)
    let back = await report(of: worker) { $0.isSettled && $0.order == order.number }
    #expect(back.step == 7 && back.branch.end == 12)
    #expect(await worker.end() == nil)
  }

  @Test(.timeLimit(.minutes(10))) func endComesAfterTheBatchThatItIsAt() async throws {
    let directory = try Directory()
    var plan = try TrainingPlan.small()
    plan.folder = try TrainingFolder(
      directory.path + "/out", resumes: false, images: plan.images,
      trainer: &plan.trainer)
    let worker = self.worker(plan)
    var order = TrainingOrder()
    order.goal = .run(until: 1_000_000)
    worker.send(order)
    let seen = await report(of: worker) { $0.step > 3 }
    #expect(await worker.end() == nil)
    plan.folder = nil
    var resumed = try TrainingPlan.small()
    resumed.folder = try TrainingFolder(
      directory.path + "/out", resumes: true, images: resumed.images,
      trainer: &resumed.trainer)
    #expect(resumed.trainer.step >= seen.step)
  }
}
