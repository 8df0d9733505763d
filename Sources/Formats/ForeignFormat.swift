/// Files with arrays or images that other programs read, and one line of theirs turns into files that
/// are read here.
public enum ForeignFormat: String, Hashable, Sendable, CaseIterable {
  case onnx
  /// Also Keras' `.h5`, and MATLAB's files from version 7.3 on.
  case hdf5
  case keras
  case matlab
  /// Python objects.
  case pickle
  case webp, gif, tiff, heic, avif, jxl, jp2

  /// Finds the format of a file by its first bytes, of one without telling bytes by its name.
  ///
  /// - Parameter name: The file's name or path; only its ending counts.
  init?(of bytes: [UInt8], name: String) {
    let ending = TensorFormat.ending(of: name)
    if let format = ForeignFormat(archive: bytes) ?? ForeignFormat(imageMagicOf: bytes) {
      self = format
    } else if bytes.starts(with: [0x80]), bytes.count > 1, (2...5).contains(bytes[1]) {
      // A protocol of Python's pickle, and what it starts with.
      self = .pickle
    } else if bytes.starts(with: [0x89] + Array("HDF\r\n\u{1A}\n".utf8)) {
      self = ending == "keras" ? .keras : .hdf5
    } else if bytes.starts(with: Array("MATLAB 7".utf8)) {
      self = .hdf5
    } else if bytes.starts(with: Array("MATLAB ".utf8)) {
      self = .matlab
    } else if ForeignFormat.startsONNX(bytes) || ending == "onnx" {
      self = .onnx
    } else {
      return nil
    }
  }

  /// What the first member of a zip archive tells.
  init?(archive bytes: [UInt8]) {
    guard let member = ZIPArchive.firstName(bytes),
      member == "metadata.json" || member == "config.json"
    else { return nil }
    self = .keras
  }

  /// Whether a protobuf message begins with a small number in its field 1, ONNX' version, and goes on
  /// with one of the fields 2 to 8.
  private static func startsONNX(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 2, bytes[0] == 0x08, (1...20).contains(bytes[1]) else { return false }
    return [0x12, 0x1A, 0x22, 0x28, 0x32, 0x3A, 0x42].contains(bytes[2])
  }
}
