/// Uncompressed BMP images: palettes of 1, 4 or 8 bits a pixel, and colours of 16, 24 or 32 bits.
///
/// A palette of greys makes a grey image. Colours of fewer than 8 bits become 8 as Pillow has it:
/// value · 255 / greatest value, rounded down. Of 32 bits without masks the fourth byte is left out.
/// Rows are stored from the last one up, unless the height is negative.
///
/// Sources: Microsoft's BITMAPFILEHEADER, BITMAPCOREHEADER, BITMAPINFOHEADER, BITMAPV4HEADER and
/// BITMAPV5HEADER.
struct BMPImage: ImageFormat {
  static let name = "BMP"
  static let endings = ["bmp"]
  static let otherEndings = ["dib"]

  private let image: ImageHeader
  /// Where the pixels begin.
  private let offset: Int
  private let bitsPerPixel: Int
  /// The samples of every colour; empty where the pixels are colours themselves.
  private let palette: [UInt8]
  /// Red, green, blue and, where there is one, alpha within a pixel.
  private let fields: [Field]

  static func hasMagic(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "BM".utf8), let size = bytes.number(at: 14, size: 4) else {
      return false
    }
    return (12...124).contains(size)
  }

  /// - Throws: `unsupported`, `corrupt`, `truncated`.
  static func header(_ bytes: any ByteSource) throws(FormatError) -> ImageHeader {
    try BMPImage(bytes).image
  }

  /// - Throws: The same; `tooManyPixels`, `tooLong`, `empty`, `cancelled`.
  static func raster(
    _ bytes: any ByteSource, maximumPixels: Int, asGrey: Bool, _: (FormatRemark) -> Void,
    _ progress: (Double) -> Bool
  ) throws(FormatError) -> Raster {
    let image = try BMPImage(bytes)
    try image.image.check(maximumPixels: maximumPixels)
    return Raster(image.image, .bytes(try image.samples(bytes, progress)), maximum: 255)
  }
}

// MARK: - The header

extension BMPImage {
  private init(_ bytes: any ByteSource) throws(FormatError) {
    let (fileHeader, greatestHeader, masks, colors) = (14, 124, 4 * 4, 4 * 256)
    let start = try bytes.bytes(in: 0..<fileHeader + greatestHeader + masks + colors)
    func number(_ at: Int, _ size: Int) throws(FormatError) -> Int {
      guard let number = start.number(at: at, size: size) else {
        throw .truncated(expectedBytes: at + size, foundBytes: bytes.count)
      }
      return number
    }
    func signed(_ at: Int) throws(FormatError) -> Int {
      Int(Int32(truncatingIfNeeded: try number(at, 4)))
    }
    offset = try number(10, 4)
    let size = try number(14, 4)
    guard [12, 40, 52, 56, 64, 108, 124].contains(size) else {
      throw .unsupported(.bmp(.headerSize(size)))
    }
    let (isCore, isOS2) = (size == 12, size == 64)
    let width = isCore ? try number(18, 2) : try signed(18)
    let height = isCore ? try number(20, 2) : try signed(22)
    guard width >= 0 else { throw .corrupt(.bmp(.width(width))) }
    bitsPerPixel = try number(isCore ? 24 : 28, 2)
    guard [1, 4, 8, 16, 24, 32].contains(bitsPerPixel) else {
      throw .unsupported(.bmp(.bitsPerPixel(bitsPerPixel)))
    }
    let compression = isCore ? 0 : try number(30, 4)
    let hasMasks = [3, 6].contains(compression) && !isOS2 && bitsPerPixel > 8
    guard compression == 0 || hasMasks else {
      throw .unsupported(.bmp(.compression(BMPImage.known(compression, isOS2: isOS2))))
    }

    var next = fileHeader + size
    if hasMasks {
      // They follow a header of 40 bytes; a longer one holds them, at the same place.
      let count = compression == 6 || size >= 56 ? 4 : 3
      var masks: [Int] = []
      for index in 0..<count { masks.append(try number(fileHeader + 40 + 4 * index, 4)) }
      next = max(next, fileHeader + 40 + 4 * count)
      fields = try Field.fields(masks: masks, bits: bitsPerPixel)
    } else {
      fields = bitsPerPixel == 16 ? Field.ofFiveBits : bitsPerPixel > 8 ? Field.ofEightBits : []
    }
    var palette: [[UInt8]] = []
    if bitsPerPixel <= 8 {
      // Where fewer bytes are left before the pixels, it has fewer colours.
      let (entry, stated) = (isCore ? 3 : 4, isCore ? 0 : try number(46, 4))
      let count = min(stated == 0 ? .max : stated, 1 << bitsPerPixel, (offset - next) / entry)
      guard count > 0 else { throw .corrupt(.bmp(.noPalette)) }
      for at in stride(from: next, to: next + entry * count, by: entry) {
        _ = try number(at, entry)
        palette.append([start[at + 2], start[at + 1], start[at]])
      }
    }
    guard offset >= next else {
      throw .corrupt(.bmp(.pixelsWithinHeader(begin: offset, headerEnd: next)))
    }
    let isGrey = !palette.isEmpty && palette.allSatisfy { $0[0] == $0[1] && $0[1] == $0[2] }
    self.palette = palette.flatMap { isGrey ? [$0[0]] : $0 }
    image = ImageHeader(
      storedWidth: width, storedHeight: abs(height),
      sampleCount: isGrey ? 1 : max(3, fields.count), bits: 8,
      orientation: height < 0 ? .topLeft : .bottomLeft)
  }

