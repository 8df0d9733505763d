import Testing

@testable import Drawing

struct StrokeGridTests {
  private func rows(_ grid: StrokeGrid) -> [String] {
    var frame = Frame(grid.size)
    grid.draw(into: &frame, at: Point(row: 0, column: 0)) { _ in Style() }
    return (0..<grid.size.height).map { row in String(frame.row(row).map(\.glyph)) }
  }

  @Test func aLevelLineIsWhole() {
    var grid = StrokeGrid(Size(width: 4, height: 1))
    grid.line(from: (0, 0), to: (7, 0))
    #expect(rows(grid) == ["▀▀▀▀"])
  }

  @Test func aSlopeHasNoGap() {
    var grid = StrokeGrid(Size(width: 4, height: 2))
    grid.line(from: (0, 0), to: (7, 7))
    #expect(rows(grid) == ["▀▄  ", "  ▀▄"])
  }

  /// Of a line that leaves the grid, however far, the part inside is drawn.
  @Test func whatLiesOutsideIsLeftOut() {
    var grid = StrokeGrid(Size(width: 3, height: 1))
    grid.line(from: (-1_000_000, 3), to: (1_000_000, 3))
    #expect(rows(grid) == ["▄▄▄"] && grid.hasStroke(row: 0, column: 2))
  }
}
