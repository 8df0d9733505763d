import Glibc

/// A moment, as a clock on the wall has it.
struct NotesClock: Hashable, Sendable {
  /// Since some moment in the past.
  let seconds: Int
  let hour, minute: Int

  init(seconds: Int, hour: Int, minute: Int) {
    (self.seconds, self.hour, self.minute) = (seconds, hour, minute)
  }

  static var now: NotesClock {
    var (now, local) = (time(nil), tm())
    localtime_r(&now, &local)
    var running = timespec()
    // The clock on the wall may be put right in between.
    clock_gettime(CLOCK_MONOTONIC, &running)
    return NotesClock(
      seconds: running.tv_sec, hour: Int(local.tm_hour), minute: Int(local.tm_min))
  }

  var text: String { "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)" }
}
