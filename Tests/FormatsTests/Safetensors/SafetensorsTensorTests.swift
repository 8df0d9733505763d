import Model
import Testing

@testable import Formats

/// A file with the header's text and bytes of numbers.
private func file(_ header: String, _ data: [UInt8] = []) -> [UInt8] {
  [UInt8(header.utf8.count & 255), UInt8(header.utf8.count >> 8), 0, 0, 0, 0, 0, 0]
    + Array(header.utf8) + data
}

/// `[[-2, 0, 3]]` in every type, as `safetensors.numpy.save_file` and `safetensors.torch.save_file`
/// wrote it; unsigned types and BOOL have `[[1, 0, 1]]`.
@Test(arguments: [
  ("F64", "00000000000000c000000000000000000000000000000840", -2.0),
  ("F32", "000000c00000000000004040", -2), ("F16", "00c000000042", -2),
  ("BF16", "00c000004040", -2), ("I64", "feffffffffffffff00000000000000000300000000000000", -2),
  ("I32", "feffffff0000000003000000", -2), ("I16", "feff00000300", -2), ("I8", "fe0003", -2),
  ("U64", "010000000000000000000000000000000100000000000000", 1),
  ("U32", "010000000000000001000000", 1), ("U16", "010000000100", 1), ("U8", "010001", 1),
  ("BOOL", "010001", 1),
])
func everyTypeIsRead(_ type: String, _ digits: String, _ first: Float) throws {
  let data = stride(from: 0, to: digits.count, by: 2).map { at in
    UInt8(digits.dropFirst(at).prefix(2), radix: 16)!
  }
  let header =
    #"{"a":{"dtype":"\#(type)","shape":[1,3],"data_offsets":[0,\#(data.count)]}}"#
  let tensor = try TensorDecoder.decode(file(header, data), name: "x.safetensors", array: "a")
  #expect(tensor == Tensor(rows: [[first, 0, first < 0 ? 3 : 1]]))
  // Its first bytes tell what it is, whatever its name.
  #expect(try TensorDecoder.decode(file(header, data), name: "-") == tensor)
}

@Test func typesThatAreNotReadAreNamed() {
  let header = #"{"a":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]}}"#
  let readable = ElementType.allCases.map(\.safetensorsName)
  #expect(throws: FormatError.elementType("F8_E4M3", of: "a", readable: readable)) {
    try TensorDecoder.decode(file(header, [0, 0]), name: "x.safetensors")
  }
}

/// The other arrays' types do not matter.
@Test func oneOfSeveralArraysIsTakenByItsName() throws {
  let header =
    #"{"b:c":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"#
    + #""a":{"dtype":"F8_E5M2","shape":[1],"data_offsets":[2,3]},"#
    + #""n":{"dtype":"F32","shape":[0,3],"data_offsets":[3,3]},"#
    + #""s":{"dtype":"U8","shape":[],"data_offsets":[3,4]}}"#
  let bytes = file(header, [7, 9, 0, 5])
  func decode(_ array: String?) throws -> Tensor {
    try TensorDecoder.decode(bytes, name: "x.safetensors", array: array)
  }
  #expect(try decode("b:c") == Tensor(rows: [[7, 9]]))
  let names = ["a", "b:c", "n", "s"]
  #expect(throws: FormatError.unnamedArray(names: names, count: 4)) { try decode(nil) }
  #expect(throws: FormatError.missingArray("x", names: names, count: 4)) { try decode("x") }
  #expect(throws: FormatError.empty) { try decode("n") }
  #expect(throws: FormatError.rank(0)) { try decode("s") }
  #expect(throws: FormatError.empty) {
    try TensorDecoder.decode(file("{}"), name: "x.safetensors")
  }
}

/// Extents whose product is past `Int`, also beside a 0.
@Test(arguments: [
  "9223372036854775807,2,0", "0,9223372036854775807,2", "4294967296,4294967296,0",
  "9223372036854775807", "2147483648,2", "0,2147483648,4294967296",
])
func extentsPastAnyMemoryAreRefused(_ shape: String) {
  let header = #"{"x":{"dtype":"F32","shape":[\#(shape)],"data_offsets":[0,0]}}"#
  for read in [
    { _ = try Safetensors(file(header)) },
    { _ = try TensorDecoder.decode(file(header), name: "x.safetensors") },
  ] {
    let error = #expect(throws: FormatError.self) { try read() }
    guard case .tooLarge? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}

/// A source that is far longer than what may be read of it.
private struct LongSource: ByteSource {
  let start: [UInt8]
  let count: Int

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    #expect(buffer.count < 1 << 20)
    for index in buffer.indices {
      buffer[index] = offset + index < start.count ? start[offset + index] : 7
    }
    return buffer.count
  }
}

@Test func noMoreThanTheArrayIsRead() throws {
  let end = 1 << 40
  let header =
    #"{"a":{"dtype":"U8","shape":[1,3],"data_offsets":[0,3]},"#
    + #""b":{"dtype":"U8","shape":[\#(end - 3)],"data_offsets":[3,\#(end)]}}"#
  let bytes = file(header)
  let source = LongSource(start: bytes, count: bytes.count + end)
  #expect(
    try TensorDecoder.decode(source, name: "-", array: "a") == Tensor(rows: [[7, 7, 7]]))
  #expect(throws: FormatError.tooLarge(dimensions: [end - 3])) {
    try TensorDecoder.decode(source, name: "-", array: "b")
  }
}
