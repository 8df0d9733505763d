import Model

@testable import Formats

/// Mutated files: whatever the bytes, a decoder answers with a tensor or an error and never traps.
struct Mutation {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// One to four changes: a bit, a byte, a piece removed, repeated or cut off at the end, a number
  /// become an extreme one.
  mutating func mutated(_ bytes: [UInt8], alphabet: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, at + Int.random(in: 1...8, using: &generator))
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes[at] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator)!
      case 2: bytes[at] = alphabet.randomElement(using: &generator)!
      case 3: bytes.removeSubrange(at..<end)
      case 4: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 5: replaceField(&bytes, at: at)
      case 6: replaceDigits(&bytes)
      default:
        if Bool.random(using: &generator) { bytes.removeSubrange(at...) }
      }
    }
    return bytes
  }

  /// Numbers at which sums and products overflow, and those that hide it.
  static let extremes = [
    0, 0, -1, 1, 1 << 15, 1 << 16, 1 << 20, 1 << 24, .init(Int32.max), 1 << 31, .init(UInt32.max),
    1 << 32,
    1 << 53, 1 << 62, .max, .max - 1, .min,
  ]

  private mutating func extreme() -> Int { Mutation.extremes.randomElement(using: &generator)! }

  /// Writes one to three numbers of 1, 2, 4 or 8 bytes, of either byte order, over what stands there.
  private mutating func replaceField(_ bytes: inout [UInt8], at start: Int) {
    let size = [1, 2, 4, 8].randomElement(using: &generator)!
    let isBigEndian = Bool.random(using: &generator)
    for field in 0..<Int.random(in: 1...3, using: &generator) {
      let number = extreme()
      for index in 0..<size where start + field * size + index < bytes.count {
        let shift = 8 * (isBigEndian ? size - 1 - index : index)
        bytes[start + field * size + index] = UInt8(truncatingIfNeeded: number >> shift)
      }
    }
  }

  /// Writes extreme numbers in decimal for one to three that follow one another.
  mutating func replaceDigits(_ bytes: inout [UInt8]) {
    let runs = bytes.indices.filter {
      bytes[$0].isDigit && ($0 == 0 || !bytes[$0 - 1].isDigit)
    }
    guard let first = runs.indices.randomElement(using: &generator) else { return }
    let count = Int.random(in: 1...3, using: &generator)
    // From the last on, so that the others stay where they are.
    for run in runs[first...].prefix(count).reversed() {
      let end = bytes[run...].firstIndex { !$0.isDigit } ?? bytes.count
      bytes.replaceSubrange(run..<end, with: Array("\(extreme())".utf8))
    }
  }
}
