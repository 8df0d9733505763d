import Testing

@testable import Drawing

struct BlockSumsTests {
  private let sums = BlockSums([
    (
      Span("Y"),
      [
        [Span("1×0"), Span("+"), Span("2×1"), Span("="), Span("2").asResult],
        [Span("="), Span("2").asResult],
      ]
    )
  ])

  @Test func longestFormThatFitsComesFirst() throws {
    let counts = [200, 60, 20].map { sums.layouts(width: $0, Look()).count }
    // The last has no name.
    #expect(counts == [3, 3, 2])
    #expect(sums.layouts(width: 8, Look()).isEmpty)
    #expect(sums.layouts(width: 200, Look(hasBlocks: false)).isEmpty)
  }

  @Test func sumIsTwiceAsLargeWhereThereIsRoom() throws {
    let layout = try #require(sums.layouts(width: 200, Look()).first)
    #expect(layout.height == 3)
    #expect(layout.enlarged(toHeight: 5).height == 5)
    #expect(layout.enlarged(toHeight: 4).height == 3)
  }

  /// A question mark without the numbers that lead to it tells nothing, and takes no lines.
  @Test func hiddenResultIsAQuestionMark() throws {
    var look = Look(depth: .none)
    look.hidesResults = true
    #expect(sums.layouts(width: 14, look).isEmpty)
    let result = [Span("="), Span("4").asResult]
    let asked = BlockSums([(Span("Y"), [[Span("2")] + result, result])])
    var frame = Frame(Size(width: 20, height: 3))
    let layout = try #require(asked.layouts(width: 20, look).first)
    layout.draw(into: &frame, at: Point(row: 0, column: 0), look)
    #expect(Export.text(frame).hasSuffix("▀▀█\nY   █▀▀   ▄▄▄    ▀▀\n    ▀▀▀          ▀\n"))
  }
}
