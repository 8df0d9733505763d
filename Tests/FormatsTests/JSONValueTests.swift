import Model
import Testing

@testable import Formats

struct JSONValueTests {
  private func value(_ text: String) throws -> JSONValue { try JSONValue(Array(text.utf8)) }

  @Test func everyKindIsRead() throws {
    let value = try value(" {\"a\": [1, -2.5e3, NaN], \"b\": \"é\\n\", \"c\": true, \"d\": {}} ")
    let fields = try #require(value.fields)
    #expect(fields["a"]?.list?.map(\.int) == [1, nil, nil])
    #expect(fields["a"]?.list?[1].float == -2500 && fields["a"]?.list?[2].float?.isNaN == true)
    #expect(fields["b"]?.text == "é\n" && fields["c"] == .word("true"))
    #expect(fields["d"] == .object([:]))
  }

  @Test func matricesHaveRowsOfEqualLength() throws {
    #expect(
      try value("[[1, 2], [3, Infinity]]").matrix == Tensor(rows: [[1, 2], [3, .infinity]]))
    for text in [
      "[]", "[[]]", "[[1], [2, 3]]", "[1]", "[[1], 2]", "[[null]]", "1", "{}", "[[],[]]",
      "[[1e39]]",
    ] {
      #expect(try value(text).matrix == nil, "\(text)")
    }
  }

  @Test(arguments: [
    ("", FormatError.Corruption.JSON.missing(.value, at: .text(line: 1, column: 1))),
    ("{\"a\": }", .missing(.value, at: .text(line: 1, column: 7))),
    ("[1,\n 2", .missing(.mark("]"), at: .text(line: 2, column: 3))),
    ("[01]", .missing(.value, at: .text(line: 1, column: 2))),
    ("nul", .missing(.value, at: .text(line: 1, column: 1))),
    ("[1] 2", .missing(.endOfFile, at: .text(line: 1, column: 5))),
    ("{\"a\": 1, \"a\": 2}", .repeatedKey("a")),
    (String(repeating: "[", count: 100_000), .tooDeep(limit: 16)),
  ])
  func placeOfAMistakeIsSaid(_ text: String, fault: FormatError.Corruption.JSON) {
    #expect(throws: FormatError.corrupt(.json(fault))) { try value(text) }
  }

  /// As Python writes such a name, and reads it.
  @Test func bytesOfAPathAreLoneSurrogates() throws {
    let path = String(path: [0x63, 0xE9, 0xC3, 0xA9, 0x80])
    #expect(TensorEncoder.json(path) == "\"c\\udce9é\\udc80\"")
    #expect(try value("{\"a\": \(TensorEncoder.json(path))}").fields?["a"]?.text == path)
    for text in ["\\udc7f", "\\ude00", "\\ud800"] {
      #expect(throws: FormatError.self) { try value("{\"a\": \"\(text)\"}") }
    }
  }
}
