/// Paths as strings, byte by byte.
///
/// To the system a path is bytes, and not all of them are UTF-8; a Swift string is text. So a byte that
/// is no part of UTF-8 stands in the string for itself, as the private scalar U+10FF00 + byte, and so
/// does every byte of such a scalar where a path really holds one. Each path becomes a string of its own
/// and comes back with the same bytes.
///
/// Source: Python Enhancement Proposal 383, which does the same with lone surrogates.
extension String {
  /// A path as the system has it, without the 0 at its end.
  public init(path bytes: [UInt8]) {
    var scalars = UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var (iterator, start) = (bytes.makeIterator(), 0)
    func strays(_ count: Int) -> [Unicode.Scalar] {
      bytes[start..<start + count].map(Unicode.Scalar.init(strayByte:))
    }
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput:
        self = String(scalars)
        return
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        scalars.append(contentsOf: scalar.strayByte == nil ? [scalar] : strays(encoded.count))
        start += encoded.count
      case .error(let length):
        scalars.append(contentsOf: strays(length))
        start += length
      }
    }
  }

  /// A path as the system has it, with the 0 at its end.
  public init(path: UnsafePointer<CChar>) {
    var bytes: [UInt8] = []
    while path[bytes.count] != 0 { bytes.append(UInt8(bitPattern: path[bytes.count])) }
    self.init(path: bytes)
  }

  /// A byte of a path that is no part of UTF-8, 0x80 to 0xFF.
  init(strayByte byte: UInt8) { self.init(Character(Unicode.Scalar(strayByte: byte))) }

  /// The path's bytes, without a 0 at their end.
  public var pathBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let byte = scalar.strayByte { bytes.append(byte) } else { bytes += UTF8.encode(scalar)! }
    }
    return bytes
  }

  /// The path for the system's functions: its bytes and a 0. No file has a name with a 0 in it, so
  /// a text that has one is the empty path.
  public var systemPath: [CChar] {
    let bytes = pathBytes
    return bytes.contains(0) ? [0] : bytes.map(CChar.init(bitPattern:)) + [0]
  }
}

extension Unicode.Scalar {
  private static let strayStart: UInt32 = 0x10FF00

  fileprivate init(strayByte byte: UInt8) {
    self = Unicode.Scalar(Unicode.Scalar.strayStart + UInt32(byte))!
  }

  /// The byte of a path that this scalar stands for, 0x80 to 0xFF; nil for any other scalar.
  public var strayByte: UInt8? {
    value >= Unicode.Scalar.strayStart + 0x80
      ? UInt8(value - Unicode.Scalar.strayStart) : nil
  }
}
