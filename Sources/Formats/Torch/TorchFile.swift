import Model

/// The tensors of a file of PyTorch's: `torch.save` in both its forms, `torch.export.save` and
/// checkpoints of Lightning's. Nothing of it is executed; numbers stay in the file until they are asked
/// for.
///
/// A tensor's name is the path to it, with dots: `optimizer.state.0.exp_avg`. Those of the model itself,
/// be it a state dict under a usual key or a whole module, have the names of its state dict.
public struct TorchFile: Sendable {
  public struct Entry: Hashable, Sendable {
    public let name: String
    let tensor: TorchTensor

    /// PyTorch's name of the type, as in `float32`.
    public var type: String { tensor.type }
    public var dimensions: [Int] { tensor.dimensions }
    /// From one element to the next along each axis, in elements.
    public var strides: [Int] { tensor.strides }
    /// Of the first element in its storage, in elements.
    public var offset: Int { tensor.offset }
    /// What it shares with other tensors.
    public var storage: String { tensor.storage.key }
  }

  /// Where the storages are.
  enum Storages: Sendable {
    /// In the member of an archive whose name is this prefix and the key.
    case archive(ZIPArchive, prefix: String, isBigEndian: Bool)
    /// In the file itself.
    case places(any ByteSource, [String: Range<Int>], isBigEndian: Bool)
  }

  /// In the order of the file.
  public let entries: [Entry]
  /// The functions of Python that the file asks to be called and that were not.
  public let uncalled: [String]
  private let storages: Storages

  /// Reads what the file says of its tensors.
  ///
  /// - Throws: `corrupt` for a broken archive or pickle; `unsupported` where there is nothing but objects
  ///   that are not made; `empty` where there is no tensor.
  public init(_ source: any ByteSource) throws(FormatError) {
    if ZIPArchive.hasMagic(try source.start()) {
      let archive = try ZIPArchive(source)
      if let content = try TorchFile.exported(archive) {
        (entries, uncalled, storages) = content
      } else {
        (entries, uncalled, storages) = try TorchFile.saved(archive)
      }
    } else {
      (entries, uncalled, storages) = try TorchFile.legacy(source)
    }
    guard entries.isEmpty else { return }
    throw uncalled.isEmpty
      ? .empty : .unsupported(.torch(.onlyObjects(uncalled.prefix(10).map(\.excerpt))))
  }

  /// What is to be said of the file besides its tensors.
  var remarks: [FormatRemark] {
    uncalled.isEmpty ? [] : [.uncalled(uncalled.prefix(10).map(\.excerpt))]
  }

  /// What a form of the file gives.
  typealias Content = ([Entry], [String], Storages)

  /// The form of today: a pickle, and a member for each storage.
  private static func saved(_ archive: ZIPArchive) throws(FormatError) -> Content {
    let ending = "data.pkl"
    guard
      let member = archive.members.first(where: { $0.name.hasSuffix("/" + ending) })
        ?? archive.members.first(where: { $0.name == ending })
    else { throw .unsupported(.torch(.noPickle)) }
    guard member.size <= greatestPickle else {
      throw .corrupt(
        .zip(.tooLong(member.name.excerpt, size: member.size, limit: greatestPickle)))
    }
    let content = try archive.content(of: member, keeping: member.size)
    let pickle = try PickleMachine(content).pickle
    let root = String(member.name.dropLast(ending.count))
    return (
      try TorchNames.entries(of: pickle), pickle.uncalled,
      .archive(
        archive, prefix: root + "data/", isBigEndian: try isBigEndian(archive, root + "byteorder"))
    )
  }

  static func isBigEndian(
    _ archive: ZIPArchive, _ name: String
  ) throws(FormatError) -> Bool {
    guard let member = archive.members.first(where: { $0.name == name }) else { return false }
    return try archive.start(of: member, count: 3) == Array("big".utf8)
  }

  /// The longest pickle that is taken in, in bytes: 64 MiB.
  static let greatestPickle = 1 << 26

