/// Decides when the terminal can take another frame, so that a slow line drops frames instead of
/// queueing them.
///
/// A question follows every frame. The terminal answers it when it has drawn all that came before, so
/// the answer tells that the far end of the line has caught up, however many buffers lie between.
/// Until then the next frame waits. A terminal that does not answer is soon no longer asked.
///
/// Source: ECMA-48, "DSR — device status report".
struct FramePacing {
  /// `ESC [ 5 n`, "are you well?"
  static let question: [UInt8] = Array("\u{1B}[5n".utf8)
  /// `ESC [ 6 n`, "where is the cursor?", which is answered otherwise.
  static let fence: [UInt8] = Array("\u{1B}[6n".utf8)

  /// Whether this kind of terminal understands the question.
  private let canAsk: Bool
  private var hasAnswered = false
  /// The longest that an answer took so far.
  private var longest = Duration.zero
  /// How many questions have had no answer in time since the last answer.
  private var missed = 0
  /// The questions under way.
  private(set) var pending = 0
  private var sent = (at: ContinuousClock.now, bytes: 0)

  /// For so long a terminal is waited for that has never answered.
  private static let patience = Duration.milliseconds(300)
  /// As many questions may stay without an answer.
  private static let mostMissed = 3
  /// For so long an answer is waited for, besides the time for the bytes before it.
  private static let slack = Duration.seconds(1)
  /// Lines are as fast as this at least, 9600 baud; a slower one queues some frames.
  private static let bytesPerSecond = 960

  init(canAsk: Bool) { self.canAsk = canAsk }

  /// Whether a question is to follow what is sent.
  var asks: Bool { canAsk && missed < FramePacing.mostMissed }

  /// Notes that a question was sent.
  ///
  /// - Parameter bytes: About how many bytes went before it.
  mutating func ask(after bytes: Int, at time: ContinuousClock.Instant) {
    sent = pending == 0 ? (time, bytes) : (sent.at, sent.bytes + bytes)
    pending += 1
  }

  /// Notes that the terminal has answered a question.
  mutating func answer(at time: ContinuousClock.Instant) {
    longest = max(longest, time - sent.at)
    pending = max(0, pending - 1)
    hasAnswered = true
    missed = 0
  }

  /// How long the next frame is to wait for an answer; nil where it can be sent now.
  func hold(at time: ContinuousClock.Instant) -> Duration? {
    guard pending > 0 else { return nil }
    let limit =
      hasAnswered
      ? FramePacing.slack + .seconds(1) * (Double(sent.bytes) / Double(FramePacing.bytesPerSecond))
      : FramePacing.patience
    let left = sent.at + limit - time
    return left > .zero ? left : nil
  }

  /// Whether some of the last frame may still be on its way to a terminal that answers.
  var isWaiting: Bool { pending > 0 && hasAnswered }

  /// For how long the last answer is waited for.
  var patienceAtEnd: Duration {
    if !asks { return .milliseconds(20) }
    return hasAnswered
      ? min(.seconds(5), FramePacing.slack + longest * 2) : FramePacing.patience * 2
  }

  /// Gives up the questions whose time is over.
  mutating func giveUp(at time: ContinuousClock.Instant) {
    guard pending > 0, hold(at: time) == nil else { return }
    pending = 0
    missed += 1
    hasAnswered = false
  }

  /// Forgets the questions under way: their answers will not come to us.
  mutating func forget() { pending = 0 }
}
