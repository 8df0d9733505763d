import Drawing
import Model

extension Tensor {
  /// Whether all rows of a matrix are the same.
  var hasEqualRows: Bool {
    (1..<max(1, shape.rows)).allSatisfy { row in
      (0..<shape.columns).allSatisfy { self[row, $0] == self[0, $0] }
    }
  }
}

/// Of rows that are all the same a few stand for all, where only those have room in block digits.
extension [Pane] {
  /// Their first rows, or those around one of them, in block digits; nil where fewer than three fit.
  ///
  /// - Precondition: All rows of each pane are the same.
  func equalRows(
    around row: Int = 0, in rect: Rect, _ look: Look, _ panes: ([Pane]) -> NumberPanes
  ) -> PaneGrid.Placed? {
    guard look.hasBlocks, look.fillsCells else { return nil }
    let most = reduce(0) { Swift.max($0, $1.extent.rows.count) } - 1
    return stride(from: most, through: 3, by: -1).lazy.compactMap { count in
      var numbers = panes(map { $0.equalRows(count, around: row, look.words) })
      // Two decimals, or at least one: the digits are what it is for.
      numbers.blockColumns = 4
      return numbers.placed(in: rect, look)
    }.first
  }
}

extension Pane {
  /// So many of its rows, as its title says.
  fileprivate func equalRows(_ count: Int, around row: Int, _ words: Words) -> Pane {
    guard count < extent.rows.count else { return self }
    var pane = self
    let last = extent.rows.upperBound - count
    let first = max(extent.rows.lowerBound, min(last, row - count / 2))
    pane.extent = Block(rows: first..<first + count, columns: extent.columns)
    let said = words.equalRows(count, of: extent.rows.count)
    pane.title.append(Span("  " + said, .secondary))
    return pane
  }
}
