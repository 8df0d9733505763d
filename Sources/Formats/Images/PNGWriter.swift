import CPNG
import Glibc

/// Pixels to the bytes of a PNG file.
public enum PNGWriter {
  /// The most columns or rows of an image that libpng writes.
  public static let maximumSide = 1_000_000

  /// Writes an image of 8 bits a sample.
  ///
  /// - Parameters:
  ///   - rgb: Row after row, red, green and blue of each pixel: 3 × width × height bytes.
  ///   - width: From 1 to `maximumSide`.
  ///   - height: From 1 to `maximumSide`.
  public static func encode(_ rgb: [UInt8], width: Int, height: Int) -> [UInt8] {
    precondition((1...maximumSide).contains(width) && (1...maximumSide).contains(height))
    precondition(rgb.count == 3 * width * height)
    let file = cn_png_write(rgb, UInt32(width), UInt32(height))
    guard let bytes = file.bytes else { fatalError("not enough memory") }
    defer { free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: file.count))
  }
}
