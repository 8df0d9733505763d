import Drawing
import Model

/// Where the factor 2 comes from: a square of side e that grows by a little gains two strips of length e.
extension BackwardDrawing {
  /// The square with its two strips, and beside it what they mean.
  private func squareLines(_ words: Words) -> [Line] {
    let said = words.twoStrips
    func line(_ picture: Line, _ number: Int) -> Line {
      picture + [Span("   " + (said.indices.contains(number) ? said[number] : ""), .secondary)]
    }
    let frame = Role.secondary
    return [
      line([Span("┌─────────┬─┐", frame)], -1),
      line(
        [
          Span("│", frame), Span("   e²    "), Span("│", frame), Span("e", .accent),
          Span("│", frame),
        ],
        0),
      line([Span("├─────────┼─┤", frame)], 1),
      line([Span("│", frame), Span("    e    ", .accent), Span("│ │", frame)], 2),
      line([Span("└─────────┴─┘", frame)], -1),
    ]
  }

  /// The columns of the picture with its words, and from how many on it stands beside the sum.
  private static let (squareWidth, leastBeside) = (44, 100)
  private static let squareHeight = 5

  /// Draws the arithmetic in block digits, and beside or below it where its factor comes from.
  ///
  /// - Parameter room: The columns that the line above it leaves free.
  func drawSum(into frame: inout Frame, in rect: Rect, beside room: Int, _ look: Look) {
    guard case .output = stage else {
      blockSum.draw(into: &frame, in: rect.inset(top: 1), look)
      return
    }
    let isBeside = rect.width >= BackwardDrawing.leastBeside
    let sum = rect.inset(
      top: rect.height > 3 ? 1 : 0, bottom: max(0, rect.height - BackwardDrawing.squareHeight),
      right: isBeside ? BackwardDrawing.squareWidth + 2 : 0)
    blockSum.draw(into: &frame, in: sum, look)
    // It begins beside the line above, where that is short.
    let rise = room > BackwardDrawing.squareWidth ? 1 : 0
    let square =
      isBeside
      ? rect.inset(top: -rise, left: rect.width - BackwardDrawing.squareWidth)
      : rect.inset(top: BackwardDrawing.squareHeight + 1)
    guard square.height >= BackwardDrawing.squareHeight else { return }
    frame.write(squareLines(look.words), in: square, look)
  }
}
