/// The kinds of file that hold a tensor.
public enum TensorFormat: String, CaseIterable, Hashable, Sendable {
  case json, csv, npy, npz, safetensors
  /// What `torch.save`, also in its older form, and `torch.export.save` write.
  case torch
  /// One of `ImageDecoder.formats`.
  case image

  /// The endings of file names, lower case, that are read as this format.
  public var endings: [String] {
    switch self {
    case .json: ["json"]
    case .csv: ["csv", "tsv", "txt"]
    case .npy: ["npy"]
    case .npz: ["npz"]
    case .safetensors: ["safetensors"]
    case .torch: ["pt", "pth", "ckpt", "pt2"]
    case .image: ImageDecoder.allEndings
    }
  }

  /// The endings under which a tensor can be written.
  public static let writableEndings = ["json", "csv", "npy"]

  /// Finds the format of a file.
  ///
  /// A binary format is known by its first bytes, whatever the file's name. A text goes by the name's
  /// ending; without an ending, and for standard input, it is JSON where it starts with `[` or
  /// `{`, else CSV.
  ///
  /// - Parameters:
  ///   - bytes: Where the file starts.
  ///   - name: The file's name or path, or `-`; only its ending counts.
  /// - Throws: `noBytes`; `foreign` for a file of another program's; `unknownFormat` for an ending that
  ///   is none of `endings`.
  public init(of bytes: [UInt8], name: String) throws(FormatError) {
    guard !bytes.isEmpty else { throw .noBytes }
    let ending = TensorFormat.ending(of: name)
    // Which of an archive's members comes first is not always the same.
    if ZIPArchive.hasMagic(bytes), TensorFormat.torch.endings.contains(ending) {
      self = .torch
      return
    }
    if let format = TensorFormat(magicOf: bytes) {
      self = format
      return
    }
    if let foreign = ForeignFormat(of: bytes, name: name) { throw .foreign(foreign) }
    if let format = TensorFormat.allCases.first(where: { $0.endings.contains(ending) }) {
      self = format
    } else if ending.isEmpty {
      let start = bytes.startsWithByteOrderMark ? 3 : 0
      let first = bytes[start...].first { !$0.isWhitespace }
      self = [UInt8(ascii: "["), UInt8(ascii: "{")].contains(first) ? .json : .csv
    } else {
      throw .unknownFormat(ending: ending)
    }
  }

  /// A binary format by its first bytes.
  init?(magicOf bytes: [UInt8]) {
    if bytes.starts(with: NPYHeader.magic) {
      self = .npy
    } else if TorchFile.isLegacy(bytes) || TorchFile.startsArchive(bytes) {
      self = .torch
    } else if ZIPArchive.hasMagic(bytes), ForeignFormat(archive: bytes) == nil {
      self = .npz
    } else if Safetensors.hasMagic(bytes) {
      self = .safetensors
    } else if ImageDecoder.format(of: bytes) != nil {
      self = .image
    } else {
      return nil
    }
  }

  /// What follows the last dot of a path's last part, lower case; empty without a dot, for `-`, and
  /// where a name has nothing before its dot.
  public static func ending(of path: String) -> String {
    let scalars = path.unicodeScalars
    let slash = scalars.lastIndex(of: "/")
    let name = scalars[(slash.map { scalars.index(after: $0) } ?? scalars.startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return String(name[name.index(after: dot)...]).lowercased()
  }
}
