import Testing

@testable import ConvTUI
@testable import Drawing

/// The harness itself, tried with programs that every system has.
@Suite struct PTYTests {
  private let environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"]

  @Test func outputAndExitStatusArrive() throws {
    let pty = try PTY("echo hello; exit 3", environment: environment)
    #expect(pty.read("hello\r\n"))
    #expect(pty.exitStatus() == 3)
  }

  @Test func argumentsAreNotTakenApart() throws {
    let pty = try PTY("\"$0\" \"$@\"", ["/bin/echo", "a  b", "$c"], environment: environment)
    #expect(pty.read("a  b $c\r\n"))
  }

  @Test func keysArrive() throws {
    let pty = try PTY("read line; echo \"<$line>\"", environment: environment)
    pty.send("some keys\r")
    #expect(pty.read("<some keys>"))
    #expect(pty.exitStatus() == 0)
  }

  @Test func sizeIsTheTerminals() throws {
    let pty = try PTY(
      "stty size; read line; stty size", environment: environment,
      size: Size(width: 70, height: 20))
    #expect(pty.read("20 70"))
    pty.resize(to: Size(width: 99, height: 33))
    pty.send("\r")
    #expect(pty.read("33 99"))
  }

  @Test func settingsAreThoseOfTheTerminal() throws {
    let pty = try PTY(
      "read a; stty -echo; echo off; read b; stty echo; echo on; read c",
      environment: environment)
    let before = pty.settings
    pty.send("\r")
    #expect(pty.read("off\r\n"))
    #expect(pty.settings != before)
    pty.send("\r")
    #expect(pty.read("on\r\n"))
    #expect(pty.settings == before)
  }

  @Test func commandIsAJobInTheForeground() throws {
    let pty = try PTY("/bin/cat; echo stopped; fg >/dev/null; echo done", environment: environment)
    pty.send("x\r")
    #expect(pty.read("x\r\nx\r\n"))
    let job = pty.foreground
    #expect(job > 0)
    pty.send("\u{1A}")
    #expect(pty.read("stopped"))
    pty.send("y\r")
    #expect(pty.read("y\r\ny\r\n"))
    #expect(pty.foreground == job)
    pty.send("\u{4}")
    #expect(pty.read("done"))
  }

  @Test func silenceIsNoticed() throws {
    let pty = try PTY("echo ready; read line", environment: environment)
    #expect(pty.read("ready\r\n"))
    #expect(pty.bytesArriving(within: .milliseconds(50)) == 0)
  }

  @Test func deadlineIsKept() throws {
    let pty = try PTY("read line", environment: environment)
    #expect(!pty.read(within: .milliseconds(50)) { $0.contains("never") })
    #expect(pty.exitStatus(within: .milliseconds(50)) == nil)
  }
}
