import Model
import Testing

@testable import Formats

@Test func nestedListsBecomeAxes() throws {
  #expect(try Tensor.json("[[0,1],[2,3]]") == Tensor(rows: [[0, 1], [2, 3]]))
  #expect(try Tensor.json(" [ [\t-1.5e0 ]\r\n]\n ") == Tensor(rows: [[-1.5]]))
  #expect(try Tensor.json("[[[1,2]],[[3,4]]]") == Tensor(Shape([2, 1, 2]), [1, 2, 3, 4]))
  #expect(try Tensor.json("[[[[1],[2]]]]") == Tensor(Shape([1, 1, 2, 1]), [1, 2]))
  #expect(try Tensor.json("\u{FEFF}[[7]]") == Tensor(rows: [[7]]))
}

/// As a figure of all tensors is written.
@Test func objectsHoldArraysByName() throws {
  let text = #"""
    {"X": [[1]],
     "a,]\"": {"b": [true, null, "["]}, "K": [[2, 3]], "n": 4}
    """#
  func tensor(_ name: String?, _ text: String) throws -> Tensor {
    try TensorDecoder.decode(Array(text.utf8), name: "a.json", array: name)
  }
  #expect(try tensor("K", text) == Tensor(rows: [[2, 3]]))
  #expect(try tensor("X", text) == Tensor(rows: [[1]]))
  #expect(try tensor(nil, "{\"K\": [[5]]}") == Tensor(rows: [[5]]))
  #expect(throws: FormatError.unnamedArray(names: ["X", "K"], count: 2)) { try tensor(nil, text) }
  #expect(throws: FormatError.missingArray("n", names: ["X", "K"], count: 2)) {
    try tensor("n", text)
  }
  #expect(throws: FormatError.namedArray("K")) { try tensor("K", "[[1]]") }
  #expect(throws: FormatError.raggedRows(row: 2, expected: 2, found: 1)) {
    try tensor("K", "{\"X\": [[1]],\n \"K\": [[1, 2], [3]]}")
  }
  for broken in ["{\"K\": [[1]", "{\"K\": ]}", "{\"K\": [[1]]} 2", "{\"K\": [1}", "{\"K\" [1]}"] {
    #expect(throws: FormatError.self) { try tensor("K", broken) }
  }
}

@Test func wordsThatPythonWritesAreNumbers() throws {
  let row = try Tensor.json("[[NaN, Infinity, -Infinity]]").elements
  #expect(row[0].isNaN && row[1] == .infinity && row[2] == -.infinity)
}

@Test(arguments: [
  ("[[1,2],[3]]", 2, 2, 1),
  ("[[1],[2],[3,4]]", 3, 1, 2),
  ("[[],[1]]", 2, 0, 1),
  ("[[[1],[2]],[[3]]]", 2, 2, 1),
  ("[[[1,2],[3]]]", 2, 2, 1),
])
func raggedListNamesItsPlace(_ text: String, row: Int, expected: Int, found: Int) {
  #expect(throws: FormatError.raggedRows(row: row, expected: expected, found: found)) {
    try Tensor.json(text)
  }
}

@Test(arguments: [
  ("5", 0), ("[[[[[1]]]]]", 5), ("[[[[ [[", 6),
])
func listsNestOneToFourDeep(_ text: String, rank: Int) {
  #expect(throws: FormatError.rank(rank)) { try Tensor.json(text) }
}

@Test(arguments: [("", 0), (" \n", 0), ("[]", 0), ("[[]]", 0), ("[[],[]]", 0), ("[[[]]]", 0)])
func listsWithoutNumbersAreEmpty(_ text: String, _: Int) {
  #expect(throws: FormatError.empty) { try Tensor.json(text) }
}

@Test(arguments: [
  ("[[1,2],\n [3,x4]]", "x4", 2, 5),
  ("[[1, \"two\"]]", "\"two\"", 1, 6),
  ("[[null]]", "null", 1, 3),
  ("[[01]]", "01", 1, 3),
  ("[[\"é\u{1B}[2J\", 1]]", "\"é\\x1B[2J\"", 1, 3),
])
func wrongNumberHasItsPlace(_ text: String, found: String, line: Int, column: Int) {
  #expect(throws: FormatError.notANumber(text: found, line: line, column: column)) {
    try Tensor.json(text)
  }
}

@Test func digitsPastSinglePrecisionAreRefused() {
  #expect(throws: FormatError.tooGreat(text: "1e400", line: 2, column: 2)) {
    try Tensor.json("[[1,\n 1e400]]")
  }
}

@Test func listsAreReadUpToALimit() throws {
  let bytes = Array("[[1, 2], [3, 4]]".utf8)
  #expect(try JSONText.tensor(from: bytes, limit: 4).shape == Shape(2, 2))
  #expect(throws: FormatError.tooLarge(dimensions: [4], limit: 3)) {
    try JSONText.tensor(from: bytes, limit: 3)
  }
}

@Test(arguments: [
  ("[[1,2]", "", FormatError.Expectation.commaOrEndOfList, 1, 7),
  ("[[1 2]]", "2", .commaOrEndOfList, 1, 5),
  ("[[1,2]] 3", "3", .endOfText, 1, 9),
  ("[[1]]]", "]", .endOfText, 1, 6),
  ("[[1,]]", "]", .number, 1, 5),
  ("[[1],2]", "2", .list, 1, 6),
  ("[[1,[2]]]", "[", .number, 1, 5),
  ("{\"a\": 1}", "{", .list, 1, 1),
  ("[\n{}]", "{", .listOrNumber, 2, 1),
  ("[,1]", ",", .listOrNumber, 1, 2),
  ("[", "", .listOrNumber, 1, 2),
])
func brokenJSONHasItsPlace(
  _ text: String, found: String, expected: FormatError.Expectation, line: Int, column: Int
) {
  let error = FormatError.unexpected(found: found, expected: expected, line: line, column: column)
  #expect(throws: error) { try Tensor.json(text) }
}

@Test func depthIsNoDanger() {
  let text = String(repeating: "[", count: 200_000)
  #expect(throws: FormatError.rank(200_000)) { try Tensor.json(text) }
}

@Test func textsAreWrittenWithoutWhatATerminalObeys() throws {
  let unseen =
    "\u{0}\n\t\u{1B}\u{7F}\u{85}\u{9B}\u{200E}\u{202E}\u{2066}\u{2069}\u{61C}\u{2028}\u{E0001}"
  let quoted = JSONText.quoted("a\(unseen)é😀\"\\")
  #expect(
    quoted == #""a\u0000\n\u0009\u001B\u007F\u0085\u009B\u200E\u202E\u2066\u2069\u061C\u2028"#
      + "\u{E0001}é😀" + #"\"\\""#)
  #expect(try JSONValue(Array(quoted.utf8)).text == "a\(unseen)é😀\"\\")
}
