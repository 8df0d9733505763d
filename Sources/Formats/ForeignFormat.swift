/// Files with arrays or images that other programs read, and one line of theirs turns into files that
/// are read here.
public enum ForeignFormat: String, Hashable, Sendable, CaseIterable {
  /// What `torch.save` writes, also in its older form.
  case pyTorch
  /// What `torch.export.save` writes.
  case pyTorchExport
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
    } else if bytes.starts(with: ForeignFormat.oldPyTorch) {
      self = .pyTorch
    } else if bytes.starts(with: [0x80]), bytes.count > 1, (2...5).contains(bytes[1]) {
      // A protocol of Python's pickle, and what it starts with.
      self = ["pt", "pth", "bin"].contains(ending) ? .pyTorch : .pickle
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
    guard ZIPArchive.hasMagic(bytes), let length = bytes.number(at: 26, size: 2),
      bytes.count >= 30 + length
    else { return nil }
    let member = String(decoding: bytes[30..<30 + length], as: UTF8.self)
    if member.hasSuffix("/data.pkl") || member.hasSuffix("/.format_version") {
      self = .pyTorch
    } else if member.contains("/data/weights/") {
      self = .pyTorchExport
    } else if member == "metadata.json" || member == "config.json" {
      self = .keras
    } else {
      return nil
    }
  }

  /// The number that files of `torch.save` started with before they were archives.
  private static let oldPyTorch: [UInt8] = [
    0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19,
  ]

  /// Whether a protobuf message begins with a small number in its field 1, ONNX' version, and goes on
  /// with one of the fields 2 to 8.
  private static func startsONNX(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 2, bytes[0] == 0x08, (1...20).contains(bytes[1]) else { return false }
    return [0x12, 0x1A, 0x22, 0x28, 0x32, 0x3A, 0x42].contains(bytes[2])
  }
}
