extension Export {
  /// The unchanged cells between two changed ones that are written again: a jump over them takes as
  /// many characters.
  private static let shortestJump = 6

  /// The escape sequences that make one frame out of another on a terminal that shows it: the
  /// cursor goes to each run of changed cells.
  ///
  /// - Parameter old: Of the same size; nil where nothing is known of what the terminal shows.
  public static func changes(from old: Frame?, to new: Frame, depth: ColorDepth) -> String {
    precondition(old.map { $0.size == new.size } ?? true)
    var text = ""
    for row in 0..<new.size.height {
      let cells = new.row(row)
      for run in runs(from: old?.row(row), to: cells) {
        text += "\u{1B}[\(row + 1);\(run.lowerBound - cells.startIndex + 1)H"
        text += ansi(cells[run], depth: depth)
      }
    }
    return text
  }

  /// The ranges of cells of a row that are to be written; a wide glyph is never begun in its middle.
  private static func runs(
    from old: ArraySlice<Cell>?, to new: ArraySlice<Cell>
  ) -> [Range<Int>] {
    guard let old else { return new.isEmpty ? [] : [new.indices] }
    var runs: [Range<Int>] = []
    for index in new.indices where new[index] != old[index] {
      var start = index
      if new[index].isContinuation, index > new.startIndex { start -= 1 }
      if let last = runs.last, start - last.upperBound < shortestJump {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(start..<index + 1)
      }
    }
    return runs
  }
}
