import Model
import Testing

@testable import Formats

private let square = Tensor(rows: [[1, -2], [3.5, 4]])

@Test(arguments: [
  "1,-2\n3.5,4", "1,-2\n3.5,4\n", "1,-2\r\n3.5,4\r\n\r\n\n", "1,-2\r3.5,4\r", "\u{FEFF}1,-2\n3.5,4",
  " 1 , -2 \n\t3.5\t,4\n  \n", "1;-2\n3.5;4", "1\t-2\n3.5\t4\n", "  1   -2\n3.5 \t 4  ",
  "\n\n1,-2\n3.5,4", "# a, b\n1,-2 # c\n#\n3.5,4\n# end", "1,-2,\n3.5,4,\n", "1;-2;\n3.5;4;",
  "\"1\",\"-2\"\n\"3.5\", \"4\" \n", "x,y\n1,-2\n3.5,4", "\"x, y\"\t\"z#\"\n1\t-2\n3.5\t4",
  "1;-2\n3,5;4", "1\t-2\n3,5\t4", "1,0 -2,0\n3,5 4,0", "\"1\",\"-2\"\n\"3,5\",\"4\"",
  "t, °C;b.c\n1;-2\n3,5;4",
])
func tablesOfManyHandsReadTheSame(_ text: String) throws {
  #expect(try Tensor.csv(text) == square)
}

@Test func oneColumnAndOneRowAreTables() throws {
  #expect(try Tensor.csv("1\n2\n3\n").shape == Shape(3, 1))
  #expect(try Tensor.csv("1 2 3").shape == Shape(1, 3))
}

@Test func specialValuesAreFields() throws {
  let row = try Tensor.csv("NaN,Inf,nan,-inf").elements
  #expect(row[0].isNaN && row[1] == .infinity && row[2].isNaN && row[3] == -.infinity)
}

@Test(arguments: [
  ("a,1\n1,2", "a", 1, 1),
  ("a,b\nc,d", "c", 2, 1),
  ("abc", "abc", 1, 1),
  ("1,2\n3, x y ,4", "x y", 2, 4),
  ("1,,2", "", 1, 3),
  ("1,2,,", "", 1, 5),
  ("1,5;2,5,3", "2,5,3", 1, 5),
  ("\u{FEFF}1,é", "é", 1, 3),
  ("1,2\r\n3,\"4", "\"4", 2, 3),
  ("1,2\n\"3 x\",4", "3 x", 2, 2),
  ("[[1,2]]", "[[1", 1, 1),
])
func textInATableHasItsPlace(_ text: String, found: String, line: Int, column: Int) {
  #expect(throws: FormatError.notANumber(text: found, line: line, column: column)) {
    try Tensor.csv(text)
  }
}

@Test func digitsPastSinglePrecisionAreRefusedWithTheirPlace() throws {
  #expect(throws: FormatError.tooGreat(text: "-1e39", line: 2, column: 3)) {
    try Tensor.csv("1,2\n3,-1e39")
  }
  #expect(try Tensor.csv("3.4028235e38,inf").elements == [.greatestFiniteMagnitude, .infinity])
}

@Test func tableIsReadUpToALimit() throws {
  let bytes = Array("1,2\n3,x".utf8)
  #expect(throws: FormatError.tooLarge(dimensions: [3], limit: 2)) {
    try CSVText.tensor(from: bytes, limit: 2)
  }
}

@Test(arguments: [("1,2\n3\n", 2, 2, 1), ("1\n2\n3,4", 3, 1, 2)])
func raggedRowNamesBothLengths(_ text: String, row: Int, expected: Int, found: Int) {
  #expect(throws: FormatError.raggedRows(row: row, expected: expected, found: found)) {
    try Tensor.csv(text)
  }
}

@Test(arguments: ["1,2\n\n3,4", "\r\r\n1,2\r\r\n3,4\r\r\n", "1,2\n \t\n3,4\n\n"])
func blankLinesDoNotCount(_ text: String) throws {
  #expect(try Tensor.csv(text) == Tensor(rows: [[1, 2], [3, 4]]))
}

