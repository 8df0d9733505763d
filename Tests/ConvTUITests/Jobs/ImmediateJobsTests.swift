import Model
import Testing

@testable import ConvTUI

struct ImmediateJobsTests {
  private func shares(_ state: State) -> [Double] {
    var (state, jobs, shares) = (state, ImmediateJobs(), [Double]())
    jobs.finish(&state) { shares.append($0) }
    return shares
  }

  @Test func trainingTellsHowFarItIsAfterEveryBatch() throws {
    var state = try TrainingDesk(try TrainingPlan.small()).state
    state.show(step: 4)
    let shares = shares(state)
    #expect(shares == shares.sorted() && shares.last == 1)
    #expect([0, 0.25, 0.5, 0.75, 1].allSatisfy(shares.contains))
  }

  /// A step over so many pixels is done in pieces.
  @Test func learningTellsHowFarItIs() throws {
    let task = try LearnScene.Task(
      image: Tensor(Shape(64, 64), repeating: 1), targetKernel: CourseExample.kernel)
    let start = Tensor.randomKernel(CourseExample.kernel.shape, seed: 2)
    var state = try State.opened(
      with: LearnScene(task, LearnScene.Settings(learningRate: 1e-5, initialWeight: start)))
    state.show(step: 1500)
    let shares = shares(state)
    #expect(shares.count > 1 && shares == shares.sorted() && shares.last == 1)
  }

  @Test func whatIsDoneTellsNothing() throws {
    #expect(shares(try State.opened(.slide)).isEmpty)
  }
}
