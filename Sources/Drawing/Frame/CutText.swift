extension String {
  /// As much of the beginning as has room in so many cells, without a part of a number: what is left
  /// of a word with a number in it ends before that.
  public func cut(to width: Int) -> String {
    var (used, end) = (0, startIndex)
    while end < endIndex, used + self[end].cellWidth <= width {
      used += self[end].cellWidth
      end = index(after: end)
    }
    guard end < endIndex, self[end] != " " else { return String(self[..<end]) }
    let word = self[..<end].lastIndex(of: " ").map { index(after: $0) } ?? startIndex
    let rest = self[end...].firstIndex(of: " ") ?? endIndex
    guard let number = self[word..<rest].firstIndex(where: \.isDigit) else {
      return String(self[..<end])
    }
    var start = min(number, end)
    while start > word, "[(−+-±=.,:·×".contains(self[index(before: start)]) {
      start = index(before: start)
    }
    return String(self[..<start])
  }
}

extension Character {
  /// Whether a number may have it as a digit.
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) || self == "∞" }

  /// Whether it may stand within a number.
  public var isInNumber: Bool { isDigit || ".−…±e".contains(self) }
}

extension Frame {
  /// Fills a rectangle that lies over what is drawn; a number that would be cut at its sides goes
  /// whole.
  public mutating func cover(_ rect: Rect, _ style: Style) {
    for row in rect.rows {
      for (edge, way) in [(rect.column, -1), (rect.columns.upperBound - 1, 1)]
      where contains(row, edge) && self[row, edge].glyph.isInNumber {
        var column = edge + way
        while contains(row, column), self[row, column].glyph.isInNumber {
          self[row, column].glyph = " "
          column += way
        }
      }
    }
    fill(rect, style)
  }
}
