import Model
import TestSupport
import Testing

@testable import Drawing

struct LineTests {
  private static func text(_ lines: [Line]) -> [String] {
    lines.map { $0.map(\.text).joined() }
  }

  @Test func foldsAtSpacesAndIndentsWhatFollows() {
    let lines = [Span("one two "), Span("three four", .strong)].folded(to: 10, indent: 2)
    #expect(Self.text(lines) == ["one two ", "  three ", "  four"])
  }

  @Test func shortLineStaysWhole() {
    #expect(Self.text([Span("one"), Span(" two")].folded(to: 7)) == ["one two"])
  }

  @Test func noLineIsWiderThanAskedAndTheWordsStay() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let words = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        String(
          (0..<Int.random(in: 1...7, using: &generator)).map { _ in
            "aé×界".randomElement(using: &generator) ?? "a"
          })
      }
      let indent = Int.random(in: 0...4, using: &generator)
      let width = indent + 14 + Int.random(in: 1...30, using: &generator)
      let roles: [Role] = [.text, .strong]
      let line = words.map { Span($0 + " ", roles.randomElement(using: &generator) ?? .text) }
      let lines = line.folded(to: width, indent: indent)
      let isNarrow = lines.allSatisfy { $0.cellWidth <= width }
      #expect(isNarrow)
      // A line may end around a wide character, which is a word of its own.
      func parts(_ texts: [String]) -> [String] {
        texts.flatMap { $0.replacing("界", with: " 界 ").split(separator: " ") }.map(String.init)
      }
      #expect(parts(Self.text(lines)) == parts(words))
    }
  }

  @Test func secondarySpansGiveWayFirstThenTheLast() {
    let line = [Span("Kernel", .strong), Span(" 3×3", .secondary), Span(" pen"), Span(" on")]
    func text(_ width: Int) -> String { line.shortened(to: width).map(\.text).joined() }
    #expect(text(17) == "Kernel 3×3 pen on" && text(16) == "Kernel pen on")
    #expect(text(12) == "Kernel pen" && text(9) == "Kernel" && text(2) == "Kernel")
  }

  @Test func lastSpansGiveWayWhereLinesAreFew() {
    let line = [Span("one two "), Span("three "), Span("four", .strong)]
    #expect(Self.text(line.folded(to: 8, height: 3)) == ["one two ", "three ", "four"])
    #expect(Self.text(line.folded(to: 8, height: 2)) == ["one two ", "three "])
    #expect(line.folded(to: 8, height: 0).isEmpty)
    #expect([line, [], line].folded(to: Size(width: 8, height: 5)).count == 5)
    #expect(Self.text([line, line].folded(to: Size(width: 8, height: 4))).last == "one two ")
  }

  @Test(arguments: [-3, 0, 1]) func noWidthIsTooSmall(_ width: Int) {
    #expect(Self.text([Span("ab cd")].folded(to: width)).joined() == "ab cd")
  }
}
