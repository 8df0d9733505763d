import CPNG

/// Pixels to the bytes of a PNG file.
public enum PNGWriter {
  /// Writes an image of 8 bits a sample.
  ///
  /// - Parameters:
  ///   - rgb: Row after row, red, green and blue of each pixel: 3 × width × height bytes.
  ///   - width: From 1 on.
  ///   - height: Likewise.
  public static func encode(_ rgb: [UInt8], width: Int, height: Int) -> [UInt8] {
    precondition(width > 0 && height > 0 && rgb.count == 3 * width * height)
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    (image.width, image.height) = (UInt32(width), UInt32(height))
    image.format = UInt32(PNG_FORMAT_FLAG_COLOR)
    // Ample: a picture that does not compress grows by a few bytes a row.
    var length = rgb.count + rgb.count / 8 + height + 4096
    var bytes = [UInt8](repeating: 0, count: length)
    guard png_image_write_to_memory(&image, &bytes, &length, 0, rgb, 0, nil) != 0 else {
      fatalError("not enough memory")
    }
    return Array(bytes[..<length])
  }
}
