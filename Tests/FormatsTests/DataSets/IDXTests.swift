import Testing

@testable import Formats

private let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 3, 7, 8, 9]

@Test func labelsAreRead() throws {
  let array = try IDX(labels, rank: 1)
  #expect(array.dimensions == [3])
  #expect(try array.values() == [7, 8, 9])
}

@Test func filesThatLieAboutTheirSizeSayBothSizes() throws {
  #expect(throws: FormatError.truncated(expectedBytes: 11, foundBytes: 10)) {
    try IDX(labels.dropLast(), rank: 1)
  }
  #expect(throws: FormatError.overlong(expectedBytes: 11, foundBytes: 13)) {
    try IDX(labels + [1, 2], rank: 1)
  }
  #expect(throws: FormatError.truncated(expectedBytes: 8, foundBytes: 5)) {
    try IDX(Array(labels.prefix(5)), rank: 1)
  }
  #expect(throws: FormatError.self) { try IDX(labels, rank: 3) }
}

@Test func announcedSizesAreCheckedBeforeTheyAreTaken() {
  let most: [UInt8] = [0, 0, 8, 3] + [UInt8](repeating: 0xFF, count: 12)
  #expect(throws: FormatError.tooLarge(dimensions: [4_294_967_295, 4_294_967_295, 4_294_967_295])) {
    try IDX(most, rank: 3)
  }
  #expect(throws: FormatError.empty) { try IDX([0, 0, 8, 1, 0, 0, 0, 0], rank: 1) }
}

@Test func packedFileIsUnpackedNoFurtherThanAsked() throws {
  let packed = try SampleFile.bytes("digits/train-images-idx3-ubyte.gz")
  let whole = try GZIP.unpacked(packed, atMost: 10_000)
  #expect(whole.count == 16 + 12 * 3 * 4)
  #expect(try GZIP.unpacked(packed, atMost: 60) == Array(whole.prefix(60)))
  #expect(try GZIP.length(packed, atMost: 10_000) == whole.count)
  #expect(throws: FormatError.corrupt(.deflate(.endsEarly))) {
    try GZIP.unpacked(packed.dropLast(3), atMost: 10_000)
  }
  // The checksum of the first member, which ends eight bytes before the second's magic.
  var broken = packed
  let second = packed.indices.dropFirst(2).first { packed[$0...].starts(with: [0x1F, 0x8B, 8]) }!
  broken[second - 8] ^= 1
  #expect(throws: FormatError.corrupt(.library("incorrect data check"))) {
    try GZIP.unpacked(broken, atMost: 10_000)
  }
}
