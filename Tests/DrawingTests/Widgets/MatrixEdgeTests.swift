import Model
import Testing

@testable import Drawing

/// The frame around a block of cells.
struct MatrixEdgeTests {
  private static let look = Look(depth: .direct)

  /// A pane with a frame around its lowest right cell but one, in cells of a height.
  private static func view(
    height: Int, _ value: Float, cursor: Position? = nil
  ) throws -> MatrixView {
    var pane = Pane(
      [Span("X")], Plane(Tensor(Shape(3, 3), (0..<9).map { $0 == 4 ? value : 0.25 })))
    pane.outline = Block(rows: 1..<2, columns: 1..<2)
    pane.isLit = { _, _ in true }
    pane.cursor = cursor
    var panes = NumberPanes([pane])
    panes.mayHaveBarsOnly = true
    // Of several heights one makes the cells as high as wanted.
    let placed = (4...30).lazy.compactMap {
      panes.placed(in: Rect(row: 0, column: 0, width: 50, height: $0), look)?.views.first
    }
    return try #require(placed.first { $0.shape.height == height && $0.digitScale(look) == 1 })
  }

  private static func drawn(_ view: MatrixView) -> Frame {
    var frame = Frame(Size(width: 50, height: 30), style: look.page)
    view.draw(into: &frame, look)
    return frame
  }

  @Test func lieBetweenTheRowsWhereDigitsLeaveHalvesFree() throws {
    let view = try Self.view(height: 4, 0.5)
    let frame = Self.drawn(view)
    let box = view.rect(of: Block(rows: 1..<2, columns: 1..<2))
    let white = Self.look.theme.strong
    for column in box.columns {
      // The upper half is the frame, the lower one what was there.
      for row in [box.row, box.rows.upperBound] {
        let cell = frame[row, column]
        #expect(cell.glyph == "▄" && cell.style.background == white)
        #expect(cell.style.foreground != white)
      }
    }
    for row in box.rows {
      #expect(frame[row, box.column - 1].style.background == white)
      #expect(frame[row, box.columns.upperBound].style.background == white)
    }
  }

  @Test func cellsWithoutAFreeRowHaveBarsAtTheSides() throws {
    let view = try Self.view(height: 3, 0.5)
    let frame = Self.drawn(view)
    let box = view.rect(of: Block(rows: 1..<2, columns: 1..<2))
    let plain = Self.drawn(
      MatrixView(
        pane: {
          var pane = view.pane
          pane.outline = nil
          return pane
        }(), shape: view.shape, titleRect: view.titleRect, rect: view.rect, visible: view.visible))
    let columns = [box.column - 1, box.columns.upperBound - 1]
    for row in 0..<frame.size.height {
      for column in 0..<frame.size.width where frame[row, column] != plain[row, column] {
        #expect(box.rows.contains(row) && columns.contains(column))
      }
    }
    #expect(box.rows.allSatisfy { row in columns.allSatisfy { frame[row, $0].glyph == " " } })
  }

  @Test func aWhiteCellHasAFrameInTheAccent() throws {
    let view = try Self.view(height: 4, 0.5, cursor: Position(row: 1, column: 1))
    let box = view.rect(of: Block(rows: 1..<2, columns: 1..<2))
    #expect(
      Self.drawn(view)[box.row, box.column - 1].style.background == Self.look.theme.accent)
  }

  @Test func operatorsHaveAColumnAtBothSides() {
    typealias Size = PaneGrid.OperatorSize
    #expect(Size.large.gap(3, "⋆") == 7 && Size.slim.gap(3, "⋆") == 5 && Size.text.gap(3, "⋆") == 3)
    #expect(Size.large.gap(9, "=") == 9 && Size.large.gap(3, "") == 3)
    #expect(Size.large.width([3, 3], ["⋆", "="]) == 12)
  }
}
