import Model
import TestSupport
import Testing

@testable import Drawing

struct NumberTextTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (19, "19"), (-4, "−4"), (0.5, "0.5"), (-0.25, "−0.25"),
      (1 / 3, "0.3333"), (2.0 / 3, "0.6667"), (12.345678, "12.346"), (123.456, "123.46"),
      (1234.56, "1234.6"), (99999.96, "100000"), (999_999, "999999"), (1e6, "1.0e6"),
      (0.99999, "1"), (0.001, "0.001"), (0.000123, "1.2e−4"), (-5.5e20, "−5.5e20"),
      (9.96e9, "1.0e10"), (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "NaN"),
    ] as [(Float, String)])
  func shortNumberSaysWhatIsNeeded(_ value: Float, _ text: String) {
    #expect(NumberText.short(value) == text)
  }

  @Test(
    arguments: [
      (0.14, 3, "0.140"), (-0.0004, 3, "0.000"), (-0.6, 0, "−1"), (0.4, 0, "0"),
      (26.228, 1, "26.2"),
      (1e20, 2, "1.0e20"), (.nan, 2, "NaN"),
    ] as [(Float, Int, String)])
  func fixedNumberHasItsDecimals(_ value: Float, _ decimals: Int, _ text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test func anyNumberIsWrittenAndReadAgain() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<20_000 {
      let value = Float(bitPattern: UInt32.random(in: 0 ... .max, using: &generator))
      let text = NumberText.short(value)
      #expect(!text.isEmpty && text.cellWidth <= 9)
      guard value.isFinite, let read = Float(text.replacing("−", with: "-")) else { continue }
      #expect(abs(read - value) <= abs(value) * 0.06, "\(value) as \(text)")
    }
  }

  @Test func numbersOfAPlaneStandUnderEachOther() {
    let format = NumberFormat([1, -2.5, 10.25])
    #expect(format.text(1) == "1.00" && format.text(-2.5) == "−2.50")
  }

  @Test func wholeNumbersHaveNoDecimals() {
    let format = NumberFormat([0, 19, -4])
    #expect(format.text(19) == "19" && format.text(-4) == "−4")
  }

  @Test(
    arguments: [[], [.nan], [.infinity, -.infinity], [0], [1e-9, 2e-9], [3e38, 1]] as [[Float]])
  func widthHoldsTheLongestOfTheNumbers(_ values: [Float]) {
    let format = NumberFormat(values)
    #expect(format.width >= 1)
    for value in values { #expect(format.text(value).cellWidth <= format.width) }
  }

  @Test func smallNumbersAreNotWrittenAsZero() {
    #expect(NumberFormat([1e-9, 2e-9]).text(1e-9) == "1.0e−9")
  }
}
