import Model

/// Mistakes in several numbers or cells.
extension Mistake {
  static func inRow(_ row: [Float], _ number: Int, _ slide: SlideScene) -> Mistake? {
    let right = slide.unrolledRow(number)
    let kernel = slide.geometry.kernel
    func isRow(_ other: [Float]) -> Bool {
      row.count == other.count && zip(row, other).allSatisfy(Expected.areClose)
    }
    // Among too many windows nobody looks for the one.
    for other in 0..<min(256, slide.geometry.windowCount)
    where other != number && isRow(slide.unrolledRow(other)) {
      return .otherRow(other)
    }
    let down = (0..<kernel.columns).flatMap { column in
      (0..<kernel.rows).map { right[$0 * kernel.columns + column] }
    }
    if isRow(down) { return .readDown }
    let window = slide.trace.window(number)
    if isRow(right.indices.map { slide.trace.product($0, of: window).value }) { return .multiplied }
    guard row.count == right.count else { return .rowLength(row.count, needed: right.count) }
    let wrong = right.indices.first { !Expected.areClose(row[$0], right[$0]) }
    return wrong.map { .entry($0 + 1, tap: Position($0, inRowsOf: kernel.columns)) }
  }

  /// The first cell that differs, row by row.
  static func inCells(_ answer: String, _ expected: Expected) -> Mistake? {
    guard case .cells(let right, let matrix, _) = expected, let ranges = CellRange.list(answer)
    else { return nil }
    let marked = ranges.reduce(into: Set()) { $0.formUnion($1.positions) }
    let wrong = marked.symmetricDifference(right).min { ($0.row, $0.column) < ($1.row, $1.column) }
    return wrong.map { right.contains($0) ? .unmarked(matrix, $0) : .marked(matrix, $0) }
  }
}
