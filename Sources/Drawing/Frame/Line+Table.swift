extension [Line] {
  /// Rows of words in columns as wide as their longest, nearer to each other where the width asks
  /// for it; columns that have no room then are left out, but the last, whose words are cut, where its
  /// heading has some.
  public static func table(
    _ rows: [[String]], width: Int, gap: Int = 2, role: (Int) -> Role
  ) -> [Line] {
    guard let header = rows.first else { return [] }
    var widths = header.indices.map { column in rows.map { $0[column].cellWidth }.max() ?? 0 }
    let gap = widths.reduce(gap * (widths.count - 1), +) > width ? 1 : gap
    var rest = width
    for (column, wanted) in widths.enumerated() {
      let isLast = column == widths.count - 1
      guard (isLast ? header[column].cellWidth : wanted) <= rest else {
        widths.removeSubrange(column...)
        break
      }
      widths[column] = Swift.min(wanted, rest)
      rest -= wanted + gap
    }
    return rows.enumerated().map { number, row in
      let words = zip(row, widths).map { word, width in
        word.cellWidth <= width
          ? word.padded(to: width) : word.cut(to: Swift.max(0, width - 1)) + "…"
      }
      return [Span(words.joined(separator: String(repeating: " ", count: gap)), role(number))]
    }
  }
}
