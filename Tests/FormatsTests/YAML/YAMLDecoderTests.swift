import Formats
import Testing

struct YAMLDecoderTests {
  private func decode(_ text: String) throws(YAMLError) -> YAMLNode {
    try YAMLDecoder.decode(Array(text.utf8))
  }

  @Test func mapsListsAndTextsHaveTheirPlaces() throws {
    let node = try decode("title: A\nsteps:\n  - say: \"B: c\"\n  - [1, 二]\n")
    let fields = try #require(node.fields)
    #expect(fields.map(\.key) == ["title", "steps"])
    #expect(fields[0].value.text == "A" && fields[0].value.line == 1 && fields[0].value.column == 8)
    let list = try #require(fields[1].value.list)
    #expect(list[0].fields?[0].value.text == "B: c")
    #expect(list[1].list?.map(\.text) == ["1", "二"] && list[1].line == 4 && list[1].column == 5)
  }

  @Test func foldedTextIsOneText() throws {
    let node = try decode("say: >\n  one\n  two\n")
    #expect(node.fields?[0].value.text == "one two\n")
  }

  @Test(arguments: [
    ("", YAMLError.empty), ("# nothing\n", .empty),
    ("a: 1\na: 2\n", .keyTwice("a", line: 2, column: 1)),
    ("a: &x 1\nb: *x\n", .alias(line: 2, column: 4)),
    ("? [1]\n: 2\n", .keyIsNoText(line: 1, column: 3)),
    ("a: 1\n---\nb: 2\n", .secondDocument(line: 2, column: 1)),
    (String(repeating: "[", count: 40), .tooDeep(limit: 32, line: 1, column: 33)),
  ])
  func faultsHaveTheirPlaces(_ text: String, _ error: YAMLError) {
    #expect(throws: error) { try decode(text) }
  }

  @Test func whatIsNoYAMLNamesTheLine() {
    do {
      _ = try decode("a: 1\nb: [1, 2\n")
      Issue.record("read")
    } catch .syntax(let problem, let line, _) {
      #expect(!problem.isEmpty && line == 3)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func aLongTextIsRefused() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: YAMLDecoder.longest + 1)
    #expect(throws: YAMLError.tooLong(limit: YAMLDecoder.longest)) {
      try YAMLDecoder.decode(bytes)
    }
  }
}
