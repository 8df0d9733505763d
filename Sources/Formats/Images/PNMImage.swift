/// Portable grey maps and pixel maps (P2, P3, P5, P6).
///
/// White is the maximum that the file states. Whatever follows the image is ignored.
///
/// Source: the netpbm manual pages pgm(5) and ppm(5).
struct PNMImage {
  private let bytes: [UInt8]
  private let header: ImageHeader
  private let isWritten: Bool
  private let maximum: Int
  private var offset = 2

  static func hasMagic(_ bytes: [UInt8]) -> Bool {
    bytes.count > 2 && bytes[0] == UInt8(ascii: "P") && (49...55).contains(bytes[1])
      && (bytes[2].isWhitespace || bytes[2] == UInt8(ascii: "#"))
  }

  /// - Throws: `notANumber` with its place, `corrupt`, `truncated`, and `unsupported` for the formats
  ///   P1, P4 and P7.
  static func header(_ bytes: [UInt8]) throws(FormatError) -> ImageHeader {
    try PNMImage(bytes).header
  }

  /// - Throws: The same; `tooManyPixels`, `empty`, `cancelled`.
  static func raster(
    _ bytes: [UInt8], maximumPixels: Int, _ progress: (Double) -> Bool
  ) throws(FormatError) -> Raster {
    var image = try PNMImage(bytes)
    try image.header.check(maximumPixels: maximumPixels)
    let samples: Raster.Samples =
      image.header.bits == 8
      ? .bytes(try image.samples(progress)) : .words(try image.samples(progress))
    return Raster(image.header, samples, maximum: image.maximum)
  }

  private init(_ bytes: [UInt8]) throws(FormatError) {
    guard PNMImage.hasMagic(bytes) else { throw .corrupt(reason: "no PGM or PPM signature") }
    let kind = bytes[1] - 48
    guard [2, 3, 5, 6].contains(kind) else {
      throw .unsupported(reason: "the netpbm format P\(kind)")
    }
    self.bytes = bytes
    isWritten = kind < 4
    var numbers: [Int] = []
    for _ in 0..<3 { numbers.append(try PNMImage.number(bytes, &offset)) }
    maximum = numbers[2]
    guard (1...65_535).contains(maximum) else { throw .corrupt(reason: "maximum \(maximum)") }
    header = ImageHeader(
      storedWidth: numbers[0], storedHeight: numbers[1],
      sampleCount: kind == 3 || kind == 6 ? 3 : 1, bits: maximum > 255 ? 16 : 8,
      orientation: .topLeft)
  }

  private mutating func samples<Sample: FixedWidthInteger>(
    _ progress: (Double) -> Bool
  ) throws(FormatError) -> [Sample] {
    let rowCount = header.width * header.sampleCount
    let count = rowCount * header.height
    // Written in digits every sample takes two bytes at least, the last one a byte.
    let expected = isWritten ? offset + count * 2 : offset + 1 + count * header.bits / 8
    guard bytes.count + (isWritten ? 1 : 0) >= expected else {
      throw .truncated(expectedBytes: expected, foundBytes: bytes.count)
    }
    return try .filled(count) { (samples) throws(FormatError) in
      try ImageDecoder.rows(header.height, progress) { (rows) throws(FormatError) in
        let range = rows.lowerBound * rowCount..<rows.upperBound * rowCount
        if isWritten {
          for index in range { samples[index] = try writtenSample() }
        } else {
          try readBinary(range, into: samples)
        }
      }
    }
  }

  /// A sample as a decimal number.
  private mutating func writtenSample<Sample: FixedWidthInteger>() throws(FormatError) -> Sample {
    let sample = try PNMImage.number(bytes, &offset)
    guard sample <= maximum else { throw above(maximum, sample) }
    return Sample(sample)
  }

  /// Samples of one byte, or of two big-endian ones where the maximum exceeds 255, after exactly one
  /// byte of white space.
  private func readBinary<Sample: FixedWidthInteger>(
    _ range: Range<Int>, into samples: UnsafeMutableBufferPointer<Sample>
  ) throws(FormatError) {
    let size = MemoryLayout<Sample>.size
    var greatest: Sample = 0
    bytes.withUnsafeBytes { bytes in
      for index in range {
        let at = offset + 1 + index * size
        samples[index] = Sample(
          bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: Sample.self))
        greatest = max(greatest, samples[index])
      }
    }
    guard greatest <= maximum else { throw above(maximum, Int(greatest)) }
  }

  private func above(_ maximum: Int, _ sample: Int) -> FormatError {
    .corrupt(reason: "sample \(sample) above the maximum \(maximum)")
  }

  /// The next number of at most nine digits, after white space and comments.
  private static func number(
    _ bytes: [UInt8], _ offset: inout Int
  ) throws(FormatError) -> Int {
    while offset < bytes.count, bytes[offset].isWhitespace || bytes[offset] == UInt8(ascii: "#") {
      if bytes[offset] == UInt8(ascii: "#") {
        while offset < bytes.count, bytes[offset] != .lineFeed { offset += 1 }
      } else {
        offset += 1
      }
    }
    guard offset < bytes.count else {
      throw .truncated(expectedBytes: offset + 1, foundBytes: bytes.count)
    }
    let start = offset
    var value = 0
    while offset < bytes.count, bytes[offset].isDigit, offset - start < 9 {
      value = value * 10 + Int(bytes[offset] - 48)
      offset += 1
    }
    guard offset > start, offset == bytes.count || bytes[offset].isWhitespace else {
      while offset < bytes.count, !bytes[offset].isWhitespace { offset += 1 }
      let place = Place(in: bytes, at: start)
      throw .notANumber(
        text: bytes.excerpt(start..<offset), line: place.line, column: place.column)
    }
    return value
  }
}