  private static func known(
    _ compression: Int, isOS2: Bool
  ) -> FormatError.Unsupported.Compression {
    switch compression {
    case 1: .rle8
    case 2: .rle4
    case 4 where !isOS2: .jpeg
    case 5: .png
    default: .other(compression)
    }
  }
}

/// The bits of a pixel that are one sample.
private struct Field {
  private let shift, greatest: Int
  /// Where they are one whole byte of the pixel, which.
  let byte: Int?

  static let ofFiveBits = [0x7C00, 0x3E0, 0x1F].compactMap { Field(mask: $0, bits: 16) }
  static let ofEightBits = [0xFF_0000, 0xFF00, 0xFF].compactMap { Field(mask: $0, bits: 24) }

  /// Red, green and blue; alpha where its mask is there and not 0.
  static func fields(masks: [Int], bits: Int) throws(FormatError) -> [Field] {
    let masks = masks.count == 4 && masks[3] == 0 ? Array(masks[..<3]) : masks
    let fields = masks.compactMap { Field(mask: $0, bits: bits) }
    guard fields.count == masks.count else { throw .unsupported(.bmp(.masks(masks))) }
    return fields
  }

  /// Returns nil where the bits do not stand side by side within the pixel, or there are none.
  private init?(mask: Int, bits: Int) {
    guard mask != 0, mask < 1 << bits else { return nil }
    shift = mask.trailingZeroBitCount
    greatest = mask >> shift
    byte = greatest == 255 && shift % 8 == 0 ? shift / 8 : nil
    guard greatest & (greatest + 1) == 0 else { return nil }
  }

  func sample(of pixel: Int) -> UInt8 { UInt8((pixel >> shift & greatest) * 255 / greatest) }
}

// MARK: - The pixels

extension BMPImage {
  private func samples(
    _ bytes: any ByteSource, _ progress: (Double) -> Bool
  ) throws(FormatError) -> [UInt8] {
    // Every row fills up groups of four bytes; after the last one the filling may be missing.
    let usedBytes = (image.width * bitsPerPixel + 7) / 8
    let rowBytes = (usedBytes + 3) / 4 * 4
    let end = offset + rowBytes * (image.height - 1) + usedBytes
    guard bytes.count >= end else {
      throw .truncated(expectedBytes: end, foundBytes: bytes.count)
    }
    let stream = ByteStream(bytes)
    stream.skip(offset)
    let rowCount = image.width * image.sampleCount
    return try .filled(rowCount * image.height) { (samples) throws(FormatError) in
      try ImageDecoder.rows(image.height, progress) { (rows) throws(FormatError) in
        for row in rows {
          let stored = try stream.bytes(rowBytes)
          guard stored.count >= usedBytes else {
            throw .truncated(expectedBytes: end, foundBytes: stream.offset)
          }
          let target = samples.extracting(row * rowCount..<(row + 1) * rowCount)
          if palette.isEmpty {
            readColors(stored, to: target)
          } else {
            try readIndices(stored, to: target, row: row)
          }
        }
      }
    }
  }

  private func readColors(_ stored: [UInt8], to target: UnsafeMutableBufferPointer<UInt8>) {
    let (size, count) = (bitsPerPixel / 8, fields.count)
    stored.withUnsafeBufferPointer { stored in
      for (index, field) in fields.enumerated() {
        for column in 0..<image.width {
          if let byte = field.byte {
            target[column * count + index] = stored[column * size + byte]
          } else {
            var pixel = 0
            for byte in 0..<size { pixel |= Int(stored[column * size + byte]) << (8 * byte) }
            target[column * count + index] = field.sample(of: pixel)
          }
        }
      }
    }
  }

  /// The first pixel stands in the highest bits of a byte.
  private func readIndices(
    _ stored: [UInt8], to target: UnsafeMutableBufferPointer<UInt8>, row: Int
  ) throws(FormatError) {
    let (perByte, size, bits) = (8 / bitsPerPixel, image.sampleCount, bitsPerPixel)
    let colors = palette.count / size
    let wrong: (index: Int, column: Int)? = palette.withUnsafeBufferPointer { palette in
      stored.withUnsafeBufferPointer { stored in
        for column in 0..<image.width {
          let shift = 8 - bits * (column % perByte + 1)
          let index = Int(stored[column / perByte]) >> shift & (1 << bits - 1)
          guard index < colors else { return (index, column) }
          for sample in 0..<size { target[column * size + sample] = palette[index * size + sample] }
        }
        return nil
      }
    }
    if let wrong {
      throw .corrupt(
        .bmp(
          .color(wrong.index, paletteCount: colors, row: row + 1, column: wrong.column + 1)))
    }
  }
}
