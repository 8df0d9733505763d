import Model
import Testing

@testable import Formats

private let files =
  ["png_", "pnm_", "jpeg_", "exif_", "npy_"].flatMap(SampleFile.names) + ["wc.npz", "a_v2.npy"]

/// A file that fails, or has become shorter than it was, from some byte on.
private struct BrokenSource: ByteSource {
  let bytes: [UInt8]
  let limit: Int
  var failure: FormatError?

  var count: Int { bytes.count }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    if let failure, offset + buffer.count > limit { throw failure }
    return offset < limit ? Array(bytes[..<limit]).read(at: offset, into: buffer) : 0
  }
}

private func tensor(_ source: any ByteSource, _ name: String) throws -> Tensor {
  try TensorDecoder.decode(source, name: name, array: name.hasSuffix("npz") ? "K" : nil)
}

@Test(arguments: files)
func openFileGivesWhatItsBytesGive(_ name: String) throws {
  let file = try FileReader.open(SampleFile.directory + name)
  #expect(file is OpenFile)
  #expect(difference(try tensor(file, name), try tensor(SampleFile.bytes(name), name)) == 0)
}

@Test(arguments: files)
func fileThatFailsSaysSo(_ name: String) throws {
  let bytes = try SampleFile.bytes(name)
  let failure = FormatError.unreadable(reason: "Input/output error")
  for limit in Set([0, 12, bytes.count / 2, bytes.count - 1]) where limit < bytes.count {
    let source = BrokenSource(bytes: bytes, limit: limit, failure: failure)
    #expect(throws: failure) { try tensor(source, name) }
  }
}

@Test(arguments: files)
func fileThatShrankIsRefused(_ name: String) throws {
  let bytes = try SampleFile.bytes(name)
  // Of a text the last digit may be missing unseen.
  for limit in 0..<min(200, bytes.count - 3) {
    #expect(throws: FormatError.self) {
      try tensor(BrokenSource(bytes: bytes, limit: limit), name)
    }
  }
}

@Test func rangesAreCutToTheFile() throws {
  let directory = try Directory()
  try directory.file("a", [1, 2, 3])
  let file = try FileReader.open(directory("a"))
  for source in [file, [1, 2, 3] as [UInt8]] as [any ByteSource] {
    #expect(source.count == 3)
    #expect(try source.bytes(in: 1..<9) == [2, 3])
    #expect(try source.bytes(in: 3..<9) == [])
    #expect(try source.allBytes() == [1, 2, 3])
  }
}

@Test func streamGoesOverItsPieces() throws {
  let bytes = (0..<100).map { UInt8($0) }
  for piece in [1, 3, 7, 100, 1000] {
    let stream = ByteStream(bytes, piece: piece)
    #expect(try stream.peek() == 0)
    #expect(try stream.bytes(10) == Array(bytes[..<10]))
    stream.skip(20)
    #expect(stream.offset == 30)
    #expect(try stream.number(size: 2) == 30 << 8 | 31)
    #expect(try stream.bytes(1000) == Array(bytes[32...]))
    #expect(try stream.peek() == nil && stream.offset == 100)
    stream.skip()
    #expect(try stream.number(size: 1) == nil && stream.offset == 100)
  }
}

@Test func whatHasNoSizeIsReadAsAStream() throws {
  let source = try FileReader.open("/proc/self/cmdline")
  #expect(source is [UInt8] && source.count > 0)
}
