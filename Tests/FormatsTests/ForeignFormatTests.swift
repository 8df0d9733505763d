import Testing

@testable import Formats

/// The first bytes of files that ONNX, h5py, SciPy and pickle wrote.
@Test(arguments: [
  ([0x80, 2, 0x63, 0x63, 0x6F], "x.pth", ForeignFormat.pickle),
  ([0x80, 4, 0x95, 0x0B], "x.pkl", .pickle),
  ([0x08, 0x09, 0x12, 0x07, 0x70], "x", .onnx), ([0x3A, 1, 2], "x.onnx", .onnx),
  ([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A], "x.h5", .hdf5),
  (zip("metadata.json"), "x.keras", .keras),
  (Array("MATLAB 5.0 MAT-file, Platform".utf8), "x.mat", .matlab),
  (Array("MATLAB 7.3 MAT-file, Platform".utf8), "x.mat", .hdf5),
])
func filesOfOtherProgramsAreNamed(_ bytes: [UInt8], name: String, format: ForeignFormat) {
  #expect(throws: FormatError.foreign(format)) { try TensorDecoder.decode(bytes, name: name) }
}

/// A header of 640 bytes begins with the bytes of a pickle.
@Test(arguments: [(640, 2), (896, 3)])
func safetensorsIsNotTakenForAPickle(length: Int, protocolNumber: UInt8) throws {
  let header = #"{"a":{"dtype":"U8","shape":[1,1],"data_offsets":[0,1]}}"#
  let padding = String(repeating: " ", count: length - header.utf8.count)
  let bytes = [0x80, protocolNumber, 0, 0, 0, 0, 0, 0] + Array((header + padding).utf8) + [7]
  #expect(try TensorDecoder.decode(bytes, name: "x.safetensors").elements == [7])
}

/// The start of a zip archive with such a member.
private func zip(_ member: String) -> [UInt8] {
  [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 22) + [UInt8(member.utf8.count), 0, 0, 0]
    + Array(member.utf8)
}
