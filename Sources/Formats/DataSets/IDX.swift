/// An array of bytes in the form in which MNIST comes: 00 00 08 rank, the extents as big-endian
/// 32-bit numbers, the bytes with the last index running fastest. Plain or packed by gzip.
///
/// Source: LeCun, Cortes and Burges, *The MNIST database of handwritten digits*, "FILE FORMATS".
struct IDX {
  let dimensions: [Int]
  private let source: any ByteSource
  private let isPacked: Bool
  /// Where the values start, and where they end.
  private let range: Range<Int>

  /// Reads the header.
  ///
  /// - Parameter rank: 3 for images (magic 0x00000803), 1 for labels (0x00000801).
  /// - Throws: `corrupt` without the magic, `truncated` and `overlong` with both sizes where the file is
  ///   not packed, `empty`, `tooLarge`, `tooLong`.
  init(_ source: any ByteSource, rank: Int) throws(FormatError) {
    self.source = source
    let first = try source.bytes(in: 0..<1 << 16)
    isPacked = first.starts(with: GZIP.magic)
    let start = 4 + 4 * rank
    let header = isPacked ? try GZIP.unpacked(first, atMost: start) : Array(first.prefix(start))
    guard header.count == start else {
      throw .truncated(expectedBytes: start, foundBytes: header.count)
    }
    func number(_ index: Int) -> UInt32 {
      header[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    let magic = 0x800 | UInt32(rank)
    guard number(0) == magic else {
      throw .corrupt(.magic(found: number(0), expected: magic))
    }
    dimensions = (1...rank).map { Int(number($0)) }
    range = start..<start + (try FormatError.count(dimensions))
    if !isPacked { try check(source.count) }
  }

  /// Reads the values.
  ///
  /// - Throws: `truncated` and `overlong` with both sizes, those of the content where it is packed.
  func values() throws(FormatError) -> [UInt8] {
    guard isPacked else {
      let values = try source.bytes(in: range)
      try check(range.lowerBound + values.count)
      return values
    }
    let packed = try source.allBytes()
    let content = try GZIP.unpacked(packed, atMost: range.upperBound + 1)
    try check(
      content.count <= range.upperBound
        ? content.count : try GZIP.length(packed, atMost: FileReader.maximumLength))
    return Array(content[range])
  }

  private func check(_ found: Int) throws(FormatError) {
    let expected = range.upperBound
    if found < expected { throw .truncated(expectedBytes: expected, foundBytes: found) }
    if found > expected { throw .overlong(expectedBytes: expected, foundBytes: found) }
  }
}
