import Drawing
import Model

/// The cells that a lesson lights up, and those that are marked as an answer.
extension State {
  private var views: [MatrixView] {
    (scene as? any SceneWithCells)?.views(in: uncovered(layout.body), sceneLook) ?? []
  }

  /// The marking that goes on in the scene in front.
  private var marking: Marking? {
    lesson.flatMap { $0.stage.current == current ? $0.attempt?.marking : nil }
  }

  func drawMarks(into frame: inout Frame) {
    guard let lesson, lesson.stage.current == current else { return }
    let points = lesson.step?.points.map(\.cells) ?? []
    guard marking != nil || !points.isEmpty else { return }
    for view in views where !view.pane.matrix.isEmpty {
      for cells in points where cells.matrix == view.pane.matrix {
        view.fill(cells.positions, into: &frame, look)
        // In colours a filled cell stands out; an outline would cut its digits.
        if !look.fillsCells { view.outline(cells.block, into: &frame, look) }
      }
      guard let marking, marking.matrix == view.pane.matrix else { continue }
      view.fill(marking.cells, into: &frame, look)
      if lesson.isOpen { view.outline(Block(marking.cursor), into: &frame, look) }
    }
  }

  /// Marks a cell with the mouse.
  ///
  /// - Parameter isDrawn: Whether the button was held since the last one.
  /// - Returns: False where no cell to be marked is there.
  mutating func mark(at point: Point, isDrawn: Bool) -> Bool {
    guard let marking, lesson?.isOpen == true,
      let view = views.first(where: { $0.pane.matrix == marking.matrix }),
      let cell = view.cell(at: point)
    else { return false }
    if isDrawn {
      lesson?.attempt?.marking?.draw(to: cell)
    } else {
      lesson?.attempt?.marking?.toggle(cell)
    }
    return true
  }
}
