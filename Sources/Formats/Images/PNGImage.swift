import CPNG
import Glibc
import Model

/// A PNG image as a matrix of brightness in 0...1.
///
/// Grey of 8 or 16 bits keeps its exact value; `Luma` tells what becomes of colour and transparency.
/// Gamma and colour profiles are ignored.
enum PNGImage {
  static let magic: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// - Throws: `corrupt` with libpng's own words, also for a file cut short; `tooLarge`.
  static func tensor(from bytes: [UInt8]) throws(FormatError) -> Tensor {
    guard bytes.starts(with: magic) else { throw .corrupt(reason: "no PNG signature") }
    var image = cn_png_image()
    cn_png_decode(bytes, bytes.count, UInt64(FormatError.maximumCount), &image)
    defer { free(image.rows) }
    let (width, height) = (Int(image.width), Int(image.height))
    if image.over_limit != 0 { throw .tooLarge(dimensions: [height, width]) }
    guard let rows = image.rows else {
      let message = withUnsafeBytes(of: image.message) { Array($0.prefix { $0 != 0 }) }
      throw .corrupt(reason: message.excerpt(0..<message.count))
    }

    let channels = Int(image.channels)
    let rowBytes = image.row_bytes
    let isWide = image.bits == 16
    let luma = Luma(maximum: isWide ? 65_535 : 255)
    let elements = [Float](unsafeUninitializedCapacity: width * height) { elements, count in
      for i in 0..<height {
        let row = rows + i * rowBytes
        for j in 0..<width {
          elements[i * width + j] = luma.brightness(channels: channels) { sample in
            let index = j * channels + sample
            return isWide ? Int(row[2 * index]) << 8 | Int(row[2 * index + 1]) : Int(row[index])
          }
        }
      }
      count = width * height
    }
    return Tensor(Shape(height, width), elements)
  }
}
