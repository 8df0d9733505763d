import CNCurses

/// What the system's collection of terminal descriptions says about the terminal, looked up before
/// anything is sent to it.
struct TerminalDescription: Hashable {
  let name: String
  /// How many colours it has; 0 for none.
  let colors: Int
  /// Whether a colour's number is 0xRRGGBB.
  let hasRGB: Bool

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
    guard cn_tigetstr("cup") != nil else { throw .cannotMoveCursor(name) }
    self.name = name
    colors = max(0, Int(tigetnum("colors")))
    hasRGB = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || cn_tigetstr("RGB") != nil
  }
}
