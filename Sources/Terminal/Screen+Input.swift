internal import CNCurses
import Glibc

extension Screen {
  /// Waits for the next thing that a person or the terminal does. Uses no processor time.
  ///
  /// After `.resize` the terminal holds nothing that can be relied on, and `size` is new: show a
  /// frame. Suspending happens in here as well and ends with `.resize`, or with `.end`.
  ///
  /// - Parameters:
  ///   - limit: How long to wait; nil to wait for ever.
  ///   - owesFrame: Whether a frame waits for the terminal; then this ends when it can be shown.
  ///   - others: Descriptors besides the terminal; this ends when one of them can be read.
  /// - Returns: Nil when there is nothing to wait for any more.
  public func nextInput(
    within limit: Duration? = nil, owesFrame: Bool = false, others: [Int32] = []
  ) -> Input? {
    let deadline = limit.map { ContinuousClock.now + $0 }
    while true {
      if let input = signalInput() ?? backgroundInput() { return input }
      if isGone, limit == nil { return .end(SIGHUP) }
      switch keyboard.next() {
      case .input(let input): return input
      case .answer:
        pacing.answer(at: .now)
        continue
      case .fence: continue
      case nil: break
      }
      var left = deadline.map { max(.zero, $0 - .now) }
      if owesFrame {
        guard let hold else { return nil }
        left = min(hold, left ?? hold)
      }
      switch wait(for: left, others) {
      case .something: continue
      case .elsewhere: return nil
      case .nothing: if !owesFrame || deadline.map({ $0 <= .now }) ?? false { return nil }
      case .hangUp:
        guard notesEndings else { hangUp() }
        // Who lets hang-ups be ignored wants what plays to go on, though nobody sees it.
        guard SignalAction.isIgnored(SIGHUP), limit != nil else { return .end(SIGHUP) }
        isGone = true
      }
    }
  }

  private func signalInput() -> Input? {
    guard let notes = signals?.notes(), !notes.isEmpty else { return nil }
    if let number = Signals.ending(in: notes) { return .end(number) }
    if notes.contains(SIGTSTP) {
      if let number = suspend() { return .end(number) }
    } else if notes.contains(SIGCONT) {
      // Something else may have had the terminal in between, or have it still.
      if let input = backgroundInput() { return input }
      reset_prog_mode()
      leave()
    }
    resize(to: terminalSize)
    return .resize(size)
  }

  /// What becomes of a program whose terminal another one has taken without stopping it, as when the
  /// script ends that began it.
  private func backgroundInput() -> Input? {
    guard let signals, !signals.isInForeground else { return nil }
    if let number = signals.waitForForeground() { return .end(number) }
    reset_prog_mode()
    leave()
    resize(to: terminalSize)
    return .resize(size)
  }

  /// Gives the terminal back until the shell brings the program to the front again.
  ///
  /// - Returns: The signal that asks for an end instead; the terminal is not ours then.
  private func suspend() -> Int32? {
    guard let signals else { return nil }
    leave()
    signals.letGo()
    signals.stop()
    if let number = Signals.ending(in: signals.notes()) ?? signals.waitForForeground() {
      return number
    }
    signals.hold()
    return nil
  }

  private func hangUp() -> Never {
    signals?.end(with: SIGHUP)
    exit(128 + SIGHUP)
  }

  private enum Arrival { case something, elsewhere, nothing, hangUp }

  private func wait(for limit: Duration?, _ others: [Int32]) -> Arrival {
    // One that is negative is left out.
    var sources = [pollfd(fd: isGone ? -1 : keys, events: Int16(POLLIN), revents: 0)]
    if let signals { sources.append(pollfd(fd: signals.wakeup, events: Int16(POLLIN), revents: 0)) }
    let own = sources.count
    sources += others.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = poll(&sources, nfds_t(sources.count), limit?.wholeMilliseconds ?? -1)
    if count < 0 { return errno == EINTR ? .something : .hangUp }
    if count == 0 { return .nothing }
    // What somebody else has read is no end.
    if !(signals?.isInForeground ?? true) { return .something }
    if sources[..<own].allSatisfy({ $0.revents == 0 }) { return .elsewhere }
    let reported = Int32(sources[0].revents)
    if reported & (POLLHUP | POLLERR | POLLNVAL) != 0 { return .hangUp }
    var waiting: Int32 = 1
    if reported & POLLIN != 0, cn_FIONREAD(keys, &waiting) != 0 || waiting == 0 { return .hangUp }
    return .something
  }
}

extension Duration {
  /// This duration for `poll`, rounded up so that nobody comes too early and has to wait again.
  var wholeMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: milliseconds)
  }
}
