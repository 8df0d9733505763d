import Foundation
import Model
import TestSupport
import Testing

@testable import Drawing

struct MatrixNumbersTests {
  /// At any size and in any colours every number on a matrix is one of its own.
  @Test(arguments: 1...20) func numbersOfAMatrixAreShownWhole(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let scale = pow(10, Float.random(in: -4...6, using: &generator))
    let rows = Int.random(in: 1...6, using: &generator)
    let columns = Int.random(in: 1...9, using: &generator)
    let matrix = Tensor(
      Shape(rows, columns),
      (0..<rows * columns).map { _ in
        let value = Float.random(in: -scale...scale, using: &generator)
        return seed.isMultiple(of: 2) ? value.rounded() : value
      })
    var pane = Pane([Span("X", .strong)], Plane(matrix))
    pane.outline = Block(.zero)
    let meant = Set(matrix.elements.flatMap { pane.format.text($0).numbers } + ["0"])
    for look in Look.all {
      for (width, height) in [(8, 4), (20, 8), (40, 12), (80, 24), (200, 60)] {
        for needsNumbers in [true, false] {
          pane.needsNumbers = needsNumbers
          var frame = Frame(Size(width: width, height: height))
          let placed = PaneGrid([[pane]]).placed(in: Rect(frame.size), look)
          placed.draw(into: &frame, look)
          for view in placed.views {
            for row in view.rect.rows where row < height {
              // Zeros stand side by side where a cell is one character.
              let shown = frame.text(row: row).numbers.filter { !$0.allSatisfy { $0 == "0" } }
              #expect(Set(shown).isSubset(of: meant), "\(shown) at \(width)×\(height)")
            }
          }
        }
      }
    }
  }

  /// A format may know other numbers than those that are shown.
  @Test func numberThatIsWiderThanItsCellIsASign() {
    var pane = Pane([], Plane(Tensor(rows: [[1, 2]])))
    pane.value = { _, column in .number(column == 0 ? -123_456 : 2) }
    var frame = Frame(Size(width: 6, height: 3))
    PaneGrid([[pane]]).placed(in: Rect(frame.size), Look()).draw(into: &frame, Look())
    #expect(frame.text.numbers.filter { $0 != "−" } == ["2"])
    #expect(frame.text.contains("−"))
  }
}
