extension ForeignFormat {
  /// The images among them.
  public static let images: [ForeignFormat] = [.webp, .gif, .tiff, .heic, .avif, .jxl, .jp2]

  /// The endings of the names of such images, lower case; none where it is no image.
  public var imageEndings: [String] {
    switch self {
    case .tiff: ["tiff", "tif"]
    case .heic: ["heic", "heif"]
    default: ForeignFormat.images.contains(self) ? [rawValue] : []
    }
  }

  /// Sources: RFC 9649 (WebP), GIF89a, TIFF 6.0, ISO/IEC 14496-12 (the
  /// box `ftyp` of HEIC and AVIF), ISO/IEC 18181-2 (JPEG XL), ISO/IEC 15444-1 (JPEG 2000).
  init?(imageMagicOf bytes: [UInt8]) {
    func has(_ text: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    func isBox(_ type: String) -> Bool { bytes.starts(with: [0, 0, 0]) && has(type, at: 4) }
    if has("RIFF"), has("WEBP", at: 8) {
      self = .webp
    } else if has("GIF87a") || has("GIF89a") {
      self = .gif
    } else if ["II*\0", "II+\0", "MM\0*", "MM\0+"].contains(where: { has($0) }) {
      self = .tiff
    } else if isBox("ftyp") {
      let brand = bytes.count >= 12 ? Array(bytes[8..<12]) : []
      if [Array("avif".utf8), Array("avis".utf8)].contains(brand) {
        self = .avif
      } else if ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"].map({ Array($0.utf8) })
        .contains(brand)
      {
        self = .heic
      } else {
        return nil
      }
    } else if isBox("JXL ") || bytes.starts(with: [0xFF, 0x0A]) {
      self = .jxl
    } else if isBox("jP  ") || bytes.starts(with: [0xFF, 0x4F, 0xFF, 0x51]) {
      self = .jp2
    } else {
      return nil
    }
  }
}
