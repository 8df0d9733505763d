import Glibc

/// Asks a terminal whether it shows 24-bit colour, where nothing else tells: over SSH only its name
/// arrives.
///
/// A colour is set, and the terminal is asked which one that is (DECRQSS). Many do not know this
/// question; so another one follows that every terminal answers (DA1), and ends the waiting.
///
/// Source: DEC STD 070, "DECRQSS" and "DA1"; github.com/termstandard/colors, "Querying the terminal".
struct ColorQuestion: Hashable {
  /// Whether the terminal has said that it shows the colour.
  private(set) var isDirect = false
  /// What came meanwhile and is no answer.
  private(set) var rest: [UInt8] = []
  /// Whether an answer may still come.
  private(set) var awaitsReport = false

  static let bytes = Array("\u{1B}[48:2:1:2:3m\u{1B}P$qm\u{1B}\\\u{1B}[0m\u{1B}[c".utf8)
  /// As many bytes are read at a time.
  private static let mostAtOnce = 64
  /// For so long an answer is waited for.
  static let patience = Duration.milliseconds(100)

  /// Finds out what is open; nil where that is nothing, or nobody can be asked.
  init?(
    _ capability: ColorCapability, _ description: TerminalDescription, keys: Int32, output: Int32
  ) {
    if capability.isInTmux {
      isDirect = TmuxClient.showsDirectColor(capability.environment)
    } else if capability.canAsk, description.answers, !description.reportsOnSequence.isEmpty,
      isatty(keys) == 1, isatty(output) == 1
    {
      ask(keys, output)
    } else {
      return nil
    }
  }

  /// Reads what has arrived.
  init(arrived: [UInt8]) {
    let reports = TerminalReports(arrived)
    isDirect = reports.settings.contains(where: TerminalReports.isTheColor)
    awaitsReport = !reports.hasAttributes
    rest = reports.rest
  }

  private mutating func ask(_ keys: Int32, _ output: Int32) {
    var found = termios()
    guard tcgetattr(keys, &found) == 0 else { return }
    var asking = found
    asking.c_lflag &= ~tcflag_t(ICANON | ECHO)
    withUnsafeMutableBytes(of: &asking.c_cc) { ($0[Int(VMIN)], $0[Int(VTIME)]) = (1, 0) }
    guard tcsetattr(keys, TCSANOW, &asking) == 0 else { return }
    defer { tcsetattr(keys, TCSANOW, &found) }
    let end = ContinuousClock.now + ColorQuestion.patience
    guard write(output, ColorQuestion.bytes, ColorQuestion.bytes.count) > 0 else { return }
    var arrived: [UInt8] = []
    repeat {
      self = ColorQuestion(arrived: arrived)
    } while awaitsReport && rest.count + ColorQuestion.mostAtOnce <= Keyboard.mostGivenBack
      && ColorQuestion.read(keys, into: &arrived, until: end)
  }

  /// Waits for more.
  ///
  /// - Returns: Whether there was some in time.
  private static func read(
    _ keys: Int32, into bytes: inout [UInt8], until end: ContinuousClock.Instant
  ) -> Bool {
    let left = end - .now
    guard left > .zero else { return false }
    var source = pollfd(fd: keys, events: Int16(POLLIN), revents: 0)
    let count = poll(&source, 1, left.wholeMilliseconds)
    // A signal is handled by whoever reads next.
    guard count > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: mostAtOnce)
    let length = Glibc.read(keys, &buffer, buffer.count)
    guard length > 0 else { return false }
    bytes += buffer[..<length]
    return true
  }
}
