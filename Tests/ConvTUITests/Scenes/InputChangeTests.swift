import Drawing
import Model
import TestSupport
import Testing

@testable import ConvTUI

/// X changes inside: by a stroke of the mouse, and by its rows and columns.
struct InputChangeTests {
  private static let kinds = [SceneKind.slide, .edges, .flip, .pool]

  private func input(_ state: State) -> Tensor? {
    (state.scene as? any SlidingScene)?.settings.input
      ?? (state.scene as? PoolScene)?.settings.input
  }

  @Test(arguments: kinds) func newRowsAndColumnsHoldZeros(_ kind: SceneKind) throws {
    var state = try State.opened(kind)
    let before = try #require(input(state))
    let (rows, columns) = (before.shape.rows, before.shape.columns)
    #expect(state.set("rows", typed: "\(rows + 2)") == nil)
    #expect(state.set("columns", typed: "\(columns + 1)") == nil)
    let grown = try #require(input(state))
    #expect(grown.shape == Shape(rows + 2, columns + 1))
    for row in 0..<rows + 2 {
      for column in 0..<columns + 1 {
        let isOld = row < rows && column < columns
        #expect(grown[row, column] == (isOld ? before[row, column] : 0))
      }
    }
    #expect(state.set("rows", typed: "\(rows)") == nil)
    #expect(state.set("columns", typed: "\(columns)") == nil)
    #expect(input(state) == before)
  }

  @Test(arguments: kinds) func whatDoesNotFitIsRefused(_ kind: SceneKind) throws {
    var state = try State.opened(kind)
    let before = input(state)
    #expect(state.set("rows", typed: "0")?.contains("from 1") == true)
    #expect(state.set("rows", typed: "1000000")?.contains("at most") == true)
    if kind != .pool { #expect(state.set("columns", typed: "1") != nil) }
    #expect(input(state) == before)
  }

  @Test func strokeCopiesTheNumberWhereItBegins() throws {
    var state = try State.opened()
    let view = try #require(state.slide).placed(in: state.layout.body, state.look).views[0]
    func point(_ row: Int, _ column: Int) -> Point {
      let rect = view.rect(of: Block(Position(row: row, column: column)))
      return Point(row: rect.row, column: rect.column)
    }
    state.click(point(2, 0))
    state.drag(point(2, 2))
    state.drag(point(1, 2))
    #expect(state.slide?.settings.input == Tensor(rows: [[0, 1, 2], [3, 4, 6], [6, 6, 6]]))
    try state.press("u")
    #expect(state.slide?.settings.input == CourseExample.input)
    // A click alone, and a stroke that begins beside X, change nothing.
    state.click(point(0, 1))
    state.click(Point(row: state.layout.body.rows.upperBound - 1, column: 40))
    state.drag(point(2, 2))
    #expect(state.slide?.settings.input == CourseExample.input)
  }

  /// A row one high and a column one wide, with their sums.
  @Test func singleRowsAndColumnsAreTakenApart() throws {
    let row = Tensor(rows: [[1, 2, 3, 4, 5, 6, 7, 8]])
    for (input, kernel) in [
      (row, CourseExample.edge), (row.transposed, CourseExample.edge.transposed),
    ] {
      let slide = try SlideScene(SlidingSettings(input: input, kernel: kernel))
      for size in [Size.standard, Size(width: 110, height: 34), ScreenLayout.smallest] {
        let text = try State.opened(with: slide, size: size).frame(after: "right right").text
        #expect(text.contains("= 2×1 + 3×−1 = 2 − 3 = −1"))
      }
    }
  }
}
