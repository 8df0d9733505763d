import Testing

@testable import ConvTUI

/// The built program in terminals whose colours nothing tells of.
@Suite(.enabled(if: BuiltBinary.path != nil, "the program is not built"))
struct ColorDepthPTYTests {
  private func start(
    _ options: String = "", _ more: [String: String] = [:], _ prepare: (PTY) -> Void = { _ in }
  ) throws -> PTY {
    let environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
    let pty = try PTY(
      "\"$0\" slide \(options); echo \"[ended $?]\"; read line", [BuiltBinary.path!],
      environment: environment.merging(more) { $1 })
    prepare(pty)
    #expect(pty.read("quit"))
    return pty
  }

  private func quit(_ pty: PTY) {
    pty.send("q")
    #expect(pty.read("[ended 0]"))
  }

  @Test(arguments: ["xterm-256color", "xterm"])
  func terminalThatReportsTheColorShowsIt(name: String) throws {
    let pty = try start("", ["TERM": name]) { $0.settingsReport = "\u{1B}P1$r48:2::1:2:3m\u{1B}\\" }
    #expect(pty.text.contains("48;2;"))
    quit(pty)
  }

  @Test func terminalThatTellsOnlyWhatItIsShowsThePalette() throws {
    let pty = try start()
    #expect(pty.text.contains("48;5;") && !pty.text.contains("48;2;"))
    quit(pty)
  }

  @Test func terminalThatNeverAnswersShowsThePaletteAndTakesKeys() throws {
    let pty = try start { pty in
      pty.answersQuestions = false
      #expect(pty.read("\u{1B}[c"))
      // Typed while the answer is waited for.
      pty.send("2")
      #expect(pty.read("edge-x"))
    }
    #expect(pty.text.contains("48;5;") && !pty.text.contains("48;2;"))
    quit(pty)
  }

  @Test func lateAnswerIsNoKey() throws {
    let pty = try start { $0.answersQuestions = false }
    let before = pty.output.count
    pty.send("\u{1B}P1$r48:2::1:2:3m\u{1B}\\\u{1B}[?62;22c")
    // Digits would lead to other scenes.
    pty.send("\u{1B}[C")
    #expect(pty.read("19", after: before))
    quit(pty)
  }

  @Test(arguments: [
    ("true", "48;2;", "48;5;"), ("256", "48;5;", "48;2;"), ("16", "\u{1B}[", "8;5;"),
    ("8", "\u{1B}[", "8;5;"), ("none", "\u{1B}[", "48;"),
  ])
  func depthThatIsAskedForIsShown(_ depth: String, _ seen: String, _ unseen: String) throws {
    for environment in [["COLORTERM": "truecolor"], ["TERM": "xterm"]] {
      let pty = try start("--color \(depth)", environment)
      #expect(pty.text.contains(seen) && !pty.text.contains(unseen))
      #expect(!pty.text.contains("\u{1B}P"))
      quit(pty)
    }
  }
}
