import CPNG

/// PNG images as libpng reads them: palettes and fewer than 8 bits are expanded, a transparent colour
/// becomes alpha. Gamma and colour profiles are ignored.
enum PNGImage: ImageFormat {
  static let (name, endings) = ("PNG", ["png"])
  private static let magic: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func hasMagic(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  /// - Throws: `corrupt` with libpng's own words.
  static func header(_ bytes: any ByteSource) throws(FormatError) -> ImageHeader {
    let stream = ByteStream(bytes)
    let reader = try open(stream)
    defer { withExtendedLifetime(stream) { cn_png_close(reader) } }
    return try header(reader, bytes)
  }

  /// - Throws: `corrupt` with libpng's own words, also for a file cut short; `tooManyPixels`;
  ///   `cancelled`.
  static func raster(
    _ bytes: any ByteSource, maximumPixels: Int, asGrey: Bool, _: (FormatRemark) -> Void,
    _ progress: (Double) -> Bool
  ) throws(FormatError) -> Raster {
    let stream = ByteStream(bytes)
    let reader = try open(stream)
    defer { withExtendedLifetime(stream) { cn_png_close(reader) } }
    let header = try header(reader, bytes)
    try header.check(maximumPixels: maximumPixels)
    // Deflate makes 1032 bytes of one at most, so the file's size bounds what is allocated.
    let storedBits = Int(reader.pointee.stored_bits)
    guard header.width * header.height / 8 * storedBits / 1032 <= bytes.count else {
      throw .corrupt(.endsEarly)
    }
    guard cn_png_start(reader) != 0 else { throw error(reader, stream) }

    let samples: Raster.Samples =
      header.bits == 16
      ? .words(try samples(reader, stream, header, progress))
      : .bytes(try samples(reader, stream, header, progress))
    return Raster(header, samples, maximum: header.bits == 16 ? 65_535 : 255)
  }

  private typealias Reader = UnsafeMutablePointer<cn_png_reader>

  private static func open(_ stream: ByteStream) throws(FormatError) -> Reader {
    guard let reader = cn_png_open(ByteStream.read, stream.context) else {
      throw .corrupt(.notEnoughMemory)
    }
    guard reader.pointee.failure == CN_PNG_NONE else {
      defer { cn_png_close(reader) }
      throw error(reader, stream)
    }
    return reader
  }

  private static func header(
    _ reader: Reader, _ bytes: any ByteSource
  ) throws(FormatError) -> ImageHeader {
    ImageHeader(
      storedWidth: Int(reader.pointee.width), storedHeight: Int(reader.pointee.height),
      sampleCount: Int(reader.pointee.channels), bits: Int(reader.pointee.bits),
      orientation: EXIF.orientation(in: try exif(in: bytes)))
  }

  private static func samples<Sample: FixedWidthInteger>(
    _ reader: Reader, _ stream: ByteStream, _ header: ImageHeader,
    _ progress: (Double) -> Bool
  ) throws(FormatError) -> [Sample] {
    let (height, passes) = (header.storedHeight, Int(reader.pointee.passes))
    let rowCount = header.storedWidth * header.sampleCount
    return try .filled(rowCount * height) { (samples) throws(FormatError) in
      for pass in 0..<passes {
        let share = Double(pass) / Double(passes)...Double(pass + 1) / Double(passes)
        try ImageDecoder.rows(height, share: share, progress) { (rows) throws(FormatError) in
          let first = samples.baseAddress.map { $0 + rows.lowerBound * rowCount }
          let rowBytes = rowCount * MemoryLayout<Sample>.size
          guard cn_png_read_rows(reader, first, rowBytes, UInt32(rows.count)) != 0 else {
            throw error(reader, stream)
          }
        }
      }
      guard cn_png_finish(reader) != 0 else { throw error(reader, stream) }
    }
  }

  private static func error(_ reader: Reader, _ stream: ByteStream) -> FormatError {
    if let failure = stream.failure { return failure }
    switch reader.pointee.failure {
    case CN_PNG_ENDS_EARLY: return .corrupt(.endsEarly)
    case CN_PNG_NO_MEMORY: return .corrupt(.notEnoughMemory)
    case CN_PNG_CONTRADICTION: return .corrupt(.contradictoryHeader)
    default:
      return .corrupt(
        .library(
          withUnsafeBytes(of: reader.pointee.message) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
          }))
    }
  }

  /// The content of the chunk eXIf, which may stand before or after the pixels; empty where there is
  /// none.
  private static func exif(in bytes: any ByteSource) throws(FormatError) -> [UInt8] {
    let stream = ByteStream(bytes, piece: 1 << 12)
    stream.skip(magic.count)
    while let length = try stream.number(size: 4) {
      let (kind, checksum) = (try stream.bytes(4), 4)
      if kind == Array("eXIf".utf8) {
        return try stream.bytes(min(length, EXIF.greatestLength))
      }
      stream.skip(length + checksum)
    }
    return []
  }
}
