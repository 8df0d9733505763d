import Glibc
import TestSupport
import Testing

@testable import Drawing
@testable import Terminal

/// A terminal whose name does not tell its colours is asked for them.
@Suite(.serialized) @MainActor struct ColorQuestionTests {
  private static let attributes = "\u{1B}[?64;1;2;22c"

  private func report(_ settings: String) -> String { "\u{1B}P1$r\(settings)\u{1B}\\" }

  private func events(_ sitting: Sitting, count: Int) -> [Input] {
    (0..<count).compactMap { _ in sitting.screen.nextInput(within: .seconds(5)) }
  }

  @Test(arguments: ["48:2::1:2:3m", "0;48;2;1;2;3m"])
  func colorThatIsReportedIsShown(settings: String) throws {
    let sitting = try Sitting(depth: nil, typed: report(settings) + Self.attributes)
    #expect(sitting.screen.depth == .direct)
    #expect(sitting.seen().contains("\u{1B}[48:2:1:2:3m\u{1B}P$qm\u{1B}\\\u{1B}[0m\u{1B}[c"))
    sitting.type("x")
    #expect(events(sitting, count: 1) == [.key("x")])
    sitting.close()
  }

  @Test(arguments: ["", "\u{1B}P0$r\u{1B}\\", "\u{1B}P1$r48;5;16m\u{1B}\\"])
  func anotherAnswerIsNoPromise(report: String) throws {
    let sitting = try Sitting(depth: nil, typed: report + Self.attributes)
    #expect(sitting.screen.depth == .palette)
    sitting.type("x")
    #expect(events(sitting, count: 1) == [.key("x")])
    sitting.close()
  }

  @Test func keysThatAreTypedMeanwhileAreKept() throws {
    let typed = "a\u{1B}[A" + report("48:2::1:2:3m") + "é\u{1B}OD\u{1B}[3~\u{1}" + Self.attributes
    let sitting = try Sitting(depth: nil, typed: typed + "中")
    #expect(sitting.screen.depth == .direct)
    let keys: [Key] = [
      "a", .up, .character("é"), .left, .delete, .control("a"), .character("中"),
    ]
    #expect(events(sitting, count: keys.count) == keys.map { .key($0) })
    sitting.close()
  }

  @Test func keysForATerminalThatNeverAnswersAreKept() throws {
    let sitting = try Sitting(depth: nil, typed: "q\u{1B}[Bé")
    #expect(sitting.screen.depth == .palette)
    #expect(events(sitting, count: 3) == [.key("q"), .key(.down), .key(.character("é"))])
    sitting.close()
  }

  @Test func moreKeysThanCanBeGivenBackAreKept() throws {
    let text = String(repeating: "abcdefghij", count: 40)
    let sitting = try Sitting(depth: nil, typed: text)
    #expect(events(sitting, count: 400) == text.map { .key(.character($0)) })
    sitting.close()
  }

  @Test func lateAnswersAreNoKeys() throws {
    let answer = report("48:2::1:2:3m") + Self.attributes
    for cut in [0, 1, 3, 9, answer.count - 3] {
      let sitting = try Sitting(depth: nil, typed: "a" + answer.prefix(cut))
      #expect(sitting.screen.depth == (cut < answer.count - 20 ? .palette : .direct))
      sitting.type(answer.dropFirst(cut) + "x")
      #expect(events(sitting, count: 2) == [.key("a"), .key("x")], "after \(cut)")
      sitting.close()
    }
  }

  @Test func escapeAndPAreKeysBeforeALateAnswer() throws {
    let sitting = try Sitting(depth: nil)
    sitting.type("\u{1B}Px" + report("0m") + Self.attributes + "y")
    #expect(events(sitting, count: 4) == [.key(.escape), .key("P"), .key("x"), .key("y")])
    sitting.close()
  }

  @Test func settingsOfTheTerminalComeBack() throws {
    let sitting = try Sitting(depth: nil, typed: Self.attributes)
    var settings = termios()
    sitting.screen.leave()
    tcgetattr(sitting.person, &settings)
    #expect(settings.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO))
    sitting.close()
  }

  @Test(arguments: [
    ["COLORTERM": "truecolor"], ["NO_COLOR": "1"], ["TERM": "xterm-kitty"], ["TERM": "linux"],
    ["TERM": "screen-256color"], ["TERM": "vt100"],
  ])
  func whatIsKnownIsNotAsked(environment: [String: String]) throws {
    let sitting = try Sitting(depth: nil, environment: environment)
    #expect(!sitting.seen().contains("\u{1B}P"))
    sitting.close()
  }

  @Test(arguments: [ColorDepth.direct, .none])
  func whatIsWishedIsNotAsked(depth: ColorDepth) throws {
    let sitting = try Sitting(depth: depth)
    #expect(sitting.screen.depth == depth && !sitting.seen().contains("\u{1B}P"))
    sitting.close()
  }

  @Test func tmuxIsNotAskedThroughTheTerminal() throws {
    let sitting = try Sitting("xterm-256color", depth: nil, environment: ["TMUX": "/nowhere,1,0"])
    #expect(sitting.screen.depth == .palette && !sitting.seen().contains("\u{1B}P"))
    sitting.close()
  }

  @Test func reportsAreToldFromKeys() {
    let reports = TerminalReports(
      Array("a\u{1B}P1$r0m\u{07}b\u{1B}[?1;2cd\u{1B}[?1h\u{1B}P1$r".utf8))
    for settings in ["48:2:1:2:3m", "0;48:2:1:2:3;1m", "1;48;2;1;2;3m"] {
      #expect(TerminalReports.isTheColor(Array(settings.utf8)))
    }
    for settings in ["0m", "38:2:1:2:3m", "48;5;16m", "48:2:1:2m"] {
      #expect(!TerminalReports.isTheColor(Array(settings.utf8)))
    }
    #expect(reports.settings.map { String(decoding: $0, as: UTF8.self) } == ["0m"])
    #expect(reports.hasAttributes)
    #expect(String(decoding: reports.rest, as: UTF8.self) == "abd\u{1B}[?1h\u{1B}P1$r")
  }
}
