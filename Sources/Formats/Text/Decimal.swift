/// The digits of a number, while they are read: significand × 10^exponent.
struct Decimal {
  private var significand: UInt64 = 0
  private var significantDigits = 0
  /// Digits past the 19 that a significand holds.
  private var isCut = false
  var exponent = 0

  mutating func append(_ digit: UInt8, afterPoint: Bool) {
    if significantDigits == 19 {
      isCut = true
      return
    }
    significand = significand * 10 + UInt64(digit - 48)
    if significand > 0 { significantDigits += 1 }
    if afterPoint { exponent -= 1 }
  }

  /// The nearest single-precision number where it can be had from one division or product of two
  /// exact doubles, nil where that could round differently.
  ///
  /// Source: Clinger, *How to read floating point numbers accurately* (1990), doi:10.1145/93542.93557.
  var exactlyRounded: Float? {
    guard !isCut, significand < 1 << 53, (-22...22).contains(exponent) else { return nil }
    let digits = Double(significand)
    let value =
      exponent < 0
      ? digits / Decimal.powersOfTen[-exponent] : digits * Decimal.powersOfTen[exponent]
    // Halfway between two floats the rounding to double may have decided the rounding to float.
    guard value.significandBitPattern & 0x1FFF_FFFF != 0x1000_0000 else { return nil }
    return Float(value)
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
