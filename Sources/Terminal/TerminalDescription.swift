internal import CNCurses

/// What the system's collection of terminal descriptions says about the terminal, looked up before
/// anything is sent to it.
struct TerminalDescription: Hashable {
  let name: String
  /// How many colours it has; 0 for none.
  let colors: Int
  /// Whether it promises 24-bit colour.
  let hasRGB: Bool
  /// Whether it answers questions in the form of ECMA-48.
  let answers: Bool
  /// What asks it for reports of the mouse and for marks around what is pasted.
  let reportsOnSequence: [UInt8]
  /// What takes that back.
  let reportsOffSequence: [UInt8]
  /// What gives the terminal back as `endwin` would, on one of this size.
  let restoreSequence: [UInt8]
  /// The name that this description stands in for, because nothing is known under it.
  private(set) var missing: String?

  /// - Parameters:
  ///   - name: What `TERM` says; nil where it is not set.
  ///   - output: The file descriptor of the terminal.
  @MainActor init(name: String?, output: Int32) throws(TerminalError) {
    guard let name, !name.isEmpty else { throw .noTerminalName }
    var status: Int32 = 0
    guard setupterm(name, output, &status) == OK else {
      throw status == 1 ? .cannotMoveCursor(name) : .unknownTerminal(name)
    }
    defer { del_curterm(cn_cur_term()) }
    guard let move = cn_tigetstr("cup") else { throw .cannotMoveCursor(name) }
    self.name = name
    colors = max(0, Int(tigetnum("colors")))
    hasRGB =
      tigetflag("Tc") > 0 || tigetflag("RGB") > 0 || tigetnum("RGB") > 0
      || cn_tigetstr("RGB") != nil
    answers = String(cString: move).hasPrefix("\u{1B}[")
    reportsOnSequence = TerminalDescription.modes("h")
    reportsOffSequence = TerminalDescription.modes("l")
    var window = winsize()
    let height = cn_TIOCGWINSZ(output, &window) == 0 ? Int(window.ws_row) : 0
    restoreSequence = CrashRestorer.bytes(lastRow: max(0, height - 1))
  }

  /// The description of a terminal, or of one that most terminals of today understand where nothing is
  /// known of this one, as behind a login from another machine.
  @MainActor static func find(
    _ name: String?, output: Int32
  ) throws(TerminalError) -> TerminalDescription {
    do throws(TerminalError) {
      return try TerminalDescription(name: name, output: output)
    } catch .unknownTerminal(let name) {
      guard var usual = try? TerminalDescription(name: "xterm-256color", output: output) else {
        throw .unknownTerminal(name)
      }
      usual.missing = name
      return usual
    }
  }

  /// The same, standing in for what another one stands in for.
  func standing(for other: TerminalDescription) -> TerminalDescription {
    var description = self
    description.missing = other.missing
    return description
  }

  /// Presses of the mouse (1000) and, where the terminal knows them, movement with a button held
  /// (1002) and decimal numbers (1006); and marks around a paste (2004). What is taken back is
  /// movement without a button (1003) as well.
  @MainActor static func modes(_ end: String) -> [UInt8] {
    guard cn_tigetstr("kmous") != nil else { return [] }
    let movement = end == "l" ? "\u{1B}[?1003l" : ""
    return Array("\u{1B}[?1000;1002;1006\(end)\u{1B}[?2004\(end)\(movement)".utf8)
  }
}

extension TerminalDescription {
  /// Opens the terminal with this description.
  @MainActor func open(files: [UnsafeMutablePointer<FILE>]) -> OpaquePointer? {
    guard name == DirectColor.name else { return newterm(name, files[1], files[0]) }
    return DirectColor.whileDescribed { newterm(name, files[1], files[0]) }
  }
}
