internal import CNCurses
import Drawing
import Glibc

extension Screen {
  /// How long the next frame is to wait until the terminal has drawn the last one; nil where it can be
  /// shown now.
  public var hold: Duration? {
    pacing.giveUp(at: .now)
    return pacing.hold(at: .now) ?? (hasUnsentBytes ? .milliseconds(10) : nil)
  }

  /// Asks the terminal to tell when it has come so far.
  ///
  /// - Parameter bytes: About how many bytes were sent since it was asked last.
  func ask(after bytes: Int) {
    guard pacing.asks, !isGone else { return }
    send(FramePacing.question)
    pacing.ask(after: bytes, at: .now)
  }

  /// Drops the rest of a frame that is still on its way, and whatever sequence that cuts.
  func dropUnsent() {
    guard pacing.isWaiting else { return }
    tcflush(output, TCOFLUSH)
    send([0x18])
  }

  /// Takes in what the terminal still has to say, which the shell would take for keys, up to the answer
  /// to a last question. One of another kind before it tells that answer from those to earlier questions.
  func takeInAnswers() {
    guard !isGone, signals?.isInForeground ?? true else { return }
    if pacing.asks { send(FramePacing.fence) }
    ask(after: 0)
    var end = ContinuousClock.now + pacing.patienceAtEnd
    var source = pollfd(fd: keys, events: Int16(POLLIN), revents: 0)
    var (isPastFence, isDone) = (false, false)
    while !isDone, case let left = end - .now, left > .zero {
      guard poll(&source, 1, left.wholeMilliseconds) > 0, Int32(source.revents) == POLLIN else {
        break
      }
      while let arrival = keyboard.next() {
        switch arrival {
        case .fence: (isPastFence, isDone) = (true, pacing.pending == 0)
        case .answer:
          pacing.answer(at: .now)
          isDone = isDone || isPastFence
        case .input: break
        }
        // Some terminals do not tell the cursor's place.
        if pacing.pending == 0 { end = min(end, .now + Screen.moment) }
      }
    }
    pacing.forget()
    tcflush(keys, TCIFLUSH)
  }

  /// For so long more is waited for where everything may have come.
  private static let moment = Duration.milliseconds(50)

  /// Whether a local queue, such as a serial line's, still holds some of the last frame.
  private var hasUnsentBytes: Bool {
    var count: Int32 = 0
    return cn_TIOCOUTQ(output, &count) == 0 && count > 0
  }
}

extension FramePacing {
  /// About how many bytes it takes to show a frame where another is shown.
  static func bytes(of frame: Frame, over shown: Frame?) -> Int {
    let bytesPerCell = 4
    guard let shown else { return frame.size.width * frame.size.height * bytesPerCell }
    return (0..<frame.size.height).reduce(0) { sum, row in
      let (old, new) = (shown.row(row), frame.row(row))
      return old == new ? sum : sum + bytesPerCell * zip(old, new).count { $0 != $1 }
    }
  }
}
