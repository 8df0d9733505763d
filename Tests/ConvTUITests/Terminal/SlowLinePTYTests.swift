import Glibc
import Testing

@testable import ConvTUI

/// The built program at the end of a slow line, whose terminal has not drawn yet what was sent.
@Suite(.enabled(if: BuiltBinary.path != nil, "the program is not built"))
struct SlowLinePTYTests {
  /// The program playing as fast as it can, all that it has sent so far drawn and answered.
  private func start() throws -> PTY {
    let pty = try PTY(
      "\"$0\" slide --padding 400; echo \"[ended $?]\"; read line", [BuiltBinary.path!],
      environment: [
        "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
      ])
    #expect(pty.read("quit"))
    pty.send("+++++ ")
    #expect(pty.read("▶"))
    return pty
  }

  private func settle(_ pty: PTY) -> Int {
    var sum = 0
    while case let count = pty.bytesArriving(within: .milliseconds(200)), count > 0 { sum += count }
    return sum
  }

  @Test func framesAreDroppedAndNotQueued() throws {
    let pty = try start()
    pty.answersQuestions = false
    _ = settle(pty)
    #expect(pty.questions == 1)
    let before = pty.output.count
    // Many steps later the next answer brings one frame, not all that were left out.
    pty.answer()
    _ = settle(pty)
    #expect(pty.questions == 1 && pty.output.count - before < 8192)
    pty.answersQuestions = true
    pty.answer()
    pty.send("q")
    #expect(pty.read("[ended 0]"))
  }

  @Test func keyIsReadWhileAFrameIsUnderWay() throws {
    let pty = try start()
    pty.answersQuestions = false
    _ = settle(pty)
    let before = pty.output.count
    pty.send("q")
    // What is left of the frame is dropped.
    #expect(pty.read("\u{18}\u{1B}[?1000;1002;1006l", after: before))
    pty.answersQuestions = true
    pty.answer()
    #expect(pty.read("[ended 0]"))
  }
}
