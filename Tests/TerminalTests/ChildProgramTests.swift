import Glibc
import Testing

@testable import Terminal

struct ChildProgramTests {
  /// All that a program prints, with its ends of lines as a terminal makes them.
  private func output(of child: ChildProgram) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(child.output, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func itHasATerminalAndNoInput() throws {
    let script = "test -t 1 && test -t 2 && ! read line && echo seen && stty size <&1; exit 7"
    let child = try ChildProgram(["sh", "-c", script], columns: 90, rows: 20)
    #expect(output(of: child) == "seen\r\n20 90\r\n")
    #expect(child.waitForEnd() == 7)
  }

  @Test func aSignalReachesItAndWhatItStarted() throws {
    let child = try ChildProgram(["sh", "-c", "echo ready; sleep 1000; echo never"])
    var buffer = [UInt8](repeating: 0, count: 64)
    #expect(read(child.output, &buffer, buffer.count) > 0)
    child.send(SIGTERM)
    #expect(child.waitForEnd() == 128 + SIGTERM)
  }

  @Test func whatCannotBeStartedIsRefused() {
    #expect(throws: ChildProgram.Failure.notStarted(ENOENT)) {
      try ChildProgram(["/nowhere/at/all"])
    }
  }
}
