import Model
import Testing

@testable import Formats

@Suite struct JSONTests {
  private let value = JSON.object([
    ("a\"", .list([.number(1), .number(Float.nan), .null])),
    ("é", .tensor(Tensor(rows: [[1, 2], [3, 0.5]]))),
    (
      "o",
      .object([
        ("K", .tensor(Tensor(rows: [[1], [2]]))), ("p", .pair(PerAxis(rows: 3, columns: 5))),
      ])
    ),
    ("t", .text("x\n")), ("e", .list([])),
  ])

  @Test func compactHasNoBlanks() {
    #expect(
      value.text(.compact)
        == #"{"a\"":[1,NaN,null],"é":[[1,2],[3,0.5]],"o":{"K":[[1],[2]],"p":[3,5]},"t":"x\n","e":[]}"#
    )
  }

  @Test func lineHasABlankAfterEveryCommaAndColon() {
    #expect(
      value.text()
        == #"{"a\"": [1, NaN, null], "é": [[1, 2], [3, 0.5]], "o": {"K": [[1], [2]], "p": [3, 5]}, "#
        + #""t": "x\n", "e": []}"#)
  }

  @Test func linesStandBelowEachOther() {
    #expect(
      value.text(.lines) == #"""
        {"a\"": [1, NaN, null],
         "é": [[1, 2],
               [3, 0.5]],
         "o": {"K": [[1], [2]], "p": [3, 5]},
         "t": "x\n",
         "e": []}
        """#)
    #expect(JSON.list([.list(of: [1, 2]), .text("a")]).text(.lines) == "[[1, 2],\n \"a\"]")
  }

  /// What is written is read as the same, whatever the layout.
  @Test(arguments: [JSON.Layout.compact, .line, .lines])
  func everyLayoutReadsBack(layout: JSON.Layout) throws {
    let read = try JSONValue(Array(value.text(layout).utf8)).fields
    #expect(read?["é"]?.matrix == Tensor(rows: [[1, 2], [3, 0.5]]))
    #expect(read?["t"]?.text == "x\n" && read?["a\""]?.list?.count == 3)
    #expect(read?["o"]?.fields?["p"]?.list?.map(\.int) == [3, 5])
  }
}