@Test(arguments: ["NA,NA", "50%,60%", "1D+3,2D+3", "\"1 234\",\"5 678\"", "True,False", ","])
func lineOfDataIsNoHeader(_ line: String) {
  #expect(throws: FormatError.self) { try Tensor.csv(line + "\n1,2\n") }
}

@Test func missingLastNumberOfTheFirstRowIsNamed() {
  #expect(throws: FormatError.notANumber(text: "", line: 1, column: 3)) {
    try Tensor.csv("1,\n2,3\n")
  }
}

@Test func lineIsReadNoFurtherThanTheLimit() {
  let line = String(repeating: "1,", count: 999) + "1"
  #expect(throws: FormatError.tooLarge(dimensions: [11], limit: 10)) {
    try CSVText.tensor(from: Array(line.utf8), limit: 10)
  }
}

@Test func blankTablesAreEmpty() {
  for text in ["", "\n", " \r\n\t\n", "\u{FEFF}"] {
    #expect(throws: FormatError.empty) { try Tensor.csv(text) }
  }
}

@Test func wideTextIsRefused() {
  #expect(throws: FormatError.unsupported(.utf16)) {
    try CSVText.tensor(from: [0xFF, 0xFE, 0x31, 0])
  }
}

@Test func longTextIsCutAndHarmless() {
  let text = String(repeating: "x", count: 5000)
  #expect(throws: FormatError.notANumber(text: String(text.prefix(40)), line: 1, column: 1)) {
    try Tensor.csv(text)
  }
}

@Test(arguments: [
  ("x,y\n1,2\n", [FormatRemark.skippedHeader("x,y")]), ("1;0,5", [.decimalCommas]),
  ("a;b\n0,5;1\n", [.skippedHeader("a;b"), .decimalCommas]), ("1,2,\n3,4,\n# x", []),
  ("nan,inf\n1,2", []),
])
func whatATableLeavesOpenIsSaid(_ text: String, _ expected: [FormatRemark]) throws {
  var remarks: [FormatRemark] = []
  _ = try CSVText.tensor(from: Array(text.utf8)) { remarks.append($0) }
  #expect(remarks == expected)
}

@Test(arguments: [",0,1\n0,5,6\n1,7,8\n", "\"\";\"a\"\n0;5\n", ",a\n0,5\n"])
func indexColumnIsNamed(_ text: String) {
  #expect(throws: FormatError.indexColumn) { try Tensor.csv(text) }
}

/// Where points stand elsewhere, or all commas may part thousands.
@Test(arguments: [
  ("1.5;2,5", "2,5", 1, 5), ("1,234;2,500\n3;4", "1,234", 1, 1), ("0.5\t1\n2,5\t3", "", 0, 0),
])
func commaThatMayBeEitherIsNotGuessed(_ text: String, found: String, line: Int, column: Int) {
  let error = #expect(throws: FormatError.self) { try Tensor.csv(text) }
  guard line > 0 else { return }
  #expect(error == .ambiguousComma(text: found, line: line, column: column))
}

@Test func someRowsWithATrailingCommaAreRagged() {
  #expect(throws: FormatError.raggedRows(row: 2, expected: 3, found: 2)) {
    try Tensor.csv("1,2,\n3,4")
  }
  #expect(throws: FormatError.notANumber(text: "", line: 2, column: 5)) {
    try Tensor.csv("1,2\n3,4,")
  }
}

@Test(arguments: [
  ([0x35, 0xB7, 0x32], "5\\xB72"), ([0x35, 0x00, 0x32], "5\\x002"), ([0xC3], "\\xC3"),
  (Array("\u{202E}5".utf8), "\\u202E5"), (Array("\u{FFFD}5".utf8), "\\uFFFD5"),
])
func bytesThatAreNoTextAreShownByTheirNumbers(_ bytes: [UInt8], _ text: String) {
  #expect(throws: FormatError.notANumber(text: text, line: 1, column: 3)) {
    try CSVText.tensor(from: [0x31, .comma] + bytes)
  }
}

@Test func byteOf0BehindAByteOrderMarkIsRefusedAtItsPlace() {
  #expect(throws: FormatError.notANumber(text: "\\x00", line: 1, column: 1)) {
    try CSVText.tensor(from: [0xEF, 0xBB, 0xBF, 0])
  }
}
