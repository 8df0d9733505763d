internal import CNCurses

/// The bytes that leave the screen as `endwin` would, known beforehand so that a signal handler need
/// only send them.
enum CrashRestorer {
  /// - Parameter lastRow: Where the cursor goes on a terminal that cannot bring back what it showed
  ///   before.
  @MainActor static func bytes(lastRow: Int) -> [UInt8] {
    var bytes = TerminalDescription.modes("l")
    for name in ["rmkx", "sgr0", "op", "cnorm"] { bytes += withoutPadding(cn_tigetstr(name)) }
    if let leave = cn_tigetstr("rmcup") {
      bytes += withoutPadding(leave)
    } else if let move = cn_tigetstr("cup") {
      bytes += withoutPadding(cn_tiparm2(move, Int32(lastRow), 0)) + [0x0D, 0x0A]
    }
    return bytes
  }

  @MainActor private static func withoutPadding(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    text.map { withoutPadding(String(cString: $0).utf8) } ?? []
  }

  /// Takes out the pauses, written `$<5>`, that a description asks for.
  static func withoutPadding(_ text: some Collection<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let first = rest.first {
      if first == UInt8(ascii: "$"), rest.dropFirst().first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[rest.index(after: end)...]
      } else {
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }
}
