import Model
import Testing

@testable import ConvTUI

@Suite struct TrainingSessionTests {
  /// The next exhibit of which something holds.
  private func exhibit(
    of session: TrainingSession, where holds: (Exhibit) -> Bool
  ) async -> Exhibit {
    while true {
      if let exhibit = session.takeExhibit(), holds(exhibit) { return exhibit }
      await Task.yield()
    }
  }

  @Test(.timeLimit(.minutes(1))) func ordersAreCarriedOutBesideTheScreen() async throws {
    let session = TrainingSession(try .small())
    var order = TrainingOrder()
    order.goal = .run(until: 12)
    session.send(order)
    let end = await exhibit(of: session) { $0.isSettled && $0.order == order.number }
    #expect(end.step == 12)
    order.goal = .reach(7)
    session.send(order)
    let back = await exhibit(of: session) { $0.isSettled && $0.order == order.number }
    #expect(back.step == 7 && back.branch.end == 12)
    try await session.end()
  }

  @Test(.timeLimit(.minutes(1))) func endComesAfterTheBatchThatItIsAt() async throws {
    let directory = try Directory()
    var plan = try TrainingPlan.small()
    plan.folder = try TrainingFolder(
      directory.path + "/out", resumes: false, images: plan.images,
      trainer: &plan.trainer)
    let session = TrainingSession(plan)
    var order = TrainingOrder()
    order.goal = .run(until: 1_000_000)
    session.send(order)
    let seen = await exhibit(of: session) { $0.step > 3 }
    try await session.end()
    plan.folder = nil
    var resumed = try TrainingPlan.small()
    resumed.folder = try TrainingFolder(
      directory.path + "/out", resumes: true, images: resumed.images,
      trainer: &resumed.trainer)
    #expect(resumed.trainer.step >= seen.step)
  }
}
