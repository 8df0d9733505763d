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
    private let sums: BlockSums.Layout?
    private let foot: Int

    /// The lines stand below the lowest pane, or at the foot, above the sums.
    init(
      _ panes: PaneGrid.Placed, _ lines: [Line], _ sums: BlockSums.Layout? = nil, in rect: Rect
    ) {
      (self.panes, self.lines, foot) = (panes, lines, rect.rows.upperBound)
      place = Rect(
        row: min(panes.bottom + 1, foot - (sums?.height ?? 0) - lines.count),
        column: rect.column + 1, width: Board.textWidth(rect), height: lines.count)
      let room = foot - place.rows.upperBound
      self.sums = sums?.enlarged(toHeight: room - 1)
    }

    public var views: [MatrixView] { panes.views }

    /// The pane and the cell under a point of the screen.
    public func hit(_ point: Point) -> PaneGrid.Placed.Hit? { panes.hit(point) }

    public func draw(into frame: inout Frame, _ look: Look) {
      panes.draw(into: &frame, look)
      frame.write(lines, in: place, look)
      if let sums {
        // Where there is room, a row stays free above and below them.
        let used = (lines.lastIndex { !$0.isEmpty } ?? -1) + 1
        let last = foot - sums.height
        let row = min(
          place.rows.upperBound + 1, place.row + used + 1 < last ? last - 1 : last)
        sums.draw(into: &frame, at: Point(row: row, column: place.column), look)
      }
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
