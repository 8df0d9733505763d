import Foundation
import Testing

@testable import ConvTUI
@testable import Drawing

struct MarkdownTextTests {
  private func text(_ markdown: String) -> [String] {
    MarkdownText(markdown).lines.map { $0.map(\.text).joined() }
  }

  @Test func marksAreTakenOut() {
    #expect(
      text("# Title\n\nA **bold** and *slanted* `code`.") == [
        "Title", "", "A bold and slanted code.",
      ])
    #expect(text("- one\n* two") == ["• one", "• two"])
    #expect(
      text("see [paper](https://a.b) ![plot](p.png)") == ["see paper (https://a.b) plot (p.png)"])
    #expect(text("> said") == ["│ said"])
  }

  @Test func whatIsNoMarkStays() {
    for plain in [
      "snake_case_name", "3 * 4 * 5", "a*b", "#5 is not a title", "[1, 2] (3)", "2 - 1",
    ] {
      #expect(text(plain) == [plain])
    }
    #expect(text(#"\*not bold\*"#) == ["*not bold*"])
  }

  @Test func tablesHaveColumns() {
    #expect(
      text("|layer|size|\n|---|---|\n|conv1|3×3|\n|fc|10|") == [
        "layer  size", "conv1  3×3 ", "fc     10  ",
      ])
  }

  @Test func codeIsKeptAsItIs() {
    #expect(text("```python\nx = **y\n```\nend") == ["    x = **y", "end"])
  }

  @Test func nothingInItIsObeyed() {
    for hostile in ["a\u{1B}[31mred", "\u{7}\u{9B}x", "```\n\u{1B}]0;t\u{7}\n```", "|\u{1B}c|"] {
      let joined = text(hostile).joined()
      #expect(!joined.unicodeScalars.contains { $0.value < 32 || (127..<160).contains($0.value) })
    }
  }

  @Test func aLongTextIsCut() {
    let lines = MarkdownText(String(repeating: "word ", count: 100_000)).lines
    #expect(lines[0].cellWidth <= 1 << 16)
  }

  @Test func textsAreTensorBoards() throws {
    let expected = try #require(try ViewsSample.witness.texts["note/text_summary"])
    let found = try ViewsSample.values("note/text_summary", Directory())
    #expect(found.count == 3)
    for (found, expected) in zip(found, expected) {
      #expect(found.value == .success(.texts([expected])))
    }
  }
}
