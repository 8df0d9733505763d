/// Why the screen could not be opened.
public enum TerminalError: Error, Hashable {
  /// Standard output, or whatever the keys were to come from, is not a terminal.
  case notATerminal
  /// A script has started the program in its background, where it has no keys.
  case scriptsBackground
  /// `TERM` is not set.
  case noTerminalName
  /// Nothing is known about the terminal that `TERM` names.
  case unknownTerminal(String)
  /// The terminal that `TERM` names cannot move its cursor, so it can show lines but no screen.
  case cannotMoveCursor(String)
}
