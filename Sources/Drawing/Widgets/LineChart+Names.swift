extension LineChart {
  /// Writes the names in the columns beside a plot, from the top down in the order in which the curves end,
  /// each as near to its own end as the others let it be; without rows for all, the first ones.
  func drawNames(
    _ ends: [(curve: Curve, x: Int, y: Int)], into frame: inout Frame, beside plot: Rect,
    _ look: Look
  ) {
    let named = ends.filter { !$0.curve.name.isEmpty }.sorted { $0.y < $1.y }.prefix(plot.height)
    var rows: [Int] = []
    for end in named {
      rows.append(max(plot.row + end.y / 4, rows.last.map { $0 + 1 } ?? plot.row))
    }
    var below = plot.rows.upperBound
    for index in rows.indices.reversed() {
      rows[index] = min(rows[index], below - 1)
      below = rows[index]
    }
    let column = plot.columns.upperBound + 1
    for (end, row) in zip(named, rows) {
      frame.write(end.curve.name, at: Point(row: row, column: column), look.style(end.curve.role))
    }
  }
}
