import Testing

@testable import Drawing
@testable import Terminal

@Suite struct MouseReportTests {
  @Test(
    arguments: [
      ("0;1;1M", Mouse(action: .press, at: Point(row: 0, column: 0))),
      ("16;12;5M", Mouse(action: .press, at: Point(row: 4, column: 11))),
      ("32;7;3M", Mouse(action: .drag, at: Point(row: 2, column: 6))),
      ("36;7;3M", Mouse(action: .drag, at: Point(row: 2, column: 6))),
      ("35;7;3M", Mouse(action: .move, at: Point(row: 2, column: 6))),
      ("64;300;2M", Mouse(action: .wheelUp, at: Point(row: 1, column: 299))),
      ("65;2;300M", Mouse(action: .wheelDown, at: Point(row: 299, column: 1))),
    ])
  func decimalForm(text: String, mouse: Mouse) {
    #expect(MouseReport(decimal: Array(text.utf8))?.mouse == mouse)
  }

  @Test(
    arguments: [
      "0;1;1m", "32;1;1m", "1;1;1M", "2;1;1M", "33;1;1M", "34;1;1M", "66;1;1M",
      "67;1;1M", "128;1;1M",
    ])
  func otherReportsMeanNothing(text: String) {
    #expect(MouseReport(decimal: Array(text.utf8)) != nil)
    #expect(MouseReport(decimal: Array(text.utf8))?.mouse == nil)
  }

  @Test(arguments: ["", "M", "0;1M", "0;1;1;1M", "0;;1M", "0;-1;1M", "0;1;99999M", "0;1;1~"])
  func whatIsNoReportIsNotTaken(text: String) {
    #expect(MouseReport(decimal: Array(text.utf8)) == nil)
  }

  @Test func formWithBytes() {
    #expect(
      MouseReport([32, 33, 34])?.mouse == Mouse(action: .press, at: Point(row: 1, column: 0)))
    #expect(
      MouseReport([64, 33, 34])?.mouse == Mouse(action: .drag, at: Point(row: 1, column: 0)))
    #expect(
      MouseReport([97, 255, 33])?.mouse
        == Mouse(action: .wheelDown, at: Point(row: 0, column: 222)))
    #expect(MouseReport([35, 33, 34])?.mouse == nil)
    #expect(MouseReport([32, 0, 34]) == nil)
    #expect(MouseReport([32, 33]) == nil)
  }
}
