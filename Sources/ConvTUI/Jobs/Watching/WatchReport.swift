import Formats

/// What follows from all that was read of some trainings.
struct WatchFindings: Sendable {
  let runs: [Run]
  /// All steps at which something that counts was logged in one of them, ascending.
  let moments: [Int64]
  let alarms: [Alarm]

  init(_ tree: RunTree) {
    runs = tree.runs
    moments = runs.reduce(into: [Int64]()) { all, run in
      let steps = run.steps
      if steps != all { all = Run.merged(all, steps) }
    }
    alarms = runs.flatMap { run in run.tags.flatMap { Alarm.alarms(of: $0, in: run.name) } }
  }
}

/// What is known of the trainings that are followed.
struct WatchReport: Equatable, Sendable {
  let tree: RunTree
  let findings: WatchFindings
  /// The look that it comes from, and whether all of it was read.
  let look: Int
  let isSettled: Bool
  /// In seconds since 1970.
  let now: Double
  /// Whether standard input has ended.
  let inputEnded: Bool
  let values: [ValueAddress: ShownValue]
  /// Nil for what could not be read.
  let norms: [NormAddress: WeightNorm?]

  var runs: [Run] { findings.runs }
  var moments: [Int64] { findings.moments }

  static func == (left: WatchReport, right: WatchReport) -> Bool {
    (left.look, left.isSettled, left.tree.revision, left.now)
      == (right.look, right.isSettled, right.tree.revision, right.now)
      && left.values.keys == right.values.keys && left.norms.keys == right.norms.keys
  }
}
