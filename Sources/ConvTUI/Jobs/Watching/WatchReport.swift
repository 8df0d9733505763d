import Formats

/// What follows from all that was read of some trainings.
struct WatchFindings: Sendable {
  let runs: [Run]
  /// All steps at which something that counts was logged in one of them, ascending.
  let moments: StepRuns
  var alarms: [Alarm]
  /// How many tensors there are whose updates are not looked after.
  var uncheckedTensors = 0
  /// How many updates of tensors are still to be compared.
  var checksLeft = 0

  init(_ tree: RunTree) {
    runs = tree.runs
    moments = runs.reduce(StepRuns()) { $0.merged(with: $1.steps) }
    alarms = runs.flatMap { $0.alarms }
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
  var moments: StepRuns { findings.moments }

  static func == (left: WatchReport, right: WatchReport) -> Bool {
    (left.look, left.isSettled, left.tree.revision, left.now)
      == (right.look, right.isSettled, right.tree.revision, right.now)
      && left.values.keys == right.values.keys && left.norms.keys == right.norms.keys
  }
}
