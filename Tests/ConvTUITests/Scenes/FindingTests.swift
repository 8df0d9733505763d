import Model
import Testing

@testable import ConvTUI

struct FindingTests {
  @Test func columnsAreFoundWithTheirValues() {
    let output = Tensor(rows: [[0, 1, 0, -1], [0, 1, 0, -1]])
    #expect(
      Finding(output)
        == .columns([Finding.Place(index: 1, value: 1), Finding.Place(index: 3, value: -1)]))
    #expect(
      Finding(output.transposed)
        == .rows([Finding.Place(index: 1, value: 1), Finding.Place(index: 3, value: -1)]))
  }

  @Test func sameEverywhereIsSaid() {
    #expect(Finding(Tensor(Shape(2, 3))) == .nothing)
    #expect(Finding(Tensor(Shape(2, 3), repeating: 2)) == .constant(2))
  }

  @Test func anythingElseIsCounted() {
    #expect(Finding(Tensor(rows: [[0, 1], [1, 1]])) == .mixed(nonZero: 3, of: 4))
  }

  @Test func roundingIsNotTakenForAnEdge() {
    #expect(
      Finding(Tensor(rows: [[1e-9, 1], [0, 1]])) == .columns([Finding.Place(index: 1, value: 1)]))
  }

  @Test func numbersThatAreNoneAreNotTakenForZero() {
    #expect(Finding(Tensor(Shape(2, 2), repeating: .nan)) != .nothing)
    #expect(Finding(Tensor(rows: [[.infinity, 1], [1, 1]])) != .nothing)
  }
}
