import TestSupport
import Testing

@testable import Drawing

struct LineTableTests {
  private static let rows = [
    ["layer", "size", "changed"], ["conv3", "10", "lr 0.1 at 2, momentum"], ["pool", "5", "–"],
  ]

  private func table(_ width: Int) -> [String] {
    [Line].table(Self.rows, width: width, role: { _ in .text }).map { $0.map(\.text).joined() }
  }

  @Test func columnsStandAsWideAsTheirLongestWord() {
    #expect(table(40)[1] == "conv3  10    lr 0.1 at 2, momentum")
  }

  @Test func wordsOfTheLastColumnAreCutWhereItsHeadingHasRoom() {
    #expect(table(22)[1] == "conv3 10   lr 0.1 at …")
    #expect(table(18) == ["layer size changed", "conv3 10   lr 0.1…", "pool  5    –      "])
  }

  @Test func columnWithoutRoomIsLeftOutWhole() {
    #expect(table(17) == ["layer size", "conv3 10  ", "pool  5   "])
    #expect(table(9)[0] == "layer" && table(4)[0].isEmpty)
  }
}
