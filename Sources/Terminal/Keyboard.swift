internal import CNCurses
import Glibc

/// Turns what ncurses reads into keys and mouse events.
@MainActor struct Keyboard {
  /// Reading from a window of its own keeps ncurses from refreshing the screen at every key.
  private let window: UnsafeMutablePointer<WINDOW>
  private let keys: Int32
  /// The keys that send a signal, as the terminal was set before us.
  private let signals: [wint_t: Int32]
  /// Whether a report on the terminal's settings may still come.
  private let awaitsReport: Bool

  /// - Parameters:
  ///   - keys: The descriptor that ncurses reads from.
  ///   - settings: The terminal's before us; nil where it has none.
  ///   - read: What was read from it before, and is no answer.
  ///   - awaitsReport: Whether a report on the terminal's settings may still come.
  init(keys: Int32, settings: termios?, read: [UInt8] = [], awaitsReport: Bool = false) {
    self.keys = keys
    self.awaitsReport = awaitsReport
    signals = settings.map(Keyboard.signals) ?? [:]
    window = newpad(1, 1)
    keypad(window, true)
    nodelay(window, true)
    for (code, sequences) in Self.sequences {
      // Some descriptions give these a number of their own, beyond the keys that have names.
      for sequence in sequences where key_defined(sequence) == 0 || key_defined(sequence) > KEY_MAX
      {
        define_key(sequence, code)
      }
    }
    // ncurses would leave out how a report of the mouse begins.
    keyok(KEY_MOUSE, false)
    for byte in read.prefix(Self.mostGivenBack).reversed() { ungetch(Int32(byte)) }
  }

  /// ncurses takes back a few more.
  nonisolated static let mostGivenBack = 128

  func close() { delwin(window) }

  /// What the terminal says.
  enum Arrival: Equatable {
    /// A person has done something.
    case input(Input)
    /// The terminal has drawn what came before the question.
    case answer
    /// It has drawn all that came before the fence.
    case fence

    init(_ key: Key) { self = .input(.key(key)) }
  }

  /// The next thing that has arrived, or nil if nothing that means anything has.
  func next() -> Arrival? {
    var code: wint_t = 0
    while case let status = wget_wch(window, &code), status != ERR {
      let arrival: Arrival? =
        if status == KEY_CODE_YES {
          key(code: Int32(code)).map(Arrival.init)
        } else if code == 0x1B {
          escape()
        } else if let number = signals[code] {
          send(number)
        } else {
          key(character: code).map(Arrival.init)
        }
      if let arrival { return arrival }
    }
    return nil
  }

  private static func signals(_ settings: termios) -> [wint_t: Int32] {
    guard settings.c_lflag & tcflag_t(ISIG) != 0 else { return [:] }
    return withUnsafeBytes(of: settings.c_cc) { keys in
      let pairs = [(VINTR, SIGINT), (VQUIT, SIGQUIT), (VSUSP, SIGTSTP)].map {
        (wint_t(keys[Int($0)]), $1)
      }
      // 0 stands for no key.
      return Dictionary(pairs.filter { $0.0 != 0 }) { first, _ in first }
    }
  }

  /// Sends a signal to the foreground, as the terminal does for such a key where it is set so.
  private func send(_ number: Int32) -> Arrival? {
    kill(0, number)
    return nil
  }

  /// What terminals send for a key, besides what the description of this one says.
  private static let sequences: [Int32: [String]] = [
    KEY_UP: ["\u{1B}[A", "\u{1B}OA"], KEY_DOWN: ["\u{1B}[B", "\u{1B}OB"],
    KEY_RIGHT: ["\u{1B}[C", "\u{1B}OC"], KEY_LEFT: ["\u{1B}[D", "\u{1B}OD"],
    KEY_SR: ["\u{1B}[1;2A"], KEY_SF: ["\u{1B}[1;2B"],
    KEY_SRIGHT: ["\u{1B}[1;2C"], KEY_SLEFT: ["\u{1B}[1;2D"],
    KEY_HOME: ["\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1B}[7~"],
    KEY_END: ["\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "\u{1B}[8~"],
    KEY_PPAGE: ["\u{1B}[5~"], KEY_NPAGE: ["\u{1B}[6~"], KEY_DC: ["\u{1B}[3~"],
    KEY_BTAB: ["\u{1B}[Z"], KEY_ENTER: ["\u{1B}OM"],
  ]

  private func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_SR: .shift(.up)
    case KEY_SF: .shift(.down)
    case KEY_SLEFT: .shift(.left)
    case KEY_SRIGHT: .shift(.right)
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    default: nil
    }
  }

