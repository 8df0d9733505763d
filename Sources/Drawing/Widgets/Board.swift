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

  /// Panes and lines at their places.
  public struct Placed {
    let panes: PaneGrid.Placed
    let lines: [Line]
    let place: Rect

    /// The lines stand below the lowest pane, or at the foot.
    init(_ panes: PaneGrid.Placed, _ lines: [Line], in rect: Rect) {
      (self.panes, self.lines) = (panes, lines)
      place = Rect(
        row: min(panes.bottom + 1, rect.rows.upperBound - lines.count), column: rect.column + 1,
        width: Board.textWidth(rect), height: lines.count)
    }

    public var views: [MatrixView] { panes.views }

    /// The free rows below the last line, down to a row.
    public func rowsBelow(until row: Int) -> Int {
      let used = lines.lastIndex { $0.cellWidth > 0 }.map { $0 + 1 } ?? 0
      return row - place.row - used
    }

    /// The pane and the cell under a point of the screen.
    public func hit(_ point: Point) -> PaneGrid.Placed.Hit? { panes.hit(point) }

    public func draw(into frame: inout Frame, _ look: Look) {
      panes.draw(into: &frame, look)
      frame.write(lines, in: place, look)
    }
  }

  public func placed(in rect: Rect, _ look: Look) -> Placed {
    let room = rect.inset(bottom: lines.count + Board.gap(rect))
    return Placed(grid.placed(in: room, look), lines, in: rect)
  }

  public func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    placed(in: rect, look).draw(into: &frame, look)
  }

  /// A free row above the lines, where there is room for one.
  static func gap(_ rect: Rect) -> Int { rect.height > 22 ? 1 : 0 }
}
