import Testing

@testable import ConvTUI

struct RehearsalTests {
  private func shares(_ state: State) -> [Double] {
    var (state, rehearsal, shares) = (state, Rehearsal(), [Double]())
    rehearsal.finish(&state) { shares.append($0) }
    return shares
  }

  @Test func trainingTellsHowFarItIsAfterEveryBatch() throws {
    var state = try TrainingDesk(try TrainingPlan.small()).state
    state.show(step: 4)
    let shares = shares(state)
    #expect(shares == shares.sorted() && shares.last == 1)
    #expect([0, 0.25, 0.5, 0.75, 1].allSatisfy(shares.contains))
  }

  @Test func learningTellsHowFarItIs() throws {
    var state = try State.opened(.learn)
    // More products than are computed between two keys.
    state.show(step: 400_000)
    let shares = shares(state)
    #expect(shares.count > 1 && shares == shares.sorted() && shares.last == 1)
  }

  @Test func whatIsDoneTellsNothing() throws {
    #expect(shares(try State.opened(.slide)).isEmpty)
  }
}
