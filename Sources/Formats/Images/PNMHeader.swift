/// What a netpbm file says before its pixels.
///
/// Sources: the netpbm manual pages pbm(5), pgm(5), ppm(5) and pam(5).
struct PNMHeader {
  /// How the samples are stored.
  enum Coding: Hashable {
    /// In digits with white space between.
    case digits
    /// One digit each, 1 for black; white space may stand between.
    case blackDigits
    /// Eight pixels a byte, 1 for black, each row filled up to a whole byte.
    case blackBits
    /// One byte each, or two big-endian ones where the maximum exceeds 255.
    case binary
  }

  let coding: Coding
  let maximum: Int
  let image: ImageHeader

  /// Reads as far as the last byte before the samples, or before the one white space that parts them.
  ///
  /// - Throws: `notAWholeNumber` with its place, `corrupt`, `truncated`; `unsupported` for a P7 of
  ///   another tuple type than those of `PAMHeader`.
  init(_ stream: ByteStream, of bytes: any ByteSource) throws(FormatError) {
    let magic = try stream.bytes(2)
    guard magic.count == 2, (1...7).contains(magic[1] &- 48) else {
      throw .corrupt(.noSignature(.netpbm))
    }
    let kind = Int(magic[1]) - 48
    let (width, height, sampleCount): (Int, Int, Int)
    if kind == 7 {
      let header = try PAMHeader(stream)
      (width, height, sampleCount) = (header.width, header.height, header.depth)
      (coding, maximum) = (.binary, header.maximum)
    } else {
      let isBlack = [1, 4].contains(kind)
      width = try PNMHeader.number(stream, of: bytes)
      height = try PNMHeader.number(stream, of: bytes)
      maximum = isBlack ? 1 : try PNMHeader.number(stream, of: bytes)
      sampleCount = [3, 6].contains(kind) ? 3 : 1
      let isWritten = kind < 4
      coding =
        isBlack ? (isWritten ? .blackDigits : .blackBits) : isWritten ? .digits : .binary
    }
    guard (1...65_535).contains(maximum) else { throw .corrupt(.netpbm(.maximum(maximum))) }
    image = ImageHeader(
      storedWidth: width, storedHeight: height, sampleCount: sampleCount,
      bits: maximum > 255 ? 16 : 8, orientation: .topLeft)
  }

  static let mostDigits = 9

  /// The next number, after white space and comments.
  static func number(
    _ stream: ByteStream, of bytes: any ByteSource
  ) throws(FormatError) -> Int {
    try skipSpace(stream)
    let start = stream.offset
    var value = 0
    while let byte = try stream.peek(), byte.isDigit, stream.offset - start < mostDigits {
      value = value * 10 + Int(byte - 48)
      stream.skip()
    }
    let following = try stream.peek()
    guard stream.offset > start || following != nil else {
      throw .truncated(expectedBytes: start + 1, foundBytes: start)
    }
    guard stream.offset > start, following?.isWhitespace ?? true else {
      while let byte = try stream.peek(), !byte.isWhitespace { stream.skip() }
      throw try notANumber(stream, from: start, of: bytes, digits: mostDigits)
    }
    return value
  }

  /// What stands between a place and the stream's is no number.
  static func notANumber(
    _ stream: ByteStream, from start: Int, of bytes: any ByteSource, digits: Int
  ) throws(FormatError) -> FormatError {
    let before = try bytes.bytes(in: 0..<stream.offset)
    let place = Place(in: before, at: start)
    return .notAWholeNumber(
      text: before.excerpt(start..<before.count), digits: digits, line: place.line,
      column: place.column)
  }

  /// Leaves out white space and comments.
  static func skipSpace(_ stream: ByteStream) throws(FormatError) {
    while let byte = try stream.peek(), byte.isWhitespace || byte == UInt8(ascii: "#") {
      stream.skip()
      guard byte == UInt8(ascii: "#") else { continue }
      while let byte = try stream.peek(), byte != .lineFeed { stream.skip() }
    }
  }
}
