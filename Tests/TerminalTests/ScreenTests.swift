import CNCurses
import Glibc
import Model
import Testing

@testable import Drawing
@testable import Terminal

/// Frames shown on a screen that nobody sees, and read back from ncurses.
@Suite(.serialized) @MainActor struct ScreenTests {
  private func open(_ depth: ColorDepth, terminal: String = "xterm-256color", locale: String = "")
    throws -> Screen
  {
    let output = Glibc.open("/dev/null", O_RDWR)
    defer { Glibc.close(output) }
    return try Screen(
      keys: Glibc.open("/dev/null", O_RDWR), output: output, depth: depth,
      environment: ["TERM": terminal, "LC_ALL": locale])
  }

  @Test(arguments: ColorDepth.allCases)
  func everyCellArrives(depth: ColorDepth) throws {
    let screen = try open(depth)
    defer { screen.close() }
    #expect(screen.depth == depth)
    var generator = SeededGenerator(seed: 7)
    for size in [
      Size(width: 80, height: 24), Size(width: 31, height: 40), Size(width: 7, height: 3),
    ] {
      screen.resize(to: size)
      for colors in [4, 500] {
        let frame = Frame.random(size, colors: colors, using: &generator)
        screen.show(frame)
        screen.expectShown(frame)
      }
    }
  }

  @Test func onlyWhatDiffersIsDrawn() throws {
    let screen = try open(.direct)
    defer { screen.close() }
    var generator = SeededGenerator(seed: 8)
    var frame = Frame.random(screen.size, colors: 9, using: &generator)
    screen.show(frame)
    for _ in 0..<50 {
      let point = Point(
        row: .random(in: 0..<frame.size.height, using: &generator),
        column: .random(in: 0..<frame.size.width - 1, using: &generator))
      frame.write("中", at: point, Style(attributes: .bold))
      if point.column > 0, frame[point.row, point.column - 1].glyph.cellWidth == 2 {
        frame[point.row, point.column - 1].glyph = "x"
      }
      if point.column + 2 < frame.size.width,
        frame[point.row, point.column + 2].glyph == Cell.continuation
      {
        frame[point.row, point.column + 2].glyph = "y"
      }
      screen.show(frame)
      screen.expectShown(frame)
    }
  }

  @Test func colorPairsNeverRunOut() throws {
    let screen = try open(.direct)
    defer { screen.close() }
    var generator = SeededGenerator(seed: 9)
    screen.resize(to: Size(width: 200, height: 100))
    for _ in 0..<4 {
      let frame = Frame.random(screen.size, colors: 4096, using: &generator)
      screen.show(frame)
      screen.expectShown(frame)
    }
  }

  @Test func frameOfAnotherSizeIsCutOff() throws {
    let screen = try open(.none)
    defer { screen.close() }
    var generator = SeededGenerator(seed: 10)
    for (width, height) in [(200, 60), (3, 2), (0, 0), (80, 1)] {
      screen.show(.random(Size(width: width, height: height), colors: 2, using: &generator))
    }
  }

  @Test func plainLocaleGetsASCII() throws {
    let screen = try open(.eight, locale: "C")
    defer { screen.close() }
    #expect(screen.encoding == .ascii)
    var frame = Frame(screen.size)
    frame.write("┏━┓ 2×3→6 中", at: Point(row: 0, column: 0), Style())
    screen.show(frame)
    #expect(screen.glyphs(row: 0).hasPrefix("#=# 2x3>6 ??"))
  }

  @Test func glyphOfAnUnexpectedWidthIsReplaced() throws {
    let screen = try open(.none)
    defer { screen.close() }
    var frame = Frame(screen.size)
    frame.write("a🚀b", at: Point(row: 0, column: 0), Style())
    frame[0, 5].glyph = "\u{7}"
    screen.show(frame)
    #expect(screen.glyphs(row: 0).hasPrefix(Character("🚀").cellWidth == 1 ? "a?b  ?" : "a🚀b  ?"))
  }

  @Test func moreColorsThanTheNamePromisesCanBeAskedFor() throws {
    let screen = try open(.sixteen, terminal: "xterm")
    defer { screen.close() }
    #expect(screen.depth == .sixteen)
    var generator = SeededGenerator(seed: 11)
    let frame = Frame.random(screen.size, colors: 99, using: &generator)
    screen.show(frame)
    screen.expectShown(frame)
  }

  @Test(arguments: ["xterm-kitty", "xterm-ghostty", "nonsense"])
  func terminalWithoutADescriptionIsDrawnAsAnXterm(name: String) throws {
    let screen = try open(.palette, terminal: name)
    #expect(screen.description.name == "xterm-256color" && screen.description.missing == name)
    screen.close()
    let direct = try open(.direct, terminal: name)
    defer { direct.close() }
    #expect(direct.description.missing == name)
  }

  @Test func terminalThatIsDescribedIsNotMissing() throws {
    let screen = try open(.direct, terminal: "xterm-256color")
    defer { screen.close() }
    #expect(screen.description.missing == nil)
  }

  @Test func terminalWithoutAScreenIsAnError() {
    #expect(throws: TerminalError.noTerminalName) { try open(.none, terminal: "") }
    #expect(throws: TerminalError.cannotMoveCursor("dumb")) { try open(.none, terminal: "dumb") }
  }

  @Test func fileIsNoTerminal() {
    let file = Glibc.open("/dev/null", O_RDWR)
    defer { Glibc.close(file) }
    #expect(throws: TerminalError.notATerminal) { try Screen(input: file, output: file) }
  }

  @Test func environmentStaysAsItWas() throws {
    let before = getenv("TERMINFO").map { String(cString: $0) }
    try open(.direct).close()
    #expect(getenv("TERMINFO").map { String(cString: $0) } == before)
  }
}
