import Model
import TestSupport
import Testing

@testable import Drawing

struct WrittenNumbersTests {
  /// The text itself is the witness: read again, it is the number.
  @Test(arguments: [WrittenNumbers.short, WrittenNumbers(decimals: 2), WrittenNumbers(decimals: 4)])
  func whatIsReadIsWhatIsWritten(_ numbers: WrittenNumbers) {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<20_000 {
      let value =
        round.isMultiple(of: 2)
        ? Float.random(in: -2000...2000, using: &generator)
        : Float(bitPattern: UInt32.random(in: 0 ... .max, using: &generator))
      guard value.isFinite else { continue }
      let text = numbers.text(value).replacing("−", with: "-")
      guard let witness = Double(text) else {
        Issue.record("\(value) as \(text)")
        continue
      }
      #expect(abs(numbers.read(value) - witness) <= 1e-12 * abs(witness), "\(value) as \(text)")
    }
  }

  @Test func roundedNumbersOnlyComeClose() {
    let short = WrittenNumbers.short
    let third: Float = 1 / 3
    // 0.3333 + 0.3333 + 0.3333 = 0.9999
    #expect(short.equals(short.sum([third, third, third]), 1) == "≈")
    #expect(short.equals(short.sum([0.1, 0.2]), 0.3) == "=")
    #expect(short.equals(short.sum([3, -4]), -1) == "=")
    #expect(WrittenNumbers(decimals: 2).equals(2 * 0.56, 1.1251) == "≈")
    #expect(short.equals(.nan, .nan) == "=" && short.equals(.infinity, .infinity) == "=")
  }
}
