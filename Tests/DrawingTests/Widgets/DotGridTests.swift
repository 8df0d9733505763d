import Model
import Testing

@testable import Drawing

struct DotGridTests {
  private static func glyphs(_ dots: DotGrid) -> [Character] {
    var frame = Frame(dots.size)
    dots.draw(into: &frame, at: Point(row: 0, column: 0)) { _ in Style() }
    return frame.cells.map(\.glyph)
  }

  /// Wherever a line begins and ends, its dots inside are those of the same line in a grid that holds
  /// all of it, and the next one's gaps go on from there.
  @Test(arguments: [false, true]) func linesAreCutAtTheEdges(_ isDotted: Bool) {
    let size = Size(width: 9, height: 4)
    // The small grid lies in the middle of a large one.
    let (right, down) = (40, 80)
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      var (small, large) = (DotGrid(size), DotGrid(Size(width: 49, height: 44)))
      var points = (0..<4).map { _ in
        (
          x: Int.random(in: -40..<58, using: &generator),
          y: Int.random(in: -80..<96, using: &generator)
        )
      }
      // Upright, level and of no length.
      points += [(points[3].x, 7), (5, 7), (5, 7)]
      for (start, end) in zip(points, points.dropFirst()) {
        small.line(from: start, to: end, isDotted: isDotted)
        large.line(
          from: (start.x + right, start.y + down), to: (end.x + right, end.y + down),
          isDotted: isDotted)
      }
      let whole = Self.glyphs(large)
      let cut = (0..<4).flatMap { row in
        (0..<9).map { column in whole[(row + down / 4) * 49 + column + right / 2] }
      }
      let isEqual = Self.glyphs(small) == cut
      #expect(isEqual)
    }
  }

  @Test func aLineThatIsFarTooLongTakesNoTime() {
    var dots = DotGrid(Size(width: 2, height: 2))
    for _ in 0..<1000 { dots.line(from: (-1_000_000_000, 1), to: (1_000_000_000, 3)) }
    #expect(Self.glyphs(dots).prefix(2).allSatisfy { $0 != " " })
  }
}
