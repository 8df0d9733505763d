/// Portable grey maps and pixel maps (P2, P3, P5, P6).
///
/// White is the maximum that the file states. Whatever follows the image is ignored.
///
/// Source: the netpbm manual pages pgm(5) and ppm(5).
struct PNMImage {
  private let stream: ByteStream
  private let bytes: any ByteSource
  private let header: ImageHeader
  private let isWritten: Bool
  private let maximum: Int

  static func hasMagic(_ bytes: [UInt8]) -> Bool {
    bytes.count > 2 && bytes[0] == UInt8(ascii: "P") && (49...55).contains(bytes[1])
      && (bytes[2].isWhitespace || bytes[2] == UInt8(ascii: "#"))
  }

  /// - Throws: `notAWholeNumber` with its place, `corrupt`, `truncated`, and `unsupported` for the formats
  ///   P1, P4 and P7.
  static func header(_ bytes: any ByteSource) throws(FormatError) -> ImageHeader {
    try PNMImage(bytes).header
  }

  /// - Throws: The same; `tooManyPixels`, `empty`, `cancelled`.
  static func raster(
    _ bytes: any ByteSource, maximumPixels: Int, _ progress: (Double) -> Bool
  ) throws(FormatError) -> Raster {
    let image = try PNMImage(bytes)
    try image.header.check(maximumPixels: maximumPixels)
    let samples: Raster.Samples =
      image.header.bits == 8
      ? .bytes(try image.samples(progress)) : .words(try image.samples(progress))
    return Raster(image.header, samples, maximum: image.maximum)
  }

  private init(_ bytes: any ByteSource) throws(FormatError) {
    let magic = try bytes.bytes(in: 0..<2)
    guard magic.count == 2 else { throw .corrupt(reason: "no PGM or PPM signature") }
    let kind = magic[1] &- 48
    guard [2, 3, 5, 6].contains(kind) else {
      throw .unsupported(reason: "the netpbm format P\(kind)", readable: .netpbm)
    }
    self.bytes = bytes
    isWritten = kind < 4
    var numbers: [Int] = []
    stream = ByteStream(bytes)
    stream.skip(magic.count)
    for _ in 0..<3 { numbers.append(try PNMImage.number(stream, of: bytes)) }
    maximum = numbers[2]
    guard (1...65_535).contains(maximum) else { throw .corrupt(reason: "maximum \(maximum)") }
    header = ImageHeader(
      storedWidth: numbers[0], storedHeight: numbers[1],
      sampleCount: kind == 3 || kind == 6 ? 3 : 1, bits: maximum > 255 ? 16 : 8,
      orientation: .topLeft)
  }

  private func samples<Sample: FixedWidthInteger>(
    _ progress: (Double) -> Bool
  ) throws(FormatError) -> [Sample] {
    let rowCount = header.width * header.sampleCount
    let count = rowCount * header.height
    // Written in digits every sample takes two bytes at least, the last one a byte.
    let expected = stream.offset + (isWritten ? count * 2 : 1 + count * header.bits / 8)
    guard bytes.count + (isWritten ? 1 : 0) >= expected else {
      throw .truncated(expectedBytes: expected, foundBytes: bytes.count)
    }
    return try .filled(count) { (samples) throws(FormatError) in
      if !isWritten { stream.skip() }
      try ImageDecoder.rows(header.height, progress) { (rows) throws(FormatError) in
        let range = rows.lowerBound * rowCount..<rows.upperBound * rowCount
        if isWritten {
          for index in range { samples[index] = try writtenSample() }
        } else {
          try readBinary(UnsafeMutableBufferPointer(rebasing: samples[range]))
        }
      }
    }
  }

  /// A sample as a decimal number.
  private func writtenSample<Sample: FixedWidthInteger>() throws(FormatError) -> Sample {
    let sample = try PNMImage.number(stream, of: bytes)
    guard sample <= maximum else { throw above(maximum, sample) }
    return Sample(sample)
  }

  /// Samples of one byte, or of two big-endian ones where the maximum exceeds 255.
  private func readBinary<Sample: FixedWidthInteger>(
    _ samples: UnsafeMutableBufferPointer<Sample>
  ) throws(FormatError) {
    let found = try stream.read(into: UnsafeMutableRawBufferPointer(samples))
    let expected = samples.count * MemoryLayout<Sample>.size
    guard found == expected else {
      throw .truncated(
        expectedBytes: stream.offset + expected - found, foundBytes: stream.offset)
    }
    var greatest: Sample = 0
    for index in samples.indices {
      samples[index] = Sample(bigEndian: samples[index])
      greatest = max(greatest, samples[index])
    }
    guard greatest <= maximum else { throw above(maximum, Int(greatest)) }
  }

  private func above(_ maximum: Int, _ sample: Int) -> FormatError {
    .corrupt(reason: "sample \(sample) above the maximum \(maximum)")
  }

  private static let mostDigits = 9

  /// The next number, after white space and comments.
  private static func number(
    _ stream: ByteStream, of bytes: any ByteSource
  ) throws(FormatError) -> Int {
    while let byte = try stream.peek(), byte.isWhitespace || byte == UInt8(ascii: "#") {
      stream.skip()
      guard byte == UInt8(ascii: "#") else { continue }
      while let byte = try stream.peek(), byte != .lineFeed { stream.skip() }
    }
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
      let before = try bytes.bytes(in: 0..<stream.offset)
      let place = Place(in: before, at: start)
      throw .notAWholeNumber(
        text: before.excerpt(start..<before.count), digits: mostDigits, line: place.line,
        column: place.column)
    }
    return value
  }
}
