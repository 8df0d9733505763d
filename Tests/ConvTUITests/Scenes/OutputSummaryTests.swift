import Model
import Testing

@testable import ConvTUI

struct OutputSummaryTests {
  @Test func columnsAreFoundWithTheirValues() {
    let output = Tensor(rows: [[0, 1, 0, -1], [0, 1, 0, -1]])
    #expect(
      OutputSummary(output)
        == .columns([
          OutputSummary.Place(index: 1, value: 1), OutputSummary.Place(index: 3, value: -1),
        ]))
    #expect(
      OutputSummary(output.transposed)
        == .rows([
          OutputSummary.Place(index: 1, value: 1), OutputSummary.Place(index: 3, value: -1),
        ]))
  }

  @Test func sameEverywhereIsSaid() {
    #expect(OutputSummary(Tensor(Shape(2, 3))) == .nothing)
    #expect(OutputSummary(Tensor(Shape(2, 3), repeating: 2)) == .constant(2))
  }

  @Test func anythingElseIsCounted() {
    #expect(OutputSummary(Tensor(rows: [[0, 1], [1, 1]])) == .mixed(nonZero: 3, of: 4))
  }

  @Test func roundingIsNotTakenForAnEdge() {
    #expect(
      OutputSummary(Tensor(rows: [[1e-9, 1], [0, 1]]))
        == .columns([OutputSummary.Place(index: 1, value: 1)]))
  }

  @Test func numbersThatAreNoneAreNotTakenForZero() {
    #expect(OutputSummary(Tensor(Shape(2, 2), repeating: .nan)) != .nothing)
    #expect(OutputSummary(Tensor(rows: [[.infinity, 1], [1, 1]])) != .nothing)
  }
}
