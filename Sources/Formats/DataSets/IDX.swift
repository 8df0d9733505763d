/// An array of bytes in the form in which MNIST comes: 00 00 08 rank, the extents as big-endian
/// 32-bit numbers, the bytes with the last index running fastest. Plain or packed by gzip.
///
/// Source: LeCun, Cortes and Burges, *The MNIST database of handwritten digits*, "FILE FORMATS".
struct IDX: Hashable, Sendable {
  let dimensions: [Int]
  let values: [UInt8]

  /// - Parameter rank: 3 for images (magic 0x00000803), 1 for labels (0x00000801).
  /// - Throws: `corrupt` without the magic, `truncated` and `overlong` with both sizes (of the
  ///   content where it is packed), `empty`, `tooLarge`. Sizes are checked before values are read.
  init(_ bytes: [UInt8], rank: Int) throws(FormatError) {
    let isPacked = bytes.starts(with: GZIP.magic)
    let start = 4 + 4 * rank
    let header = isPacked ? try GZIP.unpacked(bytes, atMost: start) : Array(bytes.prefix(start))
    guard header.count == start else {
      throw .truncated(expectedBytes: start, foundBytes: header.count)
    }
    guard header.starts(with: [0, 0, 8, UInt8(rank)]) else {
      throw .corrupt(
        reason:
          "it starts with \(IDX.hexadecimal(header)), not \(IDX.hexadecimal([0, 0, 8, UInt8(rank)]))"
      )
    }
    dimensions = (1...rank).map { axis in
      header[4 * axis..<4 * axis + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    let expected = start + (try FormatError.count(dimensions))
    let content = isPacked ? try GZIP.unpacked(bytes, atMost: expected + 1) : bytes
    if content.count < expected {
      throw .truncated(expectedBytes: expected, foundBytes: content.count)
    }
    if content.count > expected {
      let limit = FileReader.maximumLength
      let found = isPacked ? try GZIP.length(bytes, atMost: limit) : content.count
      throw .overlong(expectedBytes: expected, foundBytes: found)
    }
    values = Array(content[start...])
  }

  /// The first four bytes as one number, `0x00000803`.
  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    "0x"
      + bytes.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
