/// Files packed by gzip, of one member or several.
///
/// Source: RFC 1952, *GZIP file format specification version 4.3*.
enum GZIP {
  static let magic: [UInt8] = [0x1F, 0x8B]

  /// The content, or the first `limit` bytes of it: never more is unpacked or kept in memory.
  ///
  /// - Throws: `corrupt` for a broken stream, one that is cut short or one whose checksum is wrong,
  ///   as far as it was unpacked.
  static func unpacked(_ bytes: [UInt8], atMost limit: Int) throws(FormatError) -> [UInt8] {
    var content: [UInt8] = []
    try Deflate.unpack(bytes, in: bytes.indices, .gzip, atMost: limit) {
      content.append(contentsOf: $0)
    }
    return content
  }

  /// How long the content is, or `limit` where it is longer; none of it is kept.
  static func length(_ bytes: [UInt8], atMost limit: Int) throws(FormatError) -> Int {
    var length = 0
    try Deflate.unpack(bytes, in: bytes.indices, .gzip, atMost: limit) { length += $0.count }
    return length
  }
}
