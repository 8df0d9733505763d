import Glibc
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// The built program, with a program beside it that it watches.
@Suite(.enabled(if: BuiltBinary.path != nil, "the program is not built"))
struct WatchPTYTests {
  private let environment = [
    "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "COLORTERM": "truecolor",
    "LC_ALL": "C.UTF-8",
  ]

  private func start(_ script: String, _ options: [String] = []) throws -> PTY {
    try PTY(
      "trap : INT; \"$0\" \"$@\"; echo \"[ended $?]\"; read line",
      [BuiltBinary.path!, "watch"] + options + ["--", "sh", "-c", script],
      environment: environment, size: Size(width: 110, height: 34))
  }

  @Test func itsNumbersAreShownAndItsStatusIsPassedOn() throws {
    let pty = try start("echo 'step: 1 loss: 0.5'; echo 'step: 2 loss: 0.25'; exit 3")
    #expect(pty.read("loss"))
    pty.send("q")
    #expect(pty.read("[ended 3]"))
  }

  @Test func quittingLetsItGoOnInTheTerminal() throws {
    let pty = try start("echo 'step: 1 loss: 0.5'; until [ -e gone ]; do sleep 0.1; done")
    #expect(pty.read("loss"))
    pty.send("q")
    #expect(pty.read("goes on"))
    #expect(pty.text.contains("\u{1B}[?1049l"))
    pty.send("\u{3}")
    #expect(pty.read("[ended 130]"))
  }

  @Test func aRequestToEndEndsItToo() throws {
    let pty = try start(
      "trap 'echo bye; exit 5' TERM; echo 'step: 1 loss: 0.5'; while :; do sleep 0.1; done")
    #expect(pty.read("loss"))
    kill(pty.foreground, SIGTERM)
    #expect(pty.read("[ended 5]"))
  }

  @Test func withoutAScreenItIsReadToItsEnd() throws {
    let pty = try start("echo 'step: 1 loss: 0.5'; exit 4", ["--list"])
    #expect(pty.read("[ended 4]") && pty.text.contains("loss"))
  }
}
