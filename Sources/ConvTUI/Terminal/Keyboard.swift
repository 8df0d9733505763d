import CNCurses
import Glibc

/// Turns what ncurses reads into keys and mouse events.
@MainActor struct Keyboard {
  /// Reading from a window of its own keeps ncurses from refreshing the screen at every key.
  private let window: UnsafeMutablePointer<WINDOW>
  /// Mouse events that came together with the one returned last.
  private var waiting: [Event] = []

  init() {
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
    mousemask(Self.press | cn_BUTTON4_PRESSED() | cn_BUTTON5_PRESSED(), nil)
    mouseinterval(0)
  }

  func close() {
    mousemask(0, nil)
    delwin(window)
  }

  /// The next key that has arrived, or nil if none that means anything has.
  mutating func next() -> Event? {
    if !waiting.isEmpty { return waiting.removeFirst() }
    var code: wint_t = 0
    while case let status = wget_wch(window, &code), status != ERR {
      if status == KEY_CODE_YES && Int32(code) == KEY_MOUSE {
        waiting = mouseEvents()
        if !waiting.isEmpty { return waiting.removeFirst() }
      } else if let key = status == KEY_CODE_YES ? key(code: Int32(code)) : key(character: code) {
        return .key(key)
      }
    }
    return nil
  }

  /// What terminals send for a key, besides what the description of this one says.
  private static let sequences: [Int32: [String]] = [
    KEY_UP: ["\u{1B}[A", "\u{1B}OA"], KEY_DOWN: ["\u{1B}[B", "\u{1B}OB"],
    KEY_RIGHT: ["\u{1B}[C", "\u{1B}OC"], KEY_LEFT: ["\u{1B}[D", "\u{1B}OD"],
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
    case 0x1B: return escape()
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x08, 0x7F: return .backspace
    default:
      guard let scalar = Unicode.Scalar(code), Character(scalar).cellWidth > 0 else { return nil }
      return .character(Character(scalar))
    }
  }

  /// Tells the Escape key from the start of a sequence that ncurses does not know, which is read to
  /// its end and ignored. Escape and a letter together are two keys, as vi has it.
  private func escape() -> Key? {
    var code: wint_t = 0
    let status = wget_wch(window, &code)
    if status == KEY_CODE_YES {
      ungetch(Int32(code))
    } else if status != ERR {
      switch code {
      case wint_t(UInt8(ascii: "[")):
        while wget_wch(window, &code) == OK, !(0x40...0x7E).contains(code) {}
        return nil
      case wint_t(UInt8(ascii: "O")):
        wget_wch(window, &code)
        return nil
      default: unget_wch(wchar_t(code))
      }
    }
    return .escape
  }

  /// A press, or a press and its release where ncurses read both at once, as over a slow line.
  private static var press: mmask_t { cn_BUTTON1_PRESSED() | cn_BUTTON1_CLICKED() }

  /// The mouse events read at once, in the order in which they happened; ncurses keeps them with
  /// the newest on top.
  private func mouseEvents() -> [Event] {
    let actions: [(mmask_t, Mouse.Action)] = [
      (Self.press, .press), (cn_BUTTON4_PRESSED(), .wheelUp), (cn_BUTTON5_PRESSED(), .wheelDown),
    ]
    var events: [Event] = []
    var report = MEVENT()
    while getmouse(&report) == OK {
      guard let action = actions.first(where: { report.bstate & $0.0 != 0 })?.1 else { continue }
      let at = Point(row: Int(report.y), column: Int(report.x))
      events.append(.mouse(Mouse(action: action, at: at)))
    }
    return events.reversed()
  }
}
