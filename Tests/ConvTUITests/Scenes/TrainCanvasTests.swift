import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// Samples that are drawn with the pen or the mouse.
@Suite struct TrainCanvasTests {
  private func desk(size: Size = .standard, look: Look = Look()) throws -> TrainingDesk {
    try TrainingDesk(try .small(), size: size, look: look)
  }

  @Test func samplesAreGoneThroughAndDrawn() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    let first = desk.snapshot?.image
    try desk.press("n")
    #expect(desk.snapshot?.image != first && desk.state.frame().text.contains("sample 2 of 6"))
    try desk.press("N N")
    #expect(desk.state.frame().text.contains("sample 6 of 6"))
    try desk.press("e enter down down down esc")
    #expect(desk.snapshot?.label == nil && desk.state.frame().text.contains(words.drawn))
    let pixels = try #require(desk.snapshot?.image.elements)
    for row in 14...17 { #expect(pixels[row * 28 + 14] == 1) }
    #expect(pixels[22 * 28 + 14] == 0)
    try desk.press("e backspace")
    #expect(desk.snapshot?.image.elements.allSatisfy { $0 == 0 } == true)
  }

  @Test func clickDrawsWhereThePixelIs() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    let body = desk.state.layout.body
    /// A point of the screen in the place of a pixel, and the pixel that it stands for.
    func point(_ row: Int, _ column: Int) throws -> (point: Point, pixel: Position) {
      let points = body.rows.flatMap { row in
        body.columns.map { Point(row: row, column: $0) }
      }
      let pixels = points.compactMap { point in
        desk.train?.pixel(at: point, in: body, desk.state.look).map { (point, $0) }
      }
      return try #require(
        pixels.min { left, right in
          func distance(_ pixel: Position) -> Int {
            abs(pixel.row - row) + abs(pixel.column - column)
          }
          return distance(left.1) < distance(right.1)
        })
    }
    let (start, end, other) = (try point(10, 9), try point(16, 9), try point(10, 20))
    desk.state.click(start.point)
    desk.settle()
    func ink(_ pixel: Position) -> Float? { desk.snapshot?.image[0, 0, pixel.row, pixel.column] }
    #expect(ink(start.pixel) == 1 && ink(Position(row: 20, column: 20)) == 0)
    // The button held, down to another cell; then a stroke of its own.
    desk.state.drag(end.point)
    desk.state.click(other.point)
    desk.settle()
    for row in start.pixel.row...end.pixel.row {
      #expect(ink(Position(row: row, column: start.pixel.column)) == 1)
    }
    #expect(ink(other.pixel) == 1 && ink(Position(row: 10, column: 15)) == 0)
  }

  @Test(arguments: [ScreenLayout.smallest, Size(width: 60, height: 16), .standard])
  func sampleIsSeenWholeWithWhatItIsTakenFor(_ size: Size) throws {
    for depth in [ColorDepth.none, .direct] {
      var desk = try desk(size: size, look: Look(depth: depth))
      try desk.press("e v")
      let text = desk.state.frame().text
      // Nothing is predicted of an empty drawing.
      #expect(text.contains(words.drawn) && text.contains("Draw:"))
      #expect(!text.contains("prediction"))
      #expect(!text.contains("↕") && !text.contains("↔"))
      let body = ScreenLayout(size).body
      let pixels = (body.row..<body.rows.upperBound).flatMap { row in
        (0..<size.width / 2).compactMap { column in
          desk.train?.pixel(
            at: Point(row: row, column: column), in: body, desk.state.look)
        }
      }
      #expect((20..<28).contains(try #require(pixels.map(\.row).max())))
      #expect((24..<28).contains(try #require(pixels.map(\.column).max())))
    }
  }

  @Test func penIsSeenWhereTheCurvesLeaveNoRoomForTheSample() throws {
    var desk = try desk(size: ScreenLayout.smallest)
    #expect(!desk.state.frame().text.contains("prediction"))
    try desk.press("e enter")
    #expect(desk.state.frame().text.contains("prediction"))
    try desk.press("esc")
    #expect(desk.state.frame().text.contains(words.validation))
  }
}
