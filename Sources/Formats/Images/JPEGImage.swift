import CJPEG

/// JPEG images as libjpeg reads them, with its exact transform and smooth colours: red, green and
/// blue, or grey. The printing colours CMYK become red, green and blue as Pillow has it, which takes
/// them as inverted, as Adobe's programs write them.
enum JPEGImage: ImageFormat {
  static let (name, endings) = ("JPEG", ["jpg"])
  static let otherEndings = ["jpeg", "jfif", "jpe"]
  static let magic: [UInt8] = [0xFF, 0xD8, 0xFF]
  /// More scans than this only keep a decoder busy.
  private static let maximumScans: Int32 = 500

  static func hasMagic(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  /// - Throws: `corrupt` with libjpeg's own words; `unsupported` for a process that it does not know.
  static func header(_ bytes: any ByteSource) throws(FormatError) -> ImageHeader {
    let stream = ByteStream(bytes)
    let reader = try open(stream, bytes)
    defer { withExtendedLifetime(stream) { cn_jpeg_close(reader) } }
    return try header(reader, bytes)
  }

  /// - Throws: `corrupt` with libjpeg's own words, also for what it would only warn of where pixels are
  ///   lost, such as a file cut short; `unsupported`; `tooManyPixels`; `cancelled`.
  static func raster(
    _ bytes: any ByteSource, maximumPixels: Int, asGrey: Bool,
    _ remark: (FormatRemark) -> Void, _ progress: (Double) -> Bool
  ) throws(FormatError) -> Raster {
    let stream = ByteStream(bytes)
    let reader = try open(stream, bytes)
    defer { withExtendedLifetime(stream) { cn_jpeg_close(reader) } }
    var header = try header(reader, bytes)
    try header.check(maximumPixels: maximumPixels)
    if asGrey, reader.pointee.components < 4 { header.sampleCount = 1 }
    guard cn_jpeg_start(reader, header.sampleCount == 1 ? 1 : 0) != 0 else {
      throw error(reader, stream, bytes)
    }
    let hasScans = reader.pointee.has_scans != 0
    if hasScans { try absorb(reader, stream, bytes, progress) }

    let rowBytes = header.storedWidth * header.sampleCount
    let samples = try [UInt8].filled(rowBytes * header.storedHeight) {
      (samples) throws(FormatError) in
      try ImageDecoder.rows(header.storedHeight, share: (hasScans ? 0.5 : 0)...1, progress) {
        (rows) throws(FormatError) in
        let first = samples.baseAddress.map { $0 + rows.lowerBound * rowBytes }
        guard cn_jpeg_read_rows(reader, first, rowBytes, UInt32(rows.count)) != 0 else {
          throw error(reader, stream, bytes)
        }
      }
      guard cn_jpeg_finish(reader) != 0 else { throw error(reader, stream, bytes) }
    }
    if reader.pointee.remark.0 != 0 {
      remark(.untidy(JPEGImage.text(reader.pointee.remark)))
    }
    return Raster(header, .bytes(samples), maximum: 255)
  }

  private typealias Reader = UnsafeMutablePointer<cn_jpeg_reader>

  private static func open(
    _ stream: ByteStream, _ bytes: any ByteSource
  ) throws(FormatError) -> Reader {
    guard let reader = cn_jpeg_open(ByteStream.read, stream.context) else {
      throw .corrupt(.notEnoughMemory)
    }
    guard reader.pointee.message.0 == 0 else {
      defer { cn_jpeg_close(reader) }
      throw error(reader, stream, bytes)
    }
    return reader
  }

  private static func header(
    _ reader: Reader, _ bytes: any ByteSource
  ) throws(FormatError) -> ImageHeader {
    let components = Int(reader.pointee.components)
    guard [1, 3, 4].contains(components) else {
      throw .unsupported(.jpeg(.components(components)))
    }
    return ImageHeader(
      storedWidth: Int(reader.pointee.width), storedHeight: Int(reader.pointee.height),
      sampleCount: min(components, 3), bits: 8,
      orientation: EXIF.orientation(in: try JPEGSegments(bytes).exif))
  }

  /// Takes in all scans: the first half of the work, counted by bytes.
  private static func absorb(
    _ reader: Reader, _ stream: ByteStream, _ bytes: any ByteSource,
    _ progress: (Double) -> Bool
  ) throws(FormatError) {
    var reported = 0
    while true {
      let status = cn_jpeg_absorb(reader, maximumScans)
      if status == 0 { throw error(reader, stream, bytes) }
      if status == 2 { return }
      let done = stream.offset - cn_jpeg_left(reader)
      if (done - reported) * 200 >= bytes.count {
        reported = done
        guard progress(Double(done) / Double(bytes.count) / 2) else { throw .cancelled }
      }
    }
  }

  /// What the file itself is the reason of, or what is uncommon about it, or else libjpeg's words.
  private static func error(
    _ reader: Reader, _ stream: ByteStream, _ bytes: any ByteSource
  ) -> FormatError {
    if let failure = stream.failure { return failure }
    if reader.pointee.is_unknown_process != 0,
      let peculiarity = try? JPEGSegments(bytes).peculiarity
    {
      return .unsupported(.jpeg(peculiarity))
    }
    if reader.pointee.has_too_many_scans != 0 { return .corrupt(.tooManyScans) }
    return .corrupt(.library(text(reader.pointee.message)))
  }

  private static func text<Buffer>(_ buffer: Buffer) -> String {
    withUnsafeBytes(of: buffer) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
