import Model
import Testing

@testable import Formats

@Test(arguments: checksums)
func checksumIsTheOneOfTheStandard(_ text: String, expected: UInt32) {
  Array(text.utf8).withUnsafeBytes {
    #expect(CRC32C.checksum($0) == expected)
    #expect(CRC32C.checksumByTables($0) == expected)
  }
}

private let checksums: [(String, UInt32)] = [
  ("123456789", 0xE306_9283), (String(repeating: "\0", count: 32), 0x8A91_36AA), ("", 0),
]

@Test func maskedChecksumIsTensorBoards() {
  let bytes = [0x1A, 0x11] + Array("CRC test, one two".utf8)
  #expect(bytes.withUnsafeBytes { CRC32C.masked($0) } == 0x5794_D08A)
}

@Test func tablesAndInstructionAgree() {
  var generator = SeededGenerator(seed: 1)
  for length in 0..<200 {
    let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
    bytes.withUnsafeBytes { #expect(CRC32C.checksum($0) == CRC32C.checksumByTables($0)) }
  }
}
