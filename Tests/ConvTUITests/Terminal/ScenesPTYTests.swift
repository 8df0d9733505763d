import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// The built program in a real terminal, driven through every scene.
@Suite(.enabled(if: BuiltBinary.path != nil, "the program is not built")) struct ScenesPTYTests {
  /// The program in a terminal of 110×34 characters, by a line of the shell.
  private func opened(_ line: String, _ arguments: String...) throws -> PTY {
    try PTY(
      line + "; echo \"[ended $?]\"", [BuiltBinary.path!] + arguments,
      environment: [
        "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
      ], size: Size(width: 110, height: 34))
  }

  @Test func everySceneAnswersToItsKeys() throws {
    let pty = try opened("\"$0\"")
    #expect(pty.read("dilation"))
    // Something that is sent after the keys, anywhere on the screen.
    let course: [(keys: String, answer: String)] = [
      (".", "1"), ("\u{1B}[C", "19"), ("k", "rows"), ("\u{1B}", "space"),
      ("2", "not 0?"),
      ("3", "Which kernel"), ("\u{1B}[F", "0.140"), ("/learning rate\r\r0.05\r", "0.05"),
      ("4", "convolution"), ("\u{1B}[F", "29"),
      ("5", "sees"), ("?", "receptive"), (" 1", "Kernel"),
    ]
    pty.follow(course)
  }

  @Test func ownPictureIsLookedAtAndTakenApart() throws {
    let directory = try Directory()
    try directory.file("picture.csv", SampleImage.csv(rows: 300, columns: 400))
    let pty = try opened("cd \"$1\"; \"$0\" maps picture.csv", directory.path)
    #expect(pty.read("gaussian"))
    let course: [(keys: String, answer: String)] = [
      ("\u{1B}[C", "[1 0 −1; 2 0 −2; 1 0 −1]"), ("ksobel-y,box\r", "box"),
      ("\tzzzzzzzz", "Y[150,200]"), ("\r", "Esc leads back"), ("\u{1B}", "X[150,200]"),
      ("/all in sight\r", "a spot"),
    ]
    pty.follow(course)
  }

  @Test func figureIsWrittenOnceAndSaidSo() throws {
    let directory = try Directory()
    let pty = try PTY(
      "cd \"$1\"; \"$0\"; echo \"[ended $?]\"", [BuiltBinary.path!, directory.path],
      environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"],
      size: Size(width: 80, height: 24))
    #expect(pty.read("dilation"))
    pty.send("fa.svg\r")
    #expect(pty.read("wrote a.svg"))
    var start = pty.output.count
    pty.send("fa.svg\r")
    #expect(pty.read("already", after: start))
    start = pty.output.count
    pty.send("Fs.json\r")
    #expect(pty.read("wrote s.json", after: start))
    pty.send("q")
    #expect(pty.read("[ended 0]"))
    #expect(try directory.names == ["a.svg", "s.json"])
    #expect(try directory.text("a.svg").hasPrefix("<svg"))
  }
}
