import Model
import Testing

@testable import Formats

private func decode(_ name: String, array: String? = nil) throws -> Tensor {
  try TensorDecoder.decode(SampleFile.bytes(name), name: name, array: array)
}

@Test(arguments: SampleFile.names("npz_"), ["w", "w.npy"])
func archiveHasTheArrayThatNumPyWrote(_ name: String, array: String) throws {
  #expect(try decode(name, array: array) == SampleFile.expected(name))
}

@Test func everyKindOfArchiveIsTried() {
  #expect(SampleFile.names("npz_").count == 5)
}

@Test func oneArrayAloneNeedsNoName() throws {
  #expect(try decode("npz_one.npz") == SampleFile.expected("npz_one.npz"))
  #expect(try decode("wc.npz") == Tensor(rows: [[1, -1]]))
}

@Test func archivesOfTrainedLayersAreRead() throws {
  #expect(try decode("w.npz", array: "0/weight").shape == Shape(2, 1, 3, 3))
  let bias = try TensorDecoder.decode(
    SampleFile.bytes("npz_deflated.npz"), name: "-", array: "layer/bias")
  #expect(bias == Tensor(rows: [[0.5, -1]]))
}

@Test func namesAreListedWhereOneIsNeeded() {
  let names = ["w", "layer/bias", "k"]
  #expect(throws: FormatError.unnamedArray(names: names, count: 3)) {
    try decode("npz_stored.npz")
  }
  #expect(throws: FormatError.missingArray("v", names: names, count: 3)) {
    try decode("npz_stored.npz", array: "v")
  }
  #expect(throws: FormatError.missingArray("notes.txt", names: ["w"], count: 1)) {
    try decode("npz_one.npz", array: "notes.txt")
  }
  let first = (0..<10).map { "array0\($0)" }
  #expect(throws: FormatError.unnamedArray(names: first, count: 12)) {
    try decode("npz_many.npz")
  }
  let long = String(repeating: "n", count: 41)
  #expect(throws: FormatError.missingArray(String(long.prefix(40)), names: first, count: 12)) {
    try decode("npz_many.npz", array: long)
  }
}

@Test(arguments: [
  ("no_outside.npz", FormatError.unsupported(.zip(.nameOutside("../w.npy")))),
  ("no_absolute.npz", .unsupported(.zip(.nameOutside("/w.npy")))),
  ("no_method.npz", .unsupported(.zip(.method(12, of: "w.npy")))),
  ("no_array.npz", .unsupported(.zip(.noArrays))),
  ("no_member.npz", .empty),
])
func archiveWithoutReadableArraysIsRefused(_ name: String, error: FormatError) {
  #expect(throws: error) { try decode(name) }
}

@Test func aNameIsForArchivesOnly() {
  #expect(throws: FormatError.namedArray("w")) { try decode("a_f4.npy", array: "w") }
}

/// The archive with one entry of its directory changed: the only one, `offset` bytes from its start.
private func changed(_ name: String, at offset: Int, to bytes: [UInt8]) throws -> [UInt8] {
  var file = try SampleFile.bytes(name)
  let start = try #require(
    file.indices.last { file[$0...].starts(with: [0x50, 0x4B, 1, 2] as [UInt8]) })
  file.replaceSubrange(start + offset..<start + offset + bytes.count, with: bytes)
  return file
}

@Test(
  arguments: [
    (8, [1, 0], FormatError.unsupported(.zip(.encrypted("K.npy")))),
    (16, [1, 2, 3, 4], .corrupt(.zip(.checksum("K.npy")))),
    (20, [0xFF, 0xFF, 0, 0], .corrupt(.zip(.outside("K.npy")))),
    (20, [20, 0, 0, 0], .corrupt(.deflate(.endsEarly))),
    (24, [135, 0, 0, 0], .truncated(expectedBytes: 136, foundBytes: 135)),
    (24, [200, 0, 0, 0], .corrupt(.zip(.size("K.npy", announced: 200, found: 136)))),
    (
      24, [0, 0, 1, 0x10],
      .corrupt(.zip(.tooTight("K.npy", size: 268_500_992, packedSize: 77)))
    ),
    (24, [0xFF, 0xFF, 0xFF, 0xFF], .corrupt(.zip(.noSize("K.npy")))),
    (42, [1, 0, 0, 0], .corrupt(.zip(.outside("K.npy")))),
    (0, [0], .corrupt(.zip(.damagedDirectory))),
  ] as [(Int, [UInt8], FormatError)])
func lyingDirectoryIsRefused(_ offset: Int, bytes: [UInt8], error: FormatError) throws {
  let file = try changed("wc.npz", at: offset, to: bytes)
  #expect(throws: error) { try TensorDecoder.decode(file, name: "-") }
}

@Test func aBombIsUnpackedAsFarAsItsArrayGoes() throws {
  let archive = try ZIPArchive(SampleFile.bytes("no_bomb.npz"))
  let member = try #require(archive.members.first)
  #expect(member.size == 4 << 22 + 128)
  #expect(try archive.start(of: member, count: 100).count == 100)
  #expect(try archive.content(of: member, keeping: 1000).count == 1000)
}

@Test func everyCutArchiveIsRefused() throws {
  let bytes = try SampleFile.bytes("npz_wide.npz")
  for length in 4..<bytes.count {
    #expect(throws: FormatError.self, "\(length) bytes") {
      try TensorDecoder.decode(Array(bytes.prefix(length)), name: "-")
    }
  }
}

@Test(arguments: [
  ("w.npz:conv1", "w.npz", "conv1"), ("a/W.NPZ:0/weight", "a/W.NPZ", "0/weight"),
  ("w.npz:a:b", "w.npz", "a:b"), ("x.npz:y.npz:z", "x.npz", "y.npz:z"), ("w.npz", "w.npz", nil),
  ("w.npz:", "w.npz:", nil), ("a:b.npy", "a:b.npy", nil), ("", "", nil), ("-", "-", nil),
])
func theNameOfAnArrayFollowsItsFile(_ text: String, path: String, array: String?) {
  #expect(ArrayAddress(text) == ArrayAddress(path: path, array: array))
}
