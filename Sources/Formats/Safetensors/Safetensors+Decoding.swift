extension Safetensors {
  /// Reads a file. Whole and double-precision numbers are rounded to single precision.
  ///
  /// - Throws: `truncated` and `overlong` with both sizes; `elementType` with the name of a type other
  ///   than F32, F64 and I64; `corrupt` for anything else that the format forbids.
  public init(_ bytes: [UInt8]) throws(FormatError) {
    guard bytes.count >= 8 else { throw .truncated(expectedBytes: 8, foundBytes: bytes.count) }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(Safetensors.maximumHeader) else {
      throw .corrupt(
        reason: "a header of \(length) bytes, where \(Safetensors.maximumHeader) is the most")
    }
    let start = 8 + Int(length)
    guard bytes.count >= start else {
      throw .truncated(expectedBytes: start, foundBytes: bytes.count)
    }
    let header = try Header(bytes, in: 8..<start)
    let end = start + (try header.dataLength())
    if bytes.count < end { throw .truncated(expectedBytes: end, foundBytes: bytes.count) }
    if bytes.count > end { throw .overlong(expectedBytes: end, foundBytes: bytes.count) }

    var entries: [Entry] = []
    for array in header.arrays {
      guard let element = Element(rawValue: array.type) else {
        throw .elementType(
          array.type.excerpt, of: array.name.excerpt,
          readable: Element.allCases.map(\.rawValue))
      }
      guard try array.count() * element.size == array.end - array.begin else {
        throw .corrupt(
          reason: "“\(array.name.excerpt)” of \(array.dimensions) \(array.type) has "
            + "\(array.end - array.begin) bytes")
      }
      entries.append(
        Entry(
          name: array.name, dimensions: array.dimensions,
          values: element.values(bytes, in: start + array.begin..<start + array.end)))
    }
    self.init(entries: entries, metadata: header.metadata)
  }

  /// The types of number that are read.
  private enum Element: String, CaseIterable {
    case single = "F32"
    case double = "F64"
    case whole = "I64"

    /// In bytes.
    var size: Int { self == .single ? 4 : 8 }

    func values(_ bytes: [UInt8], in range: Range<Int>) -> [Float] {
      bytes.withUnsafeBytes { bytes in
        stride(from: range.lowerBound, to: range.upperBound, by: size).map { at in
          switch self {
          case .single:
            let bits = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
            return Float(bitPattern: UInt32(littleEndian: bits))
          case .double:
            let bits = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            return Float(Double(bitPattern: UInt64(littleEndian: bits)))
          case .whole:
            let bits = bytes.loadUnaligned(fromByteOffset: at, as: Int64.self)
            return Float(Int64(littleEndian: bits))
          }
        }
      }
    }
  }
}
