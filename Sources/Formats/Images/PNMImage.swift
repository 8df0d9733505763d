/// Portable bit maps, grey maps, pixel maps and arbitrary maps (P1 to P7).
///
/// White is the maximum that the file states. Whatever follows the image is ignored.
struct PNMImage: ImageFormat {
  static let name = "netpbm"
  static let endings = ["pgm", "ppm", "pbm", "pam"]
  static let otherEndings = ["pnm"]

  private let stream: ByteStream
  private let bytes: any ByteSource
  private let header: PNMHeader

  static func hasMagic(_ bytes: [UInt8]) -> Bool {
    bytes.count > 2 && bytes[0] == UInt8(ascii: "P") && (49...55).contains(bytes[1])
      && (bytes[2].isWhitespace || bytes[2] == UInt8(ascii: "#"))
  }

  /// - Throws: As `PNMHeader`.
  static func header(_ bytes: any ByteSource) throws(FormatError) -> ImageHeader {
    try PNMHeader(ByteStream(bytes), of: bytes).image
  }

  /// - Throws: The same; `tooManyPixels`, `tooLong`, `empty`, `cancelled`.
  static func raster(
    _ bytes: any ByteSource, maximumPixels: Int, asGrey: Bool, _: (FormatRemark) -> Void,
    _ progress: (Double) -> Bool
  ) throws(FormatError) -> Raster {
    let stream = ByteStream(bytes)
    let image = PNMImage(
      stream: stream, bytes: bytes, header: try PNMHeader(stream, of: bytes))
    let header = image.header.image
    try header.check(maximumPixels: maximumPixels)
    let samples: Raster.Samples =
      header.bits == 8
      ? .bytes(try image.samples(progress)) : .words(try image.samples(progress))
    return Raster(header, samples, maximum: image.header.maximum)
  }

  private func samples<Sample: FixedWidthInteger>(
    _ progress: (Double) -> Bool
  ) throws(FormatError) -> [Sample] {
    let image = header.image
    let rowCount = image.width * image.sampleCount
    let count = rowCount * image.height
    // The fewest bytes that can follow.
    let following =
      switch header.coding {
      case .digits: count * 2
      case .blackDigits: 1 + count
      case .blackBits: 1 + (rowCount + 7) / 8 * image.height
      case .binary: 1 + count * image.bits / 8
      }
    let expected = stream.offset + following
    guard bytes.count >= expected else {
      throw .truncated(expectedBytes: expected, foundBytes: bytes.count)
    }
    return try .filled(count) { (samples) throws(FormatError) in
      if [.binary, .blackBits].contains(header.coding) { stream.skip() }
      try ImageDecoder.rows(image.height, progress) { (rows) throws(FormatError) in
        let range = rows.lowerBound * rowCount..<rows.upperBound * rowCount
        switch header.coding {
        case .digits: for index in range { samples[index] = try writtenSample() }
        case .blackDigits: for index in range { samples[index] = try blackDigit() }
        case .blackBits:
          for row in rows {
            try readBits(samples[row * rowCount..<(row + 1) * rowCount])
          }
        case .binary: try readBinary(UnsafeMutableBufferPointer(rebasing: samples[range]))
        }
      }
    }
  }

  /// A sample as a decimal number.
  private func writtenSample<Sample: FixedWidthInteger>() throws(FormatError) -> Sample {
    let sample = try PNMHeader.number(stream, of: bytes)
    guard sample <= header.maximum else { throw above(sample) }
    return Sample(sample)
  }

  /// A sample as a digit: 1 where it is white.
  private func blackDigit<Sample: FixedWidthInteger>() throws(FormatError) -> Sample {
    try PNMHeader.skipSpace(stream)
    let start = stream.offset
    guard let digit = try stream.peek() else {
      throw .truncated(expectedBytes: start + 1, foundBytes: start)
    }
    stream.skip()
    guard digit == UInt8(ascii: "0") || digit == UInt8(ascii: "1") else {
      throw try PNMHeader.notANumber(stream, from: start, of: bytes, digits: 1)
    }
    return 49 - Sample(digit)
  }

  /// A row of bits, the first in the highest place of a byte: 1 where it is white.
  private func readBits<Sample: FixedWidthInteger>(
    _ row: Slice<UnsafeMutableBufferPointer<Sample>>
  ) throws(FormatError) {
    let packed = try stream.bytes((row.count + 7) / 8)
    guard packed.count * 8 >= row.count else {
      throw .truncated(
        expectedBytes: stream.offset + (row.count + 7) / 8 - packed.count,
        foundBytes: stream.offset)
    }
    let samples = UnsafeMutableBufferPointer(rebasing: row)
    for index in samples.indices {
      samples[index] = 1 - Sample(packed[index / 8] >> (7 - UInt8(index % 8)) & 1)
    }
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
    guard greatest <= header.maximum else { throw above(Int(greatest)) }
  }

  private func above(_ sample: Int) -> FormatError {
    .corrupt(.netpbm(.sample(sample, maximum: header.maximum)))
  }
}
