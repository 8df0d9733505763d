import Model
import Testing

@testable import Formats

private let square = Tensor(rows: [[1, -2], [3.5, 4]])

@Test(arguments: [
  "1,-2\n3.5,4", "1,-2\n3.5,4\n", "1,-2\r\n3.5,4\r\n\r\n\n", "1,-2\r3.5,4\r", "\u{FEFF}1,-2\n3.5,4",
  " 1 , -2 \n\t3.5\t,4\n  \n", "1;-2\n3.5;4", "1\t-2\n3.5\t4\n", "  1   -2\n3.5 \t 4  ",
  "\n\n1,-2\n3.5,4",
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
  ("a,b\n1,2", "a", 1, 1),
  ("1,2\n3, x y ,4", "x y", 2, 4),
  ("1,,2", "", 1, 3),
  ("1,2,", "", 1, 5),
  ("1,5;2,5", "1,5", 1, 1),
  ("\u{FEFF}1,é", "é", 1, 3),
  ("1,2\r\n3,\"4\"", "\"4\"", 2, 3),
  ("# header\n1 2", "#", 1, 1),
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

@Test(arguments: [("1,2\n3\n", 2, 2, 1), ("1\n2\n3,4", 3, 1, 2), ("1,2\n\n3,4", 2, 2, 0)])
func raggedRowNamesBothLengths(_ text: String, row: Int, expected: Int, found: Int) {
  #expect(throws: FormatError.raggedRows(row: row, expected: expected, found: found)) {
    try Tensor.csv(text)
  }
}

@Test func blankTablesAreEmpty() {
  for text in ["", "\n", " \r\n\t\n", "\u{FEFF}"] {
    #expect(throws: FormatError.empty) { try Tensor.csv(text) }
  }
}

@Test func wideTextIsRefused() {
  #expect(throws: FormatError.unsupported(reason: "text in UTF-16", readable: .utf8)) {
    try CSVText.tensor(from: [0xFF, 0xFE, 0x31, 0])
  }
}

@Test func longTextIsCutAndHarmless() {
  let text = String(repeating: "x", count: 5000)
  #expect(throws: FormatError.notANumber(text: String(text.prefix(40)), line: 1, column: 1)) {
    try Tensor.csv(text)
  }
}
