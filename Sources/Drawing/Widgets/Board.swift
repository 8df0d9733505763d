/// Panes with lines of text below them.
public struct Board {
  public let grid: PaneGrid
  public let lines: [Line]

  public init(_ grid: PaneGrid, _ lines: [Line]) {
    self.grid = grid
    self.lines = lines
  }

  /// The width that lines have in a rectangle.
  public static func textWidth(_ rect: Rect) -> Int { rect.width - 2 }

  /// The panes at their places; the lines stand below the lowest, or at the foot.
  public func placed(in rect: Rect, _ look: Look) -> PaneGrid.Placed {
    grid.placed(in: rect.inset(bottom: lines.count + gap(rect)), look)
  }

  public func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let placed = placed(in: rect, look)
    placed.draw(into: &frame, look)
    let top = min(placed.bottom + 1, rect.rows.upperBound - lines.count)
    frame.write(
      lines,
      in: Rect(
        row: top, column: rect.column + 1, width: Board.textWidth(rect), height: lines.count),
      look)
  }

  /// A free row above the lines, where there is room for one.
  private func gap(_ rect: Rect) -> Int { rect.height > 22 ? 1 : 0 }
}
