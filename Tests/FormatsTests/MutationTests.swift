import Model
import Testing

@testable import Formats

/// Mutated files: whatever the bytes, a decoder answers with a tensor or an error and never traps.
struct Mutation {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// One to four changes: a bit, a byte, a piece removed, repeated or cut off at the end.
  mutating func mutated(_ bytes: [UInt8], alphabet: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, at + Int.random(in: 1...8, using: &generator))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes[at] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator)!
      case 2: bytes[at] = alphabet.randomElement(using: &generator)!
      case 3: bytes.removeSubrange(at..<end)
      case 4: bytes.insert(contentsOf: bytes[at..<end], at: at)
      default:
        if Bool.random(using: &generator) { bytes.removeSubrange(at...) }
      }
    }
    return bytes
  }
}

private let text = Array("[]{},:;\"\r\n\t -+.eE0123456789NaInfity#P".utf8)

private func storm(
  _ originals: [[UInt8]], seed: UInt64, alphabet: [UInt8] = text, times: Int = 20_000,
  decode: ([UInt8]) throws(FormatError) -> Tensor
) {
  var mutation = Mutation(seed: seed)
  var tensors = 0
  for time in 0..<times {
    let bytes = mutation.mutated(originals[time % originals.count], alphabet: alphabet)
    if let tensor = try? decode(bytes) {
      tensors += 1
      if tensor.elements.isEmpty { Issue.record("an empty tensor") }
    }
  }
  #expect((1..<times).contains(tensors), "\(tensors) of \(times) could be read")
}

@Test func mutatedJSONNeverTraps() {
  let texts = ["[[0,1.5],[-2e3,NaN]]", "[[[1,2]],\n[[3,4]]]", "[[[[1],[2]]]]", "[[],[1]]"]
  storm(
    texts.map { Array($0.utf8) }, seed: 1,
    decode: { bytes throws(FormatError) in try JSONText.tensor(from: bytes) })
}

@Test func mutatedCSVNeverTraps() {
  let texts = ["1,2\n3,4\n", "\u{FEFF}1;-inf\r\n3;4e5\r\n\r\n", " 1 \t2\r3 4"]
  storm(texts.map { Array($0.utf8) }, seed: 2, decode: CSVText.tensor)
}

@Test func mutatedArrayNeverTraps() throws {
  let names = ["a_f4.npy", "a_fortran.npy", "a_v3.npy", "npy_v3.npy", "npy_le_f2.npy"]
  storm(
    try names.map(SampleFile.bytes), seed: 3,
    decode: { bytes throws(FormatError) in try NPYFile.tensor(from: bytes) })
}

@Test func mutatedNetpbmNeverTraps() {
  let texts = [
    "P2 2 2 9\n1 2 3 4\n", "P3 1 1 255 1 2 3", "P5\n#x\n2 2 255 abcd", "P6 1 1 65535 abcdef",
  ]
  storm(texts.map { Array($0.utf8) }, seed: 4, decode: PNMImage.tensor)
}

@Test func mutatedPNGNeverTraps() throws {
  let names = ["png_grey.png", "png_palette_transparent.png", "png_interlaced.png", "png_bits.png"]
  let originals = try names.map(SampleFile.bytes)
  storm(originals, seed: 5, times: 10_000, decode: PNGImage.tensor)
  // Checksums put right, so that the damage reaches what is behind them.
  storm(originals, seed: 6, times: 10_000) { (bytes) throws(FormatError) in
    try PNGImage.tensor(from: withRightChecksums(bytes))
  }
}

@Test func mutatedJPEGNeverTraps() throws {
  let names = ["jpeg_grey.jpg", "jpeg_color.jpg", "jpeg_progressive.jpg"]
  storm(try names.map(SampleFile.bytes), seed: 7, decode: JPEGImage.tensor)
}

/// The PNG with the checksum of every chunk that is still whole computed anew.
private func withRightChecksums(_ bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  var start = 8
  while start + 12 <= bytes.count {
    let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    let end = start + 8 + length
    guard end + 4 <= bytes.count else { break }
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes[start + 4..<end] {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    for (index, shift) in [24, 16, 8, 0].enumerated() {
      bytes[end + index] = UInt8(truncatingIfNeeded: ~sum >> UInt32(shift))
    }
    start = end + 4
  }
  return bytes
}