  private func key(character code: wint_t) -> Key? {
    switch code {
    case 0x01...0x1A: return Key(control: Character(Unicode.Scalar(UInt8(0x60 + code))))
    case 0x7F: return .backspace
    default:
      guard let scalar = Unicode.Scalar(code), Character(scalar).cellWidth > 0 else { return nil }
      return .character(Character(scalar))
    }
  }

  /// Tells the Escape key from the start of a sequence that ncurses does not know, which is read to
  /// its end. Escape and a letter together are two keys, as vi has it.
  private func escape() -> Arrival? {
    var code: wint_t = 0
    let status = wget_wch(window, &code)
    if status == KEY_CODE_YES {
      ungetch(Int32(code))
    } else if status != ERR {
      switch code {
      case wint_t(UInt8(ascii: "[")): return sequence()
      case wint_t(UInt8(ascii: "O")):
        return wget_wch(window, &code) == OK ? key(sequence: "\u{1B}O", end: code) : nil
      case wint_t(UInt8(ascii: "P")) where awaitsReport:
        if skipReport() { return nil }
      default: unget_wch(wchar_t(code))
      }
    }
    return Arrival(.escape)
  }

  /// Reads what follows "Escape [": a report of the mouse, a paste, an answer, or something to be
  /// ignored.
  private func sequence() -> Arrival? {
    // A slow line may be late with the rest.
    wtimeout(window, Keyboard.patience)
    defer { nodelay(window, true) }
    var (parameters, code): ([UInt8], wint_t) = ([], 0)
    while wget_wch(window, &code) == OK, let byte = UInt8(exactly: code) {
      switch (byte, parameters) {
      case (UInt8(ascii: "<"), []):
        let text = bytes { $0.last.map { (0x40...0x7E).contains($0) } ?? false }
        return MouseReport(decimal: text)?.mouse.map { .input(.mouse($0)) }
      case (UInt8(ascii: "M"), []):
        return MouseReport(bytes { $0.count == 3 })?.mouse.map { .input(.mouse($0)) }
      case (UInt8(ascii: "n"), _): return parameters == Array("0".utf8) ? .answer : nil
      case (UInt8(ascii: "R"), _): return .fence
      case (UInt8(ascii: "~"), Array("200".utf8)): return .input(.paste(paste()))
      case (0x40...0x7E, _):
        return key(
          sequence: "\u{1B}[" + String(decoding: parameters, as: UTF8.self), end: code)
      default: parameters.append(byte)
      }
    }
    return nil
  }

  /// The key whose sequence ncurses was given piece by piece.
  private func key(sequence start: String, end: wint_t) -> Arrival? {
    guard let last = Unicode.Scalar(end) else { return nil }
    let sequence = start + String(Character(last))
    let code = Self.sequences.first { $0.value.contains(sequence) }?.key
    return code.flatMap(key(code:)).map(Arrival.init)
  }

  /// Reads a late report on the terminal's settings, "Escape P", up to its end.
  ///
  /// - Returns: Whether there was one; what is none is left where it was.
  private func skipReport() -> Bool {
    wtimeout(window, Keyboard.patience)
    defer { nodelay(window, true) }
    var (code, last): (wint_t, wint_t) = (0, 0)
    let status = wget_wch(window, &code)
    guard status == OK, code == 0x30 || code == 0x31 else {
      if status == KEY_CODE_YES { ungetch(Int32(code)) }
      if status == OK { unget_wch(wchar_t(code)) }
      unget_wch(wchar_t(UInt8(ascii: "P")))
      return false
    }
    while wget_wch(window, &code) == OK, code != 0x07 {
      if last == 0x1B, code == wint_t(UInt8(ascii: "\\")) { break }
      last = code
    }
    return true
  }

  /// The most bytes of a paste that are kept.
  private static let greatestPaste = 1 << 20
  private static let endOfPaste = Array("\u{1B}[201~".utf8)

  /// Reads what is pasted, as text, up to the mark at its end.
  private func paste() -> String {
    let end = Keyboard.endOfPaste
    var text = bytes { $0.count >= end.count && $0.suffix(end.count).elementsEqual(end) }
    if text.suffix(end.count).elementsEqual(end) { text.removeLast(end.count) }
    return String(decoding: text.prefix(Keyboard.greatestPaste), as: UTF8.self)
  }

  /// Milliseconds for which the rest of something that has begun is waited for.
  private static let patience: Int32 = 1000

  /// Reads the rest of a report, which a slow line may be late with. ncurses would decode it as text
  /// and look for keys in it.
  private func bytes(until isWhole: ([UInt8]) -> Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    var source = pollfd(fd: keys, events: Int16(POLLIN), revents: 0)
    var byte: UInt8 = 0
    while !isWhole(bytes), poll(&source, 1, Keyboard.patience) > 0, read(keys, &byte, 1) == 1 {
      bytes.append(byte)
    }
    return bytes
  }
}
