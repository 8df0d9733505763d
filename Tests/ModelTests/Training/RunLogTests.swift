import Testing

@testable import Model

/// A log that nothing here trained for.
struct RunLogTests {
  private func log(steps: Int) -> RunLog {
    var log = RunLog([.loss, .accuracy], capacity: 100, evaluationSpacing: 10)
    for step in 1...steps {
      log.append(at: step) { $0 == .loss ? 1 / Float(step) : .nan }
      log.appendEvaluation(at: step) { $0 == .loss ? 2 / Float(step) : 0.5 }
    }
    return log
  }

  @Test func keepsWhatThereIs() {
    let log = log(steps: 50)
    #expect(log.series.steps == Array(1...50) && log.series[.loss][3] == 0.25)
    #expect(log.series[.accuracy].allSatisfy(\.isNaN) && log.series[.learningRate].isEmpty)
    #expect(log.evaluations.steps == [10, 20, 30, 40, 50])
    #expect(log.evaluations[.accuracy] == [Float](repeating: 0.5, count: 5))
    #expect(log.series.value(of: .loss, upTo: 8) == 0.125)
    #expect(log.evaluations.value(of: .loss, upTo: 29) == 0.1)
    #expect(log.evaluations.value(of: .loss, upTo: 9) == nil)
    #expect(log.series.value(of: .weight(0), upTo: 9) == nil)
  }

  @Test func whatFollowsAMarkIsGivenUp() {
    var log = log(steps: 50)
    log.mark(30, nil)
    #expect(log.series.steps == Array(1...30) && log.series[.loss][29] == 1 / Float(30))
    #expect(log.evaluations.steps == [10, 20, 30] && log.marks == [30])
    log.mark(30) { $0 == .loss ? 7 : 0 }
    #expect(log.series.steps == Array(1...30) && log.series[.loss][29] == 7)
    log.append(at: 31) { _ in 8 }
    log.mark(31, nil)
    #expect(log.marks == [30, 31])
    log.mark(12, nil)
    #expect(log.marks == [12] && log.series.steps.last == 12)
  }

  @Test func rowsAreThinnedTogether() {
    let log = log(steps: 5000)
    let steps = log.series.steps
    #expect((50...100).contains(steps.count))
    #expect(log.series[.loss] == steps.map { 1 / Float($0) })
    #expect(log.series[.accuracy].count == steps.count)
    #expect(log.evaluations[.loss] == log.evaluations.steps.map { 2 / Float($0) })
  }
}
