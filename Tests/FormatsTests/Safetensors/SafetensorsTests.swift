import Foundation
import TestSupport
import Testing

@testable import Formats

/// A file from the header's text and that many bytes of numbers.
private func file(_ header: String, _ data: Int = 0) -> [UInt8] {
  [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8)
    + [UInt8](repeating: 0, count: data)
}

private struct Expected: Decodable {
  let shapes: [String: [Int]]
  let values: [String: [Double]]
}

@Test func fileOfTheLibraryIsRead() throws {
  let read = try Safetensors(try SampleFile.bytes("st_mixed.safetensors"))
  let expected = try JSONDecoder().decode(
    Expected.self, from: Data(try SampleFile.bytes("st_mixed.expected")))
  #expect(read.metadata == ["model": "a \"net\"\n", "größe": "é😀"])
  #expect(read.entries.count == expected.shapes.count)
  for entry in read.entries {
    #expect(entry.dimensions == expected.shapes[entry.name])
    #expect(entry.values == expected.values[entry.name]?.map { Float($0) })
  }
  #expect(try Safetensors(try SampleFile.bytes("st_empty.safetensors")).entries.isEmpty)
}

private let sample = Safetensors(
  entries: [
    .init(name: "b", dimensions: [2, 1], values: [-0.0, .infinity]),
    .init(name: "a \"\u{1}\\é😀", dimensions: [], values: [0.1]),
    .init(name: "none", dimensions: [0, 3], values: []),
  ], metadata: ["step": "12", "layers": "conv\n\t"])

@Test func writtenFileReadsBackAndDependsOnItsContentAlone() throws {
  #expect(try Safetensors(sample.bytes) == sample)
  #expect(
    Safetensors(entries: sample.entries.reversed(), metadata: sample.metadata).bytes == sample.bytes
  )
  let header = sample.bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
  #expect(header % 8 == 0)
  #expect(try Safetensors(Safetensors(entries: []).bytes).entries.isEmpty)
}

private let library = Python(with: "safetensors.numpy")

@Test(.enabled(if: library != nil, "Python has no safetensors here"))
func libraryReadsWhatIsWritten() throws {
  let library = try #require(library)
  let directory = try Directory()
  try directory.file("a.safetensors", sample.bytes)
  let script = """
    import sys, json, safetensors
    with safetensors.safe_open(sys.argv[1], "np") as file:
      tensors = {name: file.get_tensor(name) for name in file.keys()}
      assert file.metadata() == {"step": "12", "layers": "conv\\n\\t"}, file.metadata()
    for name, tensor in sorted(tensors.items()):
      print(name.encode().hex(), tensor.dtype, tensor.shape, tensor.ravel().tolist())
    """
  let name = "a \"\u{1}\\é😀".utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  #expect(
    try library.output(of: script, [directory("a.safetensors")]) == """
      \(name) float32 () [0.10000000149011612]
      62 float32 (2, 1) [-0.0, inf]
      6e6f6e65 float32 (0, 3) []

      """)
}

@Test func sizesThatDoNotFitSayBoth() {
  let header = #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#
  let end = 8 + header.utf8.count + 8
  #expect(throws: FormatError.truncated(expectedBytes: end, foundBytes: end - 1)) {
    try Safetensors(file(header, 7))
  }
  #expect(throws: FormatError.overlong(expectedBytes: end, foundBytes: end + 1)) {
    try Safetensors(file(header, 9))
  }
  #expect(throws: FormatError.truncated(expectedBytes: 8, foundBytes: 3)) {
    try Safetensors([1, 0, 0])
  }
  #expect(throws: FormatError.truncated(expectedBytes: 108, foundBytes: 10)) {
    try Safetensors([100, 0, 0, 0, 0, 0, 0, 0, 123, 125])
  }
}

@Test(arguments: [
  #" {}"#, #"{}}"#, #"[]"#, #"{"a":1}"#, #"{"a":{}}"#, #"{"__metadata__":{"a":1}}"#,
  // A hole, an overlap, an end before its begin, one that is not the shape's.
  #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
  #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
  #"{"a":{"dtype":"F32","shape":[0],"data_offsets":[8,0]}}"#,
  #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#,
  // Numbers that are none here, keys that are missing, strange or there twice.
  #"{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#,
  #"{"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}"#,
  #"{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}}"#,
  #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}}"#,
  #"{"a":{"dtype":"F32","shape":[2]}}"#,
  #"{"a":{"dtype":"F32","shape":[2],"shape":[2],"data_offsets":[0,8]}}"#,
  #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}}"#,
  #"{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#,
])
func headerAgainstTheRulesIsRefused(_ header: String) {
  let error = #expect(throws: FormatError.self) { try Safetensors(file(header, 8)) }
  guard case .corrupt? = error else {
    Issue.record("\(header): \(String(describing: error))")
    return
  }
}

@Test func shapePastAnyMemoryIsRefused() {
  let header =
    #"{"a":{"dtype":"F32","shape":[4294967296,4294967296,4],"data_offsets":[0,8]}}"#
  #expect(throws: FormatError.tooLarge(dimensions: [4_294_967_296, 4_294_967_296, 4])) {
    try Safetensors(file(header, 8))
  }
}
