import CTurboJPEG
import Model

/// A JPEG image as a matrix of brightness in 0...1: its luma as stored, divided by 255.
///
/// A turn that the camera noted (EXIF orientation) is not applied.
enum JPEGImage {
  static let magic: [UInt8] = [0xFF, 0xD8, 0xFF]

  /// - Throws: `corrupt` with libjpeg-turbo's own words, also for what it would only warn of, such as
  ///   a file cut short; `unsupported` for CMYK; `tooLarge`.
  static func tensor(from bytes: [UInt8]) throws(FormatError) -> Tensor {
    guard bytes.starts(with: magic) else { throw .corrupt(reason: "no JPEG signature") }
    guard let decoder = tjInitDecompress() else { throw .corrupt(reason: message(nil)) }
    defer { tjDestroy(decoder) }
    var (width, height, sampling, colors) = (Int32(0), Int32(0), Int32(0), Int32(0))
    let length = UInt(bytes.count)
    guard
      tjDecompressHeader3(decoder, bytes, length, &width, &height, &sampling, &colors) == 0
    else { throw .corrupt(reason: message(decoder)) }
    if colors == Int32(TJCS_CMYK.rawValue) || colors == Int32(TJCS_YCCK.rawValue) {
      throw .unsupported(reason: "a JPEG in the printing colours CMYK")
    }
    let count = try FormatError.count([Int(height), Int(width)])

    var failed = false
    let samples = [UInt8](unsafeUninitializedCapacity: count) { samples, written in
      failed =
        tjDecompress2(
          decoder, bytes, length, samples.baseAddress, width, width, height,
          Int32(TJPF_GRAY.rawValue), TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS)
        != 0
      written = failed ? 0 : count
    }
    if failed { throw .corrupt(reason: message(decoder)) }
    let luma = Luma(maximum: 255)
    return Tensor(
      Shape(Int(height), Int(width)), samples.map { luma.brightness(grey: Int($0)) })
  }

  private static func message(_ decoder: tjhandle?) -> String {
    guard let text = tjGetErrorStr2(decoder) else { return "unknown" }
    let message = Array(String(cString: text).utf8)
    return message.excerpt(0..<message.count)
  }
}
