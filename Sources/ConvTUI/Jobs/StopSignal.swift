import Glibc
import Synchronization
import Terminal

/// Catches Ctrl-C, a request to end and a lost connection, which then no longer end the process
/// by themselves. A signal that was ignored when the program started stays ignored.
struct StopSignal {
  init() {
    heard.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] where !SignalAction.isIgnored(number) {
      signal(number) { heard.store($0, ordering: .relaxed) }
    }
  }

  /// The signal that has come, or nil.
  var number: Int32? {
    let number = heard.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}

/// Signals belong to the whole process, and so does what was heard of them.
private let heard = Atomic<Int32>(0)
