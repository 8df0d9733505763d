/// An image file to its pixels.
public enum ImageDecoder {
  /// Whether the first bytes belong to an image.
  public static func recognizes(_ bytes: any ByteSource) throws(FormatError) -> Bool {
    format(of: try bytes.start()) != nil
  }

  /// Reads the header before the pixels; it decodes nothing.
  ///
  /// - Throws: `notAnImage` where no first bytes are known, `foreign`; what is wrong with the file
  ///   so far.
  public static func header(_ bytes: any ByteSource) throws(FormatError) -> ImageHeader {
    try knownFormat(bytes).header(bytes)
  }

  /// The same of an image that can be decoded whole.
  ///
  /// - Throws: `tooManyPixels`, `tooLong`, `empty` besides.
  static func checkedHeader(_ bytes: any ByteSource) throws(FormatError) -> ImageHeader {
    let header = try header(bytes)
    try header.check(maximumPixels: FormatError.maximumCount)
    return header
  }

  private static func knownFormat(
    _ bytes: any ByteSource
  ) throws(FormatError) -> any ImageFormat.Type {
    let start = try bytes.start()
    if let format = format(of: start) { return format }
    throw ForeignFormat(imageMagicOf: start).map { .foreign($0) } ?? .notAnImage
  }

  /// Decodes a file of one of the `formats`. Of the file itself no more than a piece is in memory.
  ///
  /// - Parameters:
  ///   - maximumPixels: The most pixels to decode, checked before they are allocated; past
  ///     `FormatError.maximumCount` it is that.
  ///   - asGrey: Decode of a JPEG the luma alone, where it is stored as such: less work and, where the image has
  ///     colours, a third of the memory. Other files come as they are.
  ///   - progress: Called with the share done, in 0...1 and rising, at every hundredth or more often;
  ///     false gives up.
  ///   - remark: Called with a rule that the file breaks although it can be read.
  /// - Returns: The image, of the size that `header` tells.
  /// - Throws: `notAnImage`, `foreign`, `tooManyPixels`, `tooLong`, `cancelled`; what is wrong with the file, also where it
  ///   is only cut short.
  public static func decode(
    _ bytes: any ByteSource, maximumPixels: Int = FormatError.maximumCount, asGrey: Bool = false,
    progress: (Double) -> Bool = { _ in true }, remark: (FormatRemark) -> Void = { _ in }
  ) throws(FormatError) -> Raster {
    try knownFormat(bytes).raster(
      bytes, maximumPixels: maximumPixels, asGrey: asGrey, remark, progress)
  }

  /// Goes through rows in batches and asks after each whether to go on.
  ///
  /// - Parameters:
  ///   - count: At least 1.
  ///   - share: The part of the whole work that these rows are.
  static func rows(
    _ count: Int, share: ClosedRange<Double> = 0...1, _ progress: (Double) -> Bool,
    _ read: (Range<Int>) throws(FormatError) -> Void
  ) throws(FormatError) {
    let batch = max(1, count / 100)
    for start in stride(from: 0, to: count, by: batch) {
      let end = min(count, start + batch)
      try read(start..<end)
      let done = Double(end) / Double(count)
      guard progress(share.lowerBound + done * (share.upperBound - share.lowerBound)) else {
        throw .cancelled
      }
    }
  }
}
