import Model

/// A portable grey map or pixel map (P2, P3, P5, P6) as a matrix of brightness in 0...1.
///
/// Samples are divided by the maximum that the file states; `Luma` tells what becomes of colour.
/// Whatever follows the image is ignored.
///
/// Source: the netpbm manual pages pgm(5) and ppm(5).
struct PNMImage {
  private let bytes: [UInt8]
  private var offset = 2

  /// - Throws: `notANumber` with its place, `corrupt`, `truncated`, `tooLarge`, `empty`, and
  ///   `unsupported` for the formats P1, P4 and P7.
  static func tensor(from bytes: [UInt8]) throws(FormatError) -> Tensor {
    var image = PNMImage(bytes: bytes)
    return try image.tensor()
  }

  static func hasMagic(_ bytes: [UInt8]) -> Bool {
    bytes.count > 2 && bytes[0] == UInt8(ascii: "P") && (49...55).contains(bytes[1])
      && (bytes[2].isWhitespace || bytes[2] == UInt8(ascii: "#"))
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func tensor() throws(FormatError) -> Tensor {
    guard PNMImage.hasMagic(bytes) else { throw .corrupt(reason: "no PGM or PPM signature") }
    let kind = bytes[1] - 48
    guard [2, 3, 5, 6].contains(kind) else {
      throw .unsupported(reason: "the netpbm format P\(kind)")
    }
    let width = try number()
    let height = try number()
    let maximum = try number()
    guard (1...65_535).contains(maximum) else { throw .corrupt(reason: "maximum \(maximum)") }
    let count = try FormatError.count([height, width])
    let channels = kind == 3 || kind == 6 ? 3 : 1
    let elements =
      kind < 4
      ? try written(count, channels: channels, maximum: maximum)
      : try binary(count, channels: channels, maximum: maximum)
    return Tensor(Shape(height, width), elements)
  }

  /// Samples as decimal numbers.
  private mutating func written(
    _ count: Int, channels: Int, maximum: Int
  ) throws(FormatError) -> [Float] {
    let luma = Luma(maximum: maximum)
    // Every sample takes two bytes at least, so the file's size bounds what is allocated.
    let least = offset + count * channels * 2
    guard bytes.count + 1 >= least else {
      throw .truncated(expectedBytes: least, foundBytes: bytes.count)
    }
    var elements: [Float] = []
    elements.reserveCapacity(count)
    var samples = [0, 0, 0]
    for _ in 0..<count {
      for channel in 0..<channels {
        let sample = try number()
        guard sample <= maximum else { throw above(maximum, sample) }
        samples[channel] = sample
      }
      elements.append(luma.brightness(channels: channels) { samples[$0] })
    }
    return elements
  }

  /// Samples of one byte, or of two big-endian ones where the maximum exceeds 255, after exactly one
  /// byte of white space.
  private func binary(_ count: Int, channels: Int, maximum: Int) throws(FormatError) -> [Float] {
    let start = offset + 1
    let size = maximum > 255 ? 2 : 1
    let expected = start + count * channels * size
    guard bytes.count >= expected else {
      throw .truncated(expectedBytes: expected, foundBytes: bytes.count)
    }
    let luma = Luma(maximum: maximum)
    var greatest = 0
    let elements = (0..<count).map { pixel in
      luma.brightness(channels: channels) { channel in
        let at = start + (pixel * channels + channel) * size
        let sample = size == 1 ? Int(bytes[at]) : Int(bytes[at]) << 8 | Int(bytes[at + 1])
        greatest = max(greatest, sample)
        return sample
      }
    }
    guard greatest <= maximum else { throw above(maximum, greatest) }
    return elements
  }

  private func above(_ maximum: Int, _ sample: Int) -> FormatError {
    .corrupt(reason: "sample \(sample) above the maximum \(maximum)")
  }

  /// The next number of at most nine digits, after white space and comments.
  private mutating func number() throws(FormatError) -> Int {
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
