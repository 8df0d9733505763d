import Testing

@testable import Model

@Test func aDotIsRoundAndStaysInTheImage() {
  var ink = Ink(rows: 28, columns: 28)
  ink.draw(from: Position(row: 14, column: 10), to: Position(row: 14, column: 10))
  func pixel(_ row: Int, _ column: Int) -> Float { ink.pixels[row * 28 + column] }
  #expect(pixel(14, 10) == 1 && pixel(13, 10) == pixel(14, 11) && pixel(14, 9) == pixel(15, 10))
  #expect(pixel(14, 13) == 0 && pixel(11, 10) == 0)
  for corner in [.zero, Position(row: 27, column: 27), Position(row: 0, column: 27)] {
    ink.draw(from: corner, to: corner)
  }
  #expect(pixel(0, 0) == 1 && pixel(27, 27) == 1 && ink.pixels.allSatisfy { (0...1).contains($0) })
}

@Test func aLineCoversWhatLiesOnIt() {
  var ink = Ink(rows: 9, columns: 12)
  ink.draw(from: Position(row: 1, column: 2), to: Position(row: 7, column: 8))
  for place in 0...6 { #expect(ink.pixels[(1 + place) * 12 + 2 + place] == 1) }
  #expect(ink.pixels[7 * 12 + 1] == 0)
}
