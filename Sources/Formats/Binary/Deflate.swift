import CZlib

/// Packed data, unpacked by zlib piece by piece.
///
/// Source: RFC 1951, *DEFLATE Compressed Data Format Specification version 1.3*.
enum Deflate {
  enum Wrapping {
    /// Nothing but the packed data, as in zip archives.
    case none
    /// One gzip member or several.
    case gzip
  }

  /// The most bytes that one packed byte can become.
  static let greatestRatio = 1032

  /// Unpacks a range of the bytes, in pieces of at most 64 kB.
  ///
  /// - Parameters:
  ///   - limit: The most bytes to unpack.
  ///   - take: Called with each piece.
  /// - Throws: `corrupt` for a broken stream, one that is cut short or one whose checksum is wrong,
  ///   as far as it was unpacked.
  static func unpack(
    _ bytes: [UInt8], in range: Range<Int>, _ wrapping: Wrapping, atMost limit: Int,
    _ take: (UnsafeRawBufferPointer) -> Void
  ) throws(FormatError) {
    var stream = z_stream()
    let windowBits = wrapping == .gzip ? 16 + MAX_WBITS : -MAX_WBITS
    guard cn_inflate_init(&stream, windowBits) == Z_OK else {
      throw .corrupt(.deflate(.cannotStart))
    }
    defer { inflateEnd(&stream) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    var offset = range.lowerBound
    var left = limit
    while left > 0 {
      let room = min(left, piece.count)
      let given = min(range.upperBound - offset, 1 << 30)
      let status = bytes.withUnsafeBytes { bytes in
        stream.next_in = UnsafeMutablePointer(
          mutating: bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: Bytef.self))
        stream.avail_in = uInt(given)
        stream.next_out = piece.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.avail_out = uInt(room)
        return inflate(&stream, Z_NO_FLUSH)
      }
      offset += given - Int(stream.avail_in)
      let count = room - Int(stream.avail_out)
      take(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      left -= count
      switch status {
      case Z_OK: continue
      case Z_STREAM_END:
        // Another member may follow; what is not one, such as padding, is ignored as gzip does.
        let rest = bytes[offset..<range.upperBound]
        guard wrapping == .gzip, rest.starts(with: GZIP.magic) else { return }
        inflateReset(&stream)
      case Z_BUF_ERROR: throw .corrupt(.deflate(.endsEarly))
      default:
        throw .corrupt(stream.msg.map { .library(String(cString: $0)) } ?? .deflate(.broken))
      }
    }
  }
}
