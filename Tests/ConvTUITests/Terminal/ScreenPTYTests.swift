import Glibc
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// The built program in a real terminal: what it takes, it gives back.
@Suite(.enabled(if: BuiltBinary.path != nil, "the program is not built")) struct ScreenPTYTests {
  private static let enter = "\u{1B}[?1049h"
  private static let leave = "\u{1B}[?1049l"
  private static let showCursor = "\u{1B}[?25h"
  private static let mouseOn = "\u{1B}[?1000;1002;1006h"
  private static let mouseOff = "\u{1B}[?1000;1002;1006l"

  /// Two ways to draw: our own description of a terminal, and an installed one.
  private static let terminals = [
    ["COLORTERM": "truecolor"], ["TERM": "xterm-256color"], ["TERM": "xterm", "NO_COLOR": "1"],
  ]

  private func environment(_ more: [String: String] = [:]) -> [String: String] {
    // The backtracer would wait for a key after a crash.
    let basis = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    return basis.merging(more) { $1 }
  }

  /// The program with its first frame shown, in a shell that says how it ended and waits, also
  /// after an interrupt.
  private func start(_ more: [String: String] = [:]) throws -> (PTY, before: [UInt8]) {
    let pty = try PTY(
      "trap : INT; echo ready; read line; \"$0\" slide; echo \"[ended $?]\"; read line",
      [BuiltBinary.path!], environment: environment(more))
    #expect(pty.read("ready\r\n"))
    let before = pty.settings
    pty.send("\r")
    #expect(pty.read(Self.enter))
    settle(pty)
    return (pty, before)
  }

  /// Reads until the program has said all that it has to say for now.
  private func settle(_ pty: PTY) {
    while pty.bytesArriving(within: .milliseconds(150)) > 0 {}
  }

  private func expectGivenBack(_ pty: PTY, status: Int32, before: [UInt8]) {
    #expect(pty.read("[ended \(status)]"))
    #expect(pty.text.contains(Self.leave))
    #expect(pty.text.contains(Self.showCursor))
    #expect(pty.text.contains(Self.mouseOff))
    #expect(pty.settings == before)
  }

  @Test(arguments: terminals)
  func quittingGivesTheTerminalBack(environment: [String: String]) throws {
    let (pty, before) = try start(environment)
    #expect(pty.settings != before)
    pty.send("q")
    expectGivenBack(pty, status: 0, before: before)
  }

  @Test(arguments: [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGTRAP, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGUSR1,
    SIGUSR2, SIGALRM, SIGXCPU, SIGSYS, SIGIO, SIGPWR, SIGPROF, SIGVTALRM, SIGSTKFLT,
  ])
  func deadlySignalGivesTheTerminalBack(number: Int32) throws {
    let (pty, before) = try start(["COLORTERM": "truecolor"])
    kill(pty.foreground, number)
    expectGivenBack(pty, status: 128 + number, before: before)
  }

  @Test func quitKeyEndsIt() throws {
    let (pty, before) = try start()
    pty.send("\u{1C}")
    expectGivenBack(pty, status: 131, before: before)
  }

  @Test func interruptKeyEndsIt() throws {
    let (pty, before) = try start()
    pty.send("\u{3}")
    expectGivenBack(pty, status: 130, before: before)
  }

  @Test(arguments: terminals)
  func suspendingAndGoingOn(environment: [String: String]) throws {
    let pty = try PTY(
      "echo ready; read line; \"$0\" slide; echo stopped; read line; fg; echo \"[ended $?]\"; read l",
      [BuiltBinary.path!], environment: self.environment(environment))
    #expect(pty.read("ready\r\n"))
    let before = pty.settings
    pty.send("\r")
    #expect(pty.read(Self.enter))
    settle(pty)
    let drawn = pty.output.count
    pty.send("\u{1A}")
    #expect(pty.read("stopped\r\n"))
    #expect(pty.text.contains(Self.leave))
    #expect(pty.settings == before)
    pty.resize(to: Size(width: 90, height: 30))
    #expect(pty.text.contains(Self.mouseOff))
    let stopped = pty.output.count
    pty.send("\r")
    #expect(pty.read(Self.enter, after: stopped))
    #expect(pty.read(Self.mouseOn, after: stopped))
    settle(pty)
    // Everything is drawn again, as at the start.
    #expect(pty.output.count - stopped > drawn / 2)
    #expect(pty.settings != before)
    pty.send("q")
    expectGivenBack(pty, status: 0, before: before)
  }

  @Test func resizingDrawsAnew() throws {
    let (pty, before) = try start()
    let drawn = pty.output.count
    pty.resize(to: Size(width: 100, height: 40))
    #expect(pty.read { _ in pty.output.count > drawn })
    settle(pty)
    pty.send("q")
    expectGivenBack(pty, status: 0, before: before)
  }

  @Test func idleScreenIsSilent() throws {
    let (pty, _) = try start(["COLORTERM": "truecolor"])
    #expect(pty.bytesArriving(within: .milliseconds(300)) == 0)
  }

  @Test func keysMayComeFromTheTerminalWhileInputIsAPipe() throws {
    let pty = try PTY(
      "echo ready; read line; \"$0\" slide </dev/null; echo \"[ended $?]\"; read line",
      [BuiltBinary.path!], environment: environment())
    #expect(pty.read("ready\r\n"))
    pty.send("\r")
    #expect(pty.read(Self.enter))
    settle(pty)
    pty.send("q")
    #expect(pty.read("[ended 0]"))
  }

  @Test func goneTerminalEndsIt() throws {
    let pty = try PTY(
      "trap '' HUP; \"$0\" slide", [BuiltBinary.path!],
      environment: environment())
    #expect(pty.read(Self.enter))
    pty.hangUp()
    #expect(pty.waitsForEnd())
  }

  @Test func missingDescriptionIsToldOnLeaving() throws {
    let pty = try PTY(
      "\"$0\" slide; echo \"[ended $?]\"", [BuiltBinary.path!],
      environment: environment(["TERM": "xterm-nobody-knows"]))
    #expect(pty.read(Self.enter))
    settle(pty)
    #expect(!pty.text.contains("nobody"))
    pty.send("q")
    #expect(pty.read("[ended 0]"))
    #expect(pty.text.contains("“xterm-nobody-knows”"))
  }

  @Test func terminalWithoutACursorIsSaidInASentence() throws {
    let pty = try PTY(
      "\"$0\" slide >/dev/tty; echo \"[ended $?]\"", [BuiltBinary.path!],
      environment: environment(["TERM": "dumb"]))
    #expect(pty.read("[ended 1]"))
    #expect(pty.text.contains("dumb"))
    #expect(!pty.text.contains("\u{1B}"))
  }

  /// The alternate screen is on from the first bytes, while the program is still being set up.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func signalWhileTheScreenIsEnteredGivesItBack(number: Int32) throws {
    for _ in 0..<8 {
      let pty = try PTY(
        "trap : INT; echo ready; read line; \"$0\" slide; echo \"[ended $?]\"; read line",
        [BuiltBinary.path!], environment: environment(["COLORTERM": "truecolor"]))
      #expect(pty.read("ready\r\n"))
      let before = pty.settings
      let start = pty.output.count
      pty.send("\r")
      #expect(pty.read("\u{1B}", after: start))
      kill(pty.foreground, number)
      #expect(pty.read("[ended \(128 + number)]"))
      let text = pty.text
      let (entered, left) = (text.ranges(of: Self.enter).last, text.ranges(of: Self.leave).last)
      #expect(entered == nil || left != nil && left!.lowerBound > entered!.lowerBound)
      #expect(pty.settings == before)
    }
  }

  @Test func pasteIsAnAnswerAndNoKeys() throws {
    let (pty, before) = try start()
    pty.send("\u{1B}[200~q\u{3}\u{1A}\u{1C}\u{1B}[201~")
    #expect(pty.read("You can paste text"))
    pty.follow([
      ("k\u{1B}[200~sobel\n\u{1B}[201~\u{7F}", "sobe"), ("l-x\r", "l-x"), ("\u{1B}[C", "−8"),
    ])
    #expect(pty.settings == before)
  }

  @Test func controlKeysEditAnAnswer() throws {
    let (pty, _) = try start()
    pty.follow([
      ("kxyz\u{15}ob\u{1}s\u{5}el-\t", "sobel-"), ("\u{17}box\r", "box"), ("\u{1B}[C", "0.1111"),
    ])
  }

  @Test func reportsThatWaitAtTheEndDoNotReachTheShell() throws {
    let (pty, before) = try start()
    let report = "\u{1B}[<32;7;3M"
    let start = pty.output.count
    pty.send(report + report + "q" + report + report)
    expectGivenBack(pty, status: 0, before: before)
    #expect(!String(decoding: pty.output[start...], as: UTF8.self).contains("32;7;3M"))
  }

  @Test func outputThatIsNoTerminalIsAnError() throws {
    let pty = try PTY(
      "\"$0\" slide >/dev/null; echo \"[ended $?]\"", [BuiltBinary.path!],
      environment: environment())
    #expect(pty.read("[ended 1]"))
  }
}
