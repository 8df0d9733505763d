import Terminal

/// Rings the terminal's bell once for each alarm that was not there when the files were first read.
@MainActor final class AlarmBell: Companion {
  private struct Name: Hashable {
    let run, tag, alarm: String
  }

  private var known: Set<Name>?
  private let ring: @MainActor () -> Void

  init(ring: @escaping @MainActor () -> Void = { Screen.ring() }) { self.ring = ring }

  func passOn(_ state: State) {
    for scene in state.scenes {
      guard let report = (scene as? WatchScene)?.report, report.isSettled else { continue }
      hear(report.findings.alarms)
    }
  }

  func hear(_ alarms: [Alarm]) {
    let names = Set(alarms.map { Name(run: $0.run, tag: $0.tag, alarm: $0.name) })
    if let known, !names.isSubset(of: known) { ring() }
    known = (known ?? []).union(names)
  }
}
