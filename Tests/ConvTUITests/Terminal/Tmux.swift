import Foundation

/// A tmux server of its own with one window, as a person would look at it.
final class Tmux {
  /// Where tmux is, or nil where it is not installed.
  static let path = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private let name = "convtui-test-\(UUID().uuidString)"

  /// - Parameter environment: What is added to the usual one.
  init(
    _ command: [String], width: Int, height: Int, environment added: [String: String] = [:]
  ) throws {
    let environment = ["COLORTERM": "truecolor", "NO_COLOR": "", "LC_ALL": "C.UTF-8"]
      .merging(added) { $1 }
    try run(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)"]
        + environment.flatMap { ["-e", "\($0.key)=\($0.value)"] } + command)
  }

  deinit { _ = try? run(["kill-server"]) }

  /// Presses keys by tmux's names for them.
  func send(_ keys: String...) throws { try run(["send-keys"] + keys) }

  /// Types a text, letter by letter.
  func type(_ text: String) throws { try run(["send-keys", "-l", text]) }

  func resize(width: Int, height: Int) throws {
    try run(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  /// The text that stands on the screen, with or without the sequences that colour it.
  func screen(withColours: Bool = false) throws -> String {
    try run(["capture-pane", "-p"] + (withColours ? ["-e"] : []))
  }

  /// Looks until a text stands on the screen, or on one line of it, for at most 60 seconds.
  func shows(_ text: String, onLine line: Int? = nil, withColours: Bool = false) throws -> Bool {
    try shows(withColours: withColours) { screen in
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      let seen = line.map { lines.dropFirst($0).prefix(1) } ?? lines[...]
      return seen.contains { $0.contains(text) }
    }
  }

  /// Looks until the whole screen is as wanted, for at most 60 seconds.
  func shows(withColours: Bool = false, until isWanted: (String) -> Bool) throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      if isWanted(try screen(withColours: withColours)) { return true }
    }
    return false
  }

  /// Waits until the program, and with it the server, has ended, for at most 60 seconds.
  func ends() -> Bool {
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      if (try? run(["list-sessions"])) == nil { return true }
    }
    return false
  }

  struct Failure: Error {
    let message: String
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    // The shell's "$@" begins with the program; tmux gets what follows.
    let result = try Program.shell(
      "shift; exec '\(Tmux.path!)' -u -L \(name) \"$@\"", arguments, deadline: .seconds(60))
    guard result.status == 0 else { throw Failure(message: result.sentence) }
    return result.text
  }
}
