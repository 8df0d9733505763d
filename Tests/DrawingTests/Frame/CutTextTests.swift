import Model
import TestSupport
import Testing

@testable import Drawing

struct CutTextTests {
  @Test(arguments: [
    ("weights", 4, "weig"), ("image 9×9", 9, "image 9×9"), ("image 9×9", 8, "image "),
    ("conv12x5:p1", 6, "conv"), ("5.4e9", 4, ""), ("a −1.25", 5, "a "),
    ("a −1.25 b", 8, "a −1.25 "),
    ("(−3, 4)", 3, ""), ("K[0,1] = 12", 10, "K[0,1] = "), ("±0.5", 2, ""), ("中文", 3, "中"),
    ("−∞", 1, ""), ("12", 0, ""),
  ])
  func numberIsWholeOrNotThere(_ text: String, _ width: Int, _ cut: String) {
    #expect(text.cut(to: width) == cut)
  }

  /// Words, numbers and sizes in a seeded order: what is left of a line has no other numbers.
  @Test(arguments: 1...40) func cutLineHasNumbersOfTheWholeOne(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<8).map { _ -> String in
      let value = Float.random(in: -2000...2000, using: &generator)
      return switch Int.random(in: 0..<5, using: &generator) {
      case 0: NumberText.short(value)
      case 1: "(\(NumberText.short(value)), \(NumberText.scientific(value)))"
      case 2: "3×\(Int(abs(value)))"
      case 3: "layer"
      default: "lr=\(NumberText.short(value / 1e5))"
      }
    }
    let text = words.joined(separator: " ")
    let numbers = Set(text.numbers)
    for width in 0...text.cellWidth {
      var frame = Frame(Size(width: 80 + text.cellWidth, height: 1))
      frame.write(text, at: Point(row: 0, column: 40), Style(), limit: 40 + width)
      #expect(Set(frame.text(row: 0).numbers).isSubset(of: numbers), "\(width): \(text)")
      #expect(frame.text(row: 0).dropFirst(40 + width).allSatisfy { $0 == " " })
    }
  }

  /// A box over a line takes numbers that it would cut.
  @Test(arguments: 1...40) func coveredNumberGoesWhole(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = (0..<12).map { _ in
      NumberText.short(Float.random(in: -2000...2000, using: &generator))
    }.joined(separator: " ")
    var frame = Frame(Size(width: text.cellWidth, height: 1))
    frame.write(text, at: Point(row: 0, column: 0), Style())
    let start = Int.random(in: 1..<text.cellWidth - 6, using: &generator)
    frame.cover(Rect(row: 0, column: start, width: 5, height: 1), Style())
    #expect(Set(frame.text(row: 0).numbers).isSubset(of: text.numbers), "\(text)")
  }

  @Test func labelsKeepABlankBetweenThem() {
    var row = LabelRow(10..<30)
    #expect(row.place("100", at: 4) == 10)
    #expect(row.place("−20", at: 40) == 27)
    #expect(row.place("7", at: 13) == nil && row.place("7", at: 14) == 14)
    #expect(row.place("12345678901234567890123", at: 0) == nil)
  }
}
