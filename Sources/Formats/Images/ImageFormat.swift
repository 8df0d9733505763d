/// A kind of image file: what tells it from others, and how it is read.
protocol ImageFormat: SendableMetatype {
  /// What it is called.
  static var name: String { get }
  /// The file endings to show to people, in lower case.
  static var endings: [String] { get }
  /// More that are taken.
  static var otherEndings: [String] { get }

  /// Whether these are the first bytes of such a file.
  static func hasMagic(_ bytes: [UInt8]) -> Bool

  /// Reads the header before the pixels.
  static func header(_ bytes: any ByteSource) throws(FormatError) -> ImageHeader

  /// Decodes the image; the parameters, and what is thrown, are those of `ImageDecoder.decode`.
  static func raster(
    _ bytes: any ByteSource, maximumPixels: Int, asGrey: Bool, _ remark: (FormatRemark) -> Void,
    _ progress: (Double) -> Bool
  ) throws(FormatError) -> Raster
}

extension ImageFormat {
  static var otherEndings: [String] { [] }
}

extension ImageDecoder {
  /// All kinds of image that are read.
  static let formats: [any ImageFormat.Type] = [
    PNGImage.self,
    JPEGImage.self,
    BMPImage.self,
    PNMImage.self,
  ]

  /// What these kinds are called.
  public static var names: [String] { formats.map { $0.name } }

  /// The image file endings to show to people, in lower case.
  public static var endings: [String] { formats.flatMap { $0.endings } }

  /// These and all others that are taken.
  static var allEndings: [String] { formats.flatMap { $0.endings + $0.otherEndings } }

  /// The kind of an image by its first bytes.
  static func format(of start: [UInt8]) -> (any ImageFormat.Type)? {
    formats.first { $0.hasMagic(start) }
  }
}
