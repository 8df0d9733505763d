import Model
import Testing

@testable import Formats

@Test func kernelIsRowsOfNumbers() throws {
  #expect(try KernelNotation.parse("1,-1") == Tensor(rows: [[1, -1]]))
  #expect(try KernelNotation.parse(" 0 , 1; 2,.3e1 ") == Tensor(rows: [[0, 1], [2, 3]]))
}

@Test func kernelIsWrittenAsItIsRead() throws {
  #expect(KernelNotation.text(of: Tensor(rows: [[0, -1.5], [2, 0.1]])) == "0,-1.5;2,0.1")
  for named in NamedKernel.all {
    #expect(try KernelNotation.parse(KernelNotation.text(of: named.kernel)) == named.kernel)
  }
}

@Test func wrongKernelHasItsPlace() {
  #expect(throws: FormatError.empty) { try KernelNotation.parse("  ") }
  #expect(throws: FormatError.notANumber(text: "sobel", line: 1, column: 1)) {
    try KernelNotation.parse("sobel")
  }
  #expect(throws: FormatError.notANumber(text: "", line: 1, column: 5)) {
    try KernelNotation.parse("1,2;")
  }
  #expect(throws: FormatError.notANumber(text: "x", line: 1, column: 8)) {
    try KernelNotation.parse("0,1;2, x")
  }
  #expect(throws: FormatError.raggedRows(row: 2, expected: 2, found: 1)) {
    try KernelNotation.parse("0,1;2")
  }
}

@Test func listTakesCommasAndSemicolons() throws {
  #expect(try NumberList.parse("0.38,-0.005") == [0.38, -0.005])
  #expect(try NumberList.parse("1; 2") == [1, 2])
  #expect(throws: FormatError.empty) { try NumberList.parse("") }
  #expect(throws: FormatError.notANumber(text: "b", line: 1, column: 3)) {
    try NumberList.parse("1,b")
  }
}

@Test func oneNumberIsForBothAxes() throws {
  #expect(try PerAxisNotation.parse("2") == PerAxis(2))
  #expect(try PerAxisNotation.parse(" 2, 1") == PerAxis(rows: 2, columns: 1))
  #expect(try PerAxisNotation.parse("-1,0") == PerAxis(rows: -1, columns: 0))
  #expect(throws: PerAxisError.tooMany(3)) {
    try PerAxisNotation.parse("1,2,3", as: PerAxis<Int>.self)
  }
  for text in ["", "1.5", "a", "9999999999", "+1", "-", "١"] {
    #expect(throws: PerAxisError.notAWholeNumber(text: text)) {
      try PerAxisNotation.parse(text, as: PerAxis<Int>.self)
    }
  }
}

@Test(arguments: [
  ("constant", Schedule.constant), ("step:4:0.5", .step(every: 4, factor: 0.5)),
  ("cosine:100", .cosine(steps: 100)),
])
func schedulesReadAndWrite(_ text: String, _ schedule: Schedule) {
  #expect(ScheduleNotation.parse(text) == schedule)
  #expect(ScheduleNotation.text(of: schedule) == text)
}

@Test(arguments: [
  "", "constant:1", "step", "step:4", "step:0:0.5", "step:-1:0.5", "step:4:-1", "step:4:inf",
  "step:4:a", "cosine", "cosine:0", "cosine:1.5", "cosine:1:2",
])
func otherTextIsNoSchedule(_ text: String) {
  #expect(ScheduleNotation.parse(text) == nil)
}

@Test(
  arguments: [
    ("1/9,1/9;1/9,-1/9", [[1 / 9, 1 / 9], [1 / 9, -1 / 9]]),
    ("1,2,1;2,4,2;1,2,1 / 16", [[1, 2, 1], [2, 4, 2], [1, 2, 1]].map { $0.map { $0 / 16 } }),
    ("1/2,1 /2", [[1 / 4, 1 / 2]]), ("1 / 9", [[1 / 9]]), ("1 / 9 / 2", [[]]),
    ("[[0,1],[2,3]]", [[0, 1], [2, 3]]), ("[[1, 2], [3, 4]]/2", [[0.5, 1], [1.5, 2]]),
    ("[[1,2],\n [3,4]] / 2", [[0.5, 1], [1.5, 2]]), ("0 1;2 3", [[0, 1], [2, 3]]),
    ("0\t1;  2   3 ", [[0, 1], [2, 3]]), ("0 1\n2 3\n", [[0, 1], [2, 3]]),
    ("0,1;\r\n2,3\r\n", [[0, 1], [2, 3]]), ("\n0 1\n\n2 3", [[0, 1], [2, 3]]),
    ("1 2\n3 4\n/ 2\n", [[0.5, 1], [1.5, 2]]), ("−1 2", [[-1, 2]]), ("1e2 .5", [[100, 0.5]]),
  ] as [(String, [[Float]])])
func kernelIsReadAsPeopleWriteIt(_ text: String, _ rows: [[Float]]) throws {
  if rows == [[]] {
    #expect(throws: FormatError.self) { try KernelNotation.parse(text) }
  } else {
    #expect(try KernelNotation.parse(text) == Tensor(rows: rows))
  }
}

@Test(arguments: [
  ("1,x/2", FormatError.notANumber(text: "x", line: 1, column: 3)),
  ("1,1/y", .notANumber(text: "y", line: 1, column: 5)),
  ("1,2/", .notANumber(text: "", line: 1, column: 5)),
  ("1/2/3", .notANumber(text: "2/3", line: 1, column: 3)),
  ("1 2;3 x", .notANumber(text: "x", line: 1, column: 7)),
  ("1 2\n3 x", .notANumber(text: "x", line: 2, column: 3)),
  ("1,2;;3,4", .notANumber(text: "", line: 1, column: 5)),
  ("1,1/0", .zeroDivisor(text: "1/0", line: 1, column: 3)),
  ("1,2 / 0", .zeroDivisor(text: "/ 0", line: 1, column: 5)),
  ("1,2 / x", .notANumber(text: "x", line: 1, column: 7)),
  ("1 2;3", .raggedRows(row: 2, expected: 2, found: 1)),
  ("[[1,2],[3]]", .raggedRows(row: 2, expected: 2, found: 1)),
  ("[[1,", .unexpected(found: "", expected: .number, line: 1, column: 5)),
  (" / 2", .empty), ("\n\n", .empty),
])
func wrongNumberOfAKernelHasItsPlace(_ text: String, _ error: FormatError) {
  #expect(throws: error) { try KernelNotation.parse(text) }
}

@Test func anyTextIsAKernelOrAMistake() {
  var generator = SeededGenerator(seed: 13)
  let pieces = [
    "0", "1", "-2", "−3", ".5", "1e9", "1e99", "nan", "inf", ",", ";", "/", " / ", " ", "\t", "\n",
    "\r\n", "[", "]", "[[", "]]", "x", "é", "\u{0}", "\u{B}", "{", "\"", ":",
  ]
  for _ in 0..<20_000 {
    let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      pieces.randomElement(using: &generator)!
    }.joined()
    if let kernel = try? KernelNotation.parse(text) {
      #expect(kernel.shape.count == kernel.elements.count && !kernel.elements.isEmpty)
    }
  }
}
