extension Frame {
  /// Writes a number in large digits into the upper left corner of a rectangle.
  ///
  /// - Parameter scales: The sizes to try, the largest first.
  /// - Returns: The rows that it takes; 0 where a character has no shape, or there is no room.
  public mutating func write(
    large text: String, in rect: Rect, scales: [Int], _ style: Style, _ look: Look
  ) -> Int {
    guard look.hasBlocks, !text.isEmpty, let number = BlockNumber(text) else { return 0 }
    let fitting = scales.first {
      number.width * $0 <= rect.width && BlockNumber.rows(scale: $0) <= rect.height
    }
    guard let scale = fitting, contains(rect.row, rect.column) else { return 0 }
    let height = BlockNumber.rows(scale: scale)
    let box = Rect(
      row: rect.row, column: rect.column, width: number.width * scale, height: height)
    var style = style
    style.background = style.background ?? self[rect.row, rect.column].style.background
    number.draw(into: &self, in: box, scale: scale, style)
    return height
  }
}
