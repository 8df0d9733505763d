/// The header of a NumPy array file.
///
/// Source: NumPy enhancement proposal 1, *A simple file format for NumPy arrays*.
struct NPYHeader: Hashable, Sendable {
  var element: ElementType
  var isBigEndian: Bool
  /// Whether the first index runs fastest, instead of the last.
  var isFortranOrder: Bool
  var dimensions: [Int]
  /// Where the numbers start, in bytes.
  var dataOffset: Int

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads versions 1, 2 and 3: magic, major, minor, length of the dictionary as u16 (version 1) or
  /// u32, little-endian, and the dictionary.
  init(_ source: any ByteSource) throws(FormatError) {
    var bytes = try source.bytes(in: 0..<12)
    guard bytes.starts(with: NPYHeader.magic) else { throw .corrupt(.noSignature(.numPy)) }
    guard bytes.count >= 10 else { throw .truncated(expectedBytes: 10, foundBytes: bytes.count) }
    let version = bytes[6]
    guard (1...3).contains(version) else {
      throw .unsupported(.npy(.version(Int(version))))
    }
    let start = version == 1 ? 10 : 12
    guard bytes.count >= start else {
      throw .truncated(expectedBytes: start, foundBytes: bytes.count)
    }
    let length = (8..<start).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
    dataOffset = start + length
    bytes = try source.bytes(in: 0..<dataOffset)
    guard bytes.count == dataOffset else {
      throw .truncated(expectedBytes: dataOffset, foundBytes: bytes.count)
    }

    var dictionary = PythonDictionary(bytes[start..<dataOffset])
    let entries = try dictionary.entries()
    guard case .text(let type)? = entries["descr"] else {
      if case .structure? = entries["descr"] {
        throw .unsupported(.npy(.structure))
      }
      throw .corrupt(.npy(.noElementType))
    }
    guard case .flag(let isFortranOrder)? = entries["fortran_order"],
      case .numbers(let dimensions)? = entries["shape"]
    else { throw .corrupt(.npy(.noShape)) }
    self.isFortranOrder = isFortranOrder
    self.dimensions = dimensions
    isBigEndian = type.first == ">"
    let name = type.first.map { "<>|=".contains($0) } == true ? String(type.dropFirst()) : type
    // An extension type has no name of its own; raw bytes have no byte order.
    let isExtension = name == "V2" && (type.first == "<" || type.first == ">")
    guard let element = isExtension ? .bfloat16 : ElementType(rawValue: name) else {
      throw .unsupported(.npy(.elements(NPYHeader.elements(named: name), type: name.excerpt)))
    }
    self.element = element
  }

  /// What an array of some other type holds.
  private static func elements(named type: String) -> FormatError.Unsupported.Elements {
    switch type.first {
    case "c": .complexNumbers
    case "O": .objects
    case "S", "U", "a": .texts
    case "M", "m": .dates
    case "V": .rawBytes
    default: .unknown
    }
  }

  /// The indices of a number by its place in the file.
  func position(of index: Int) -> [Int] {
    var (position, rest) = (dimensions, index)
    for axis in isFortranOrder ? Array(dimensions.indices) : dimensions.indices.reversed() {
      position[axis] = rest % dimensions[axis]
      rest /= dimensions[axis]
    }
    return position
  }
}
