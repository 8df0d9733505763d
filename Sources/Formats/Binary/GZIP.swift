import CZlib

/// Files packed by gzip, of one member or several.
///
/// Source: RFC 1952, *GZIP file format specification version 4.3*; unpacked by zlib.
enum GZIP {
  static let magic: [UInt8] = [0x1F, 0x8B]

  /// The content, or the first `limit` bytes of it: never more is unpacked or kept in memory.
  ///
  /// - Throws: `corrupt` for a broken stream, one that is cut short or one whose checksum is wrong,
  ///   as far as it was unpacked.
  static func unpacked(_ bytes: [UInt8], atMost limit: Int) throws(FormatError) -> [UInt8] {
    var content: [UInt8] = []
    try inflate(bytes, atMost: limit) { content.append(contentsOf: $0) }
    return content
  }

  /// How long the content is, or `limit` where it is longer; none of it is kept.
  static func length(_ bytes: [UInt8], atMost limit: Int) throws(FormatError) -> Int {
    var length = 0
    try inflate(bytes, atMost: limit) { length += $0.count }
    return length
  }

  private static func inflate(
    _ bytes: [UInt8], atMost limit: Int, _ take: (UnsafeRawBufferPointer) -> Void
  ) throws(FormatError) {
    var stream = z_stream()
    guard cn_inflate_init_gzip(&stream) == Z_OK else {
      throw .corrupt(reason: "zlib cannot start")
    }
    defer { inflateEnd(&stream) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    var offset = 0
    var left = limit
    while left > 0 {
      let room = min(left, piece.count)
      let given = min(bytes.count - offset, 1 << 30)
      let status = bytes.withUnsafeBytes { bytes in
        stream.next_in = UnsafeMutablePointer(
          mutating: bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: Bytef.self))
        stream.avail_in = uInt(given)
        stream.next_out = piece.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.avail_out = uInt(room)
        return CZlib.inflate(&stream, Z_NO_FLUSH)
      }
      offset += given - Int(stream.avail_in)
      let count = room - Int(stream.avail_out)
      take(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      left -= count
      switch status {
      case Z_OK: continue
      case Z_STREAM_END:
        // Another member may follow; what is not one, such as padding, is ignored as gzip does.
        guard bytes[offset...].starts(with: magic) else { return }
        inflateReset(&stream)
      case Z_BUF_ERROR: throw .corrupt(reason: "the packed data ends too early")
      default:
        throw .corrupt(
          reason: stream.msg.map { String(cString: $0) } ?? "the packed data is broken")
      }
    }
  }
}
