import CJPEG

/// JPEG images as libjpeg reads them, with its exact transform and smooth colours: red, green and
/// blue, or grey.
enum JPEGImage {
  static let magic: [UInt8] = [0xFF, 0xD8, 0xFF]
  /// More scans than this only keep a decoder busy.
  private static let maximumScans: Int32 = 500

  /// - Throws: `corrupt` with libjpeg's own words; `unsupported` for CMYK.
  static func header(_ bytes: any ByteSource) throws(FormatError) -> ImageHeader {
    let stream = ByteStream(bytes)
    let reader = try open(stream)
    defer { withExtendedLifetime(stream) { cn_jpeg_close(reader) } }
    return try header(reader, bytes)
  }

  /// - Throws: `corrupt` with libjpeg's own words, also for what it would only warn of, such as a file
  ///   cut short; `unsupported` for CMYK; `tooManyPixels`; `cancelled`.
  static func raster(
    _ bytes: any ByteSource, maximumPixels: Int, asGrey: Bool, _ progress: (Double) -> Bool
  ) throws(FormatError) -> Raster {
    let stream = ByteStream(bytes)
    let reader = try open(stream)
    defer { withExtendedLifetime(stream) { cn_jpeg_close(reader) } }
    var header = try header(reader, bytes)
    try header.check(maximumPixels: maximumPixels)
    if asGrey { header.sampleCount = 1 }
    guard cn_jpeg_start(reader, header.sampleCount == 1 ? 1 : 0) != 0 else {
      throw error(reader, stream)
    }
    let hasScans = reader.pointee.has_scans != 0
    if hasScans { try absorb(reader, stream, bytes.count, progress) }

    let rowBytes = header.storedWidth * header.sampleCount
    let samples = try [UInt8].filled(rowBytes * header.storedHeight) {
      (samples) throws(FormatError) in
      try ImageDecoder.rows(header.storedHeight, share: (hasScans ? 0.5 : 0)...1, progress) {
        (rows) throws(FormatError) in
        let first = samples.baseAddress.map { $0 + rows.lowerBound * rowBytes }
        guard cn_jpeg_read_rows(reader, first, rowBytes, UInt32(rows.count)) != 0 else {
          throw error(reader, stream)
        }
      }
      guard cn_jpeg_finish(reader) != 0 else { throw error(reader, stream) }
    }
    return Raster(header, .bytes(samples), maximum: 255)
  }

  private typealias Reader = UnsafeMutablePointer<cn_jpeg_reader>

  private static func open(_ stream: ByteStream) throws(FormatError) -> Reader {
    guard let reader = cn_jpeg_open(ByteStream.read, stream.context) else {
      throw .corrupt(reason: "not enough memory")
    }
    guard reader.pointee.message.0 == 0 else {
      defer { cn_jpeg_close(reader) }
      throw error(reader, stream)
    }
    return reader
  }

  private static func header(
    _ reader: Reader, _ bytes: any ByteSource
  ) throws(FormatError) -> ImageHeader {
    let components = Int(reader.pointee.components)
    guard components != 4 else {
      throw .unsupported(reason: "a JPEG in the printing colours CMYK", readable: .jpeg)
    }
    guard components == 1 || components == 3 else {
      throw .unsupported(reason: "a JPEG of \(components) colours", readable: .jpeg)
    }
    return ImageHeader(
      storedWidth: Int(reader.pointee.width), storedHeight: Int(reader.pointee.height),
      sampleCount: components, bits: 8,
      orientation: EXIF.orientation(in: try exif(in: bytes)))
  }

  /// Takes in all scans: the first half of the work, counted by bytes.
  private static func absorb(
    _ reader: Reader, _ stream: ByteStream, _ count: Int, _ progress: (Double) -> Bool
  ) throws(FormatError) {
    var reported = 0
    while true {
      let status = cn_jpeg_absorb(reader, maximumScans)
      if status == 0 { throw error(reader, stream) }
      if status == 2 { return }
      let done = stream.offset - cn_jpeg_left(reader)
      if (done - reported) * 200 >= count {
        reported = done
        guard progress(Double(done) / Double(count) / 2) else { throw .cancelled }
      }
    }
  }

  private static func error(_ reader: Reader, _ stream: ByteStream) -> FormatError {
    if let failure = stream.failure { return failure }
    let message = withUnsafeBytes(of: reader.pointee.message) { Array($0.prefix { $0 != 0 }) }
    return .corrupt(reason: message.excerpt(0..<message.count))
  }

  /// What follows the mark "Exif" in the segment APP1, which stands before the pixels; empty where
  /// there is none.
  private static func exif(in bytes: any ByteSource) throws(FormatError) -> [UInt8] {
    let mark = Array("Exif\0\0".utf8)
    let (escape, app1, startOfScan) = (UInt8(0xFF), 0xE1, 0xDA)
    let stream = ByteStream(bytes, piece: 1 << 12)
    stream.skip(magic.count - 1)
    while try stream.peek() == escape {
      while try stream.peek() == escape { stream.skip() }
      guard let marker = try stream.number(size: 1), marker != startOfScan,
        let length = try stream.number(size: 2), length >= 2
      else { break }
      if marker == app1 {
        let content = try stream.bytes(length - 2)
        if content.starts(with: mark) { return Array(content.dropFirst(mark.count)) }
      } else {
        stream.skip(length - 2)
      }
    }
    return []
  }
}
