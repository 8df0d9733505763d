import Testing

@testable import Model

/// A log that nothing here trained for.
struct RunLogTests {
  private func log(steps: Int) -> RunLog {
    var log = RunLog(capacity: 100)
    log.begin(.loss, evaluationSpacing: 10)
    log.begin(.accuracy, evaluationSpacing: 10)
    for step in 1...steps {
      log.append(at: step) { $0 == .loss ? 1 / Float(step) : nil }
      log.appendEvaluation(at: step) { $0 == .loss ? 2 / Float(step) : 0.5 }
    }
    return log
  }

  @Test func keepsWhatThereIs() {
    let log = log(steps: 50)
    #expect(log[.loss].steps == Array(1...50) && log[.loss].values[3] == 0.25)
    #expect(log[.accuracy].count == 0 && log[.learningRate].count == 0)
    #expect(log.evaluated(.loss).steps == [10, 20, 30, 40, 50])
    #expect(log.evaluated(.accuracy).values == [Float](repeating: 0.5, count: 5))
  }

  @Test func whatFollowsAMarkIsGivenUp() {
    var log = log(steps: 50)
    log.mark(30) { _ in nil }
    #expect(log[.loss].steps == Array(1...30) && log[.loss].values[29] == 1 / Float(30))
    #expect(log.evaluated(.loss).steps == [10, 20, 30] && log.marks == [30])
    log.mark(30) { $0 == .loss ? 7 : nil }
    #expect(log[.loss].steps == Array(1...30) && log[.loss].values[29] == 7)
    log.append(at: 31) { _ in 8 }
    log.mark(31) { _ in nil }
    #expect(log.marks == [30, 31])
    log.mark(12) { _ in nil }
    #expect(log.marks == [12] && log[.loss].steps.last == 12)
  }

  @Test func curvesAreThinned() {
    let log = log(steps: 5000)
    #expect(log[.loss].count <= 100 && log.evaluated(.loss).count <= RunLog.evaluationCapacity)
  }
}
