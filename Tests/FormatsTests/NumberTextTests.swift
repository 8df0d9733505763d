import Model
import Testing

@testable import Formats

private func value(_ text: String, _ grammar: NumberText.Grammar = .loose) -> Float? {
  let bytes = Array(text.utf8)
  return NumberText.value(of: bytes, in: 0..<bytes.count, grammar: grammar)
}

@Test func numberIsRoundedOnceToSinglePrecision() {
  // 1 + 2⁻²⁴ is halfway between two floats; a little more must round up, also past 2⁵³ and 19 digits.
  #expect(value("1.000000059604644775390625") == 1)
  #expect(value("1.0000000596046448") == 1 + Float.ulpOfOne)
  #expect(value("1.00000005960464477539062500000000001") == 1 + Float.ulpOfOne)
  #expect(value("16777217") == 16_777_216)
  #expect(value("16777217.00000001") == 16_777_218)
  #expect(value("3.4028235e38") == .greatestFiniteMagnitude)
  #expect(value("1e39") == .infinity)
  #expect(value("-1e999999999999") == -.infinity)
  #expect(value("1e-45") == .leastNonzeroMagnitude)
  #expect(value("1e-999") == 0)
  #expect(value("0e999") == 0)
  #expect(value("-0")?.sign == .minus)
  #expect(value("0." + String(repeating: "0", count: 60) + "1e61") == 1)
}

@Test func looseNumberMayLackDigitsOnOneSideOfThePoint() {
  for (text, number) in ["+1": 1, ".5": 0.5, "5.": 5, "007": 7, "5.e1": 50, ".5E+1": 5]
    as [_: Float]
  {
    #expect(value(text) == number, "\(text)")
    #expect(value(text, .json) == nil, "\(text)")
  }
}

@Test func specialValuesHaveTheirWords() {
  for text in ["nan", "NaN", "-NAN", "+nan"] { #expect(value(text)?.isNaN == true, "\(text)") }
  for text in ["inf", "Inf", "+Infinity", "INFINITY"] { #expect(value(text) == .infinity) }
  #expect(value("-inf") == -.infinity)
  #expect(value("NaN", .json)?.isNaN == true)
  #expect(value("Infinity", .json) == .infinity)
  #expect(value("-Infinity", .json) == -.infinity)
  for text in ["nan", "inf", "-NaN", "infinity", "null"] { #expect(value(text, .json) == nil) }
}

@Test(arguments: [
  "", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "0x10", "1_000", "--1", "1 2", "12a", "１", "-.e1",
])
func otherTextIsNoNumber(_ text: String) {
  #expect(value(text) == nil)
  #expect(value(text, .json) == nil)
}

@Test func writtenNumberReadsBackTheSame() {
  var generator = SeededGenerator(seed: 7)
  for _ in 0..<20_000 {
    let number = Float(bitPattern: UInt32.random(in: 0...UInt32.max, using: &generator))
    guard number.isFinite else { continue }
    for grammar in [NumberText.Grammar.json, .loose] {
      #expect(value(NumberText.text(number), grammar) == number)
    }
  }
}

@Test func fastAndLibraryReadingAgree() {
  var generator = SeededGenerator(seed: 8)
  for _ in 0..<20_000 {
    let digits = UInt64.random(
      in: 0..<(1 << UInt64.random(in: 1..<64, using: &generator)), using: &generator)
    let text = "\(digits)e\(Int.random(in: -50...40, using: &generator))"
    #expect(value(text) == Float(text), "\(text)")
  }
}

@Test func minusSignsAreHyphens() throws {
  #expect(try NumberList.parse("−1,2.5e−3,-4") == [-1, 2.5e-3, -4])
  #expect(throws: FormatError.notANumber(text: "−x", line: 1, column: 3)) {
    try NumberList.parse("1,−x")
  }
}
