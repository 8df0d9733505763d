import Drawing
import Model

extension Scene {
  /// Refuses cells that the scene does not have.
  func check(_ point: Lesson.Point) throws(LessonError) {
    let standard = ScreenLayout(LessonCheck.size).body
    let panes = ((self as? any SceneWithCells)?.views(in: standard, Look()) ?? []).map(\.pane)
    let (name, block) = (point.cells.matrix, point.cells.block)
    guard let pane = panes.first(where: { $0.matrix == name }) else {
      throw LessonError(
        .nothingOfThisName(name, among: panes.map(\.matrix).filter { !$0.isEmpty }),
        at: point.place)
    }
    let (rows, columns) = (pane.extent.rows.upperBound, pane.extent.columns.upperBound)
    guard block.rows.upperBound <= rows, block.columns.upperBound <= columns else {
      throw LessonError(.outside(name, rows: rows, columns: columns), at: point.place)
    }
  }
}
