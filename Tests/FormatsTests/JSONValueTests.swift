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
    ("", "a value is missing in line 1, column 1"),
    ("{\"a\": }", "a value is missing in line 1, column 7"),
    ("[1,\n 2", "“]” is missing in line 2, column 3"), ("[01]", "a value"), ("nul", "a value"),
    ("[1] 2", "the end is missing in line 1, column 5"),
    ("{\"a\": 1, \"a\": 2}", "“a” stands twice"),
    (String(repeating: "[", count: 100_000), "nested more than 16 deep"),
  ])
  func placeOfAMistakeIsSaid(_ text: String, _ part: String) throws {
    do {
      _ = try value(text)
      Issue.record("\(text.prefix(20)) was read")
    } catch FormatError.corrupt(let reason) {
      #expect(reason.contains(part), "\(reason)")
    }
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
