import Glibc
import TestSupport
import Testing

@testable import ConvTUI

/// The built program as a job of a shell: in the background it waits, in the foreground it is whole.
@Suite(.enabled(if: BuiltBinary.path != nil, "the program is not built"))
struct JobControlPTYTests {
  private static let enter = "\u{1B}[?1049h"
  /// Goes on when the job is stopped.
  private static let untilStopped =
    "until read a b state rest 2>/dev/null </proc/$pid/stat && [ $state = T ]; do :; done"

  private func run(_ script: String) throws -> PTY {
    try PTY(
      script, [BuiltBinary.path!],
      environment: [
        "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
      ])
  }

  @Test func jobThatBeginsInTheBackgroundWaits() throws {
    let pty = try run(
      """
      echo ready; read line; "$0" slide & pid=$!; \(Self.untilStopped); echo waits
      read line; fg; echo "[ended $?]"; read line
      """)
    #expect(pty.read("ready\r\n"))
    let before = pty.settings
    pty.send("\n")
    #expect(pty.read("waits"))
    #expect(!pty.text.contains("\u{1B}") && pty.settings == before)
    pty.send("\n")
    #expect(pty.read("quit"))
    #expect(pty.text.contains(Self.enter))
    pty.send("q")
    #expect(pty.read("[ended 0]"))
    #expect(pty.settings == before)
  }

  @Test(arguments: [SIGTSTP, SIGSTOP])
  func jobThatIsPutToTheBackgroundWaits(number: Int32) throws {
    let pty = try run(
      """
      echo ready; read line; "$0" slide; echo stopped; read pid; bg
      \(Self.untilStopped); echo waits; read line; fg; echo "[ended $?]"; read line
      """)
    #expect(pty.read("ready\r\n"))
    let before = pty.settings
    pty.send("\n")
    #expect(pty.read("quit"))
    // A question that is under way would be answered to the shell.
    while pty.bytesArriving(within: .milliseconds(150)) > 0 {}
    let process = pty.foreground
    kill(process, number)
    #expect(pty.read("stopped"))
    let stopped = pty.output.count
    pty.send("\(process)\n")
    #expect(pty.read("waits", after: stopped))
    #expect(!pty.output[stopped...].contains(0x1B))
    if number == SIGTSTP { #expect(pty.settings == before) }
    pty.send("\n")
    #expect(pty.read("quit", after: stopped))
    pty.follow([("\u{1B}[C", "19")])
    #expect(pty.settings == before)
  }

  @Test func jobThatWaitsCanBeEnded() throws {
    let pty = try run(
      """
      echo ready; read line; "$0" slide & pid=$!; \(Self.untilStopped); echo waits
      read line; kill $pid; fg; echo "[ended $?]"; read line
      """)
    #expect(pty.read("ready\r\n"))
    let before = pty.settings
    pty.send("\n")
    #expect(pty.read("waits"))
    pty.send("\n")
    #expect(pty.read("[ended 143]"))
    #expect(!pty.text.contains(Self.enter) && pty.settings == before)
  }

  /// Such a job has the script's place in the foreground, but neither its input nor the keys that end
  /// it.
  @Test func jobOfAScriptIsRefusedTheScreen() throws {
    let pty = try run("sh -c '\"$0\" slide & wait $!; echo \"[ended $?]\"' \"$0\"")
    #expect(pty.read("[ended 1]"))
    #expect(pty.text.contains("background of a script") && !pty.text.contains("\u{1B}"))
  }

  @Test func trainingOfAScriptGoesOnWithoutAScreen() throws {
    let pty = try run(
      """
      sh -c '"$0" train --layers "flatten, linear10" --epochs 1 & wait $!; echo "[ended $?]"' "$0"
      """)
    #expect(pty.read("[ended 0]"))
    #expect(pty.text.contains("epoch 1") && !pty.text.contains("\u{1B}"))
  }
}
