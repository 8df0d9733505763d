import Drawing
import Formats
import Model
import Testing

@testable import ConvTUI

/// A job that counts to a number: not a training, and nothing in the program knows of it.
private struct CountingJob: Job {
  private var target = 0
  private var count = 0
  private(set) var orders = 0

  mutating func take(_ order: Int) {
    target = order
    orders += 1
  }

  var isIdle: Bool { count >= target }
  var shareDone: Double { target == 0 ? 1 : Double(count) / Double(target) }
  mutating func step(isWatched: Bool) { count += 1 }
  func report() -> [Int] { [count, orders] }
  func end() throws(FileError) {
    if count == 13 { throw FileError.unwritable(path: "count", reason: "13") }
  }
}

/// A scene with that job.
private struct CountingScene: JobOwner {
  let kind = SceneKind.flip
  var timeline = Timeline(length: 100)
  func facts(_ words: Words) -> [String] { [] }
  func positionText(_ words: Words) -> String { "" }
  func about(_ words: Words) -> [String] { [] }
  func legend(_ words: Words) -> Legend { Legend(name: "", scale: ColorScale(nil)) }
  var jobOrder: Int?
  private(set) var report: [Int] = []

  var isBusy: Bool { jobOrder.map { report.first != $0 } ?? false }
  var beginJob: @Sendable () -> CountingJob { { CountingJob() } }
  mutating func receive(_ report: [Int]) { self.report = report }
  mutating func takeJob(of live: CountingScene) { report = live.report }
  mutating func perform(_ action: Action, _ words: Words) -> Response { .done }
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {}
}

struct WorkersTests {
  private func state(_ order: Int?) throws -> State {
    try State.opened(with: CountingScene(jobOrder: order))
  }

  private func report(_ state: State) -> [Int] { (state.scene as? CountingScene)?.report ?? [] }

  @Test func anyJobIsFinishedWhereNoScreenShowsIt() throws {
    var (state, jobs, shares) = (try state(4), ImmediateJobs(), [Double]())
    jobs.finish(&state) { shares.append($0) }
    #expect(report(state) == [4, 1] && shares.suffix(4) == [0.25, 0.5, 0.75, 1])
    var idle = try self.state(nil)
    jobs.finish(&idle)
    #expect(report(idle) == [])
  }

  @Test(.timeLimit(.minutes(10))) func anyJobIsDoneBesideTheScreen() async throws {
    var (state, workers) = (try state(5), Workers())
    while report(state).first != 5 {
      workers.exchange(with: &state)
      await Task.yield()
    }
    // The same order is not given again.
    for _ in 0..<100 {
      workers.exchange(with: &state)
      await Task.yield()
    }
    #expect(report(state) == [5, 1])
    #expect(await workers.end() == nil)
  }

  @Test(.timeLimit(.minutes(10))) func whatCannotBeWrittenAtTheEndIsTold() async throws {
    var (state, workers) = (try state(13), Workers())
    while report(state).first != 13 {
      workers.exchange(with: &state)
      await Task.yield()
    }
    #expect(await workers.end() == .unwritable(path: "count", reason: "13"))
  }

  @Test func aReportIsOpenedByItsOwnerAlone() throws {
    let owner = CountingScene(jobOrder: 1)
    var state = try State.opened(with: TrainScene(.small()))
    _ = state.handle(.report(JobReport(for: owner, [7, 1])))
    #expect(state.train?.snapshot == nil)
    state = try self.state(1)
    _ = state.handle(.report(JobReport(for: owner, [7, 1])))
    #expect(report(state) == [7, 1])
    #expect(JobReport(for: owner, [7]) == JobReport(for: owner, [7]))
    #expect(JobReport(for: owner, [7]) != JobReport(for: owner, [8]))
  }
}