  /// Whether a file starts as one does that no archive is.
  static func isLegacy(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  /// Whether an archive's first member is one of PyTorch's.
  static func startsArchive(_ bytes: [UInt8]) -> Bool {
    guard let member = ZIPArchive.firstName(bytes) else { return false }
    return ["/data.pkl", "/.format_version", "/data/0"].contains { member.hasSuffix($0) }
      || member.contains("/data/weights/")
  }

  /// The number that files of `torch.save` started with before they were archives, in a pickle.
  private static let magic: [UInt8] = [
    0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19,
  ]

  /// The older form: pickles of a magic number, a version, the system, the object and the keys of the
  /// storages; then the storages, each the count of its elements and the elements.
  private static func legacy(_ source: any ByteSource) throws(FormatError) -> Content {
    guard isLegacy(try source.start()) else { throw .corrupt(.noSignature(.pyTorch)) }
    do throws(FormatError) {
      return try legacy(source, source.bytes(in: 0..<1 << 20))
    } catch {
      guard error == .corrupt(.pickle(.endsEarly)), source.count > 1 << 20 else { throw error }
      return try legacy(source, source.bytes(in: 0..<greatestPickle))
    }
  }

  private static func legacy(
    _ source: any ByteSource, _ bytes: [UInt8]
  ) throws(FormatError) -> Content {
    let version = try PickleMachine(bytes, at: magic.count + 1)
    let system = try PickleMachine(bytes, at: version.offset)
    let object = try PickleMachine(bytes, at: system.offset)
    let keys = try PickleMachine(bytes, at: object.offset)
    var types: [String: String] = [:]
    for case .storage(let storage) in object.pickle.nodes { types[storage.key] = storage.type }
    var places: [String: Range<Int>] = [:]
    var at = keys.offset
    for key in keys.pickle.list(keys.pickle.root) ?? [] {
      guard case .text(let key) = key, let type = types[key], let size = TorchType.size(type),
        let count = try source.bytes(in: at..<at + 8).number(at: 0, size: 8),
        case (let length, let overflow) = count.multipliedReportingOverflow(by: size), !overflow,
        length <= source.count - at - 8
      else { break }
      places[key] = at + 8..<at + 8 + length
      at += 8 + length
    }
    let isLittle = system.pickle.value("little_endian", of: system.pickle.root)
    return (
      try TorchNames.entries(of: object.pickle), object.pickle.uncalled,
      .places(source, places, isBigEndian: isLittle == .flag(false))
    )
  }
}

// MARK: Numbers

extension TorchFile {
  /// Reads the numbers of a tensor in single precision.
  ///
  /// - Throws: `elementType` for a type that is not read, `tooLarge`, `corrupt` where the storage is
  ///   missing or too short; what the source throws.
  public func array(
    _ entry: Entry, limit: Int = FormatError.maximumCount
  ) throws(FormatError) -> NumberArray {
    let tensor = entry.tensor
    guard let type = TorchType.element(tensor.type) else {
      throw .elementType(
        tensor.type.excerpt, of: entry.name.excerpt, readable: TorchType.readable)
    }
    let count = try FormatError.product(tensor.dimensions, limit: limit)
    if count == 0 { return NumberArray(dimensions: tensor.dimensions, values: []) }
    guard let range = tensor.range(size: type.size) else {
      throw .corrupt(.torch(.outside(entry.name.excerpt)))
    }
    let (bytes, isBigEndian) = try storage(of: entry, upTo: range.upperBound)
    guard range.upperBound <= bytes.count else {
      throw .corrupt(.torch(.outside(entry.name.excerpt)))
    }
    let values = try StoredNumbers(
      type: type, isBigEndian: isBigEndian, offset: range.lowerBound,
      count: range.count / type.size
    ).read(from: bytes, position: nil)
    return NumberArray(
      dimensions: tensor.dimensions,
      values: tensor.isContiguous
        ? values : values.rowMajor(tensor.dimensions, strides: tensor.strides))
  }

  /// Reads one tensor of rank 1 to 4.
  ///
  /// - Parameter name: nil where there is one alone.
  /// - Throws: `unnamedArray` and `missingArray` with the names that are there; `rank`, `empty`,
  ///   `tooGreatElement`; what `init` and `array` throw.
  static func tensor(
    from source: any ByteSource, array name: String?, limit: Int = FormatError.maximumCount,
    _ remark: (FormatRemark) -> Void = { _ in }
  ) throws(FormatError) -> Tensor {
    let file = try TorchFile(source)
    let entry = file.entries[try ArrayAddress.index(of: name, among: file.entries.map(\.name))]
    _ = try FormatError.count(entry.dimensions, limit: limit)
    for found in file.remarks { remark(found) }
    return Tensor(
      Shape(axes: entry.dimensions, remark), try file.array(entry, limit: limit).values)
  }

  /// The bytes of a tensor's storage, at least as far as the tensor goes.
  private func storage(
    of entry: Entry, upTo end: Int
  ) throws(FormatError) -> ([UInt8], isBigEndian: Bool) {
    let key = entry.tensor.storage.key
    switch storages {
    case .archive(let archive, let prefix, let isBigEndian):
      guard let member = archive.members.first(where: { $0.name == prefix + key }) else {
        throw .corrupt(.torch(.noStorage(entry.name.excerpt)))
      }
      return (try archive.content(of: member, keeping: end), isBigEndian)
    case .places(let source, let places, let isBigEndian):
      guard let place = places[key] else {
        throw .corrupt(.torch(.noStorage(entry.name.excerpt)))
      }
      let count = min(end, place.count)
      return (
        try source.bytes(in: place.lowerBound..<place.lowerBound + count), isBigEndian
      )
    }
  }
}
