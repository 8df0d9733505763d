/// A number that follows from some content and hardly from another one: where a single word differs,
/// the fingerprints always do.
///
///     value = (value XOR word) · 1099511628211  mod 2⁶⁴
///
/// Source: Fowler, Noll and Vo, *The FNV Non-Cryptographic Hash Algorithm*, FNV-1a with 64 bits, here
/// over words of 32 bits.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  /// Takes numbers by their bits; how many there are counts too.
  public mutating func take(_ numbers: [Float]) {
    take(numbers.count)
    for number in numbers { take(word: number.bitPattern) }
  }

  public mutating func take(_ number: Int) {
    take(word: UInt32(truncatingIfNeeded: number))
    take(word: UInt32(truncatingIfNeeded: number >> 32))
  }

  public mutating func take(_ text: String) {
    take(text.utf8.count)
    for byte in text.utf8 { take(word: UInt32(byte)) }
  }

  private mutating func take(word: UInt32) {
    value = (value ^ UInt64(word)) &* 0x100_0000_01B3
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
