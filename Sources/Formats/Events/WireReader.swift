/// The fields of a protobuf message, one after the other.
///
/// Source: *Protocol Buffers: Encoding*, protobuf.dev.
struct WireReader {
  enum Content {
    case varint(UInt64)
    case fixed64(UInt64)
    case fixed32(UInt32)
    /// A text, a message or packed numbers; where they stand in the bytes.
    case bytes(Range<Int>)
  }

  private let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int
  private let end: Int
  /// Whether the message cannot be read from `offset` on.
  private(set) var isBroken = false

  init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  init(_ bytes: UnsafeRawBufferPointer) { self.init(bytes, in: 0..<bytes.count) }

  /// The next field; nil at the end, and where the message is broken.
  mutating func next() -> (number: Int, content: Content)? {
    guard offset < end, !isBroken else { return nil }
    let start = offset
    if let key = varint(), key >> 3 > 0, key >> 3 < 1 << 29, let content = content(key & 7) {
      return (Int(key >> 3), content)
    }
    (offset, isBroken) = (start, true)
    return nil
  }

  private mutating func content(_ type: UInt64) -> Content? {
    switch type {
    case 0: varint().map { .varint($0) }
    case 1: word(UInt64.self).map { .fixed64($0) }
    case 2: span().map { .bytes($0) }
    case 5: word(UInt32.self).map { .fixed32($0) }
    default: nil
    }
  }

  /// Up to ten groups of seven bits, the lowest first.
  mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < end, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }

  mutating func word<Word: FixedWidthInteger>(_ type: Word.Type) -> Word? {
    let size = MemoryLayout<Word>.size
    guard offset + size <= end else { return nil }
    defer { offset += size }
    return Word(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Word.self))
  }

  private mutating func span() -> Range<Int>? {
    guard let length = varint(), length <= UInt64(end - offset) else { return nil }
    defer { offset += Int(length) }
    return offset..<offset + Int(length)
  }
}

extension UnsafeRawBufferPointer {
  /// A part as a text; what is not UTF-8 is replaced.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: self[range]), as: UTF8.self)
  }
}
