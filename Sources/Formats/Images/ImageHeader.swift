/// What an image file announces before its pixels.
public struct ImageHeader: Hashable, Sendable {
  /// Columns and rows as the image is shown.
  public let width: Int
  public let height: Int
  /// Samples of a pixel: 1 grey, 2 grey and alpha, 3 red, green and blue, 4 these and alpha.
  public internal(set) var sampleCount: Int
  /// Of a sample once it is decoded: 8 or 16.
  public let bits: Int
  public let orientation: Orientation

  /// 1 where the image is grey, else 3.
  public var colorChannels: Int { sampleCount < 3 ? 1 : 3 }

  init(
    storedWidth: Int, storedHeight: Int, sampleCount: Int, bits: Int, orientation: Orientation
  ) {
    width = orientation.swapsAxes ? storedHeight : storedWidth
    height = orientation.swapsAxes ? storedWidth : storedHeight
    self.sampleCount = sampleCount
    self.bits = bits
    self.orientation = orientation
  }

  var storedWidth: Int { orientation.swapsAxes ? height : width }
  var storedHeight: Int { orientation.swapsAxes ? width : height }

  /// - Throws: `tooManyPixels`, in any case past `FormatError.maximumCount`; `tooLong`, `empty`.
  func check(maximumPixels: Int) throws(FormatError) {
    let limit = min(maximumPixels, FormatError.maximumCount)
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow, pixels <= limit else {
      throw .tooManyPixels(width: width, height: height, limit: limit)
    }
    try FormatError.checkSides([height, width])
    if pixels == 0 { throw .empty }
  }
}

extension Raster {
  /// The image that the header announces.
  init(_ header: ImageHeader, _ samples: Samples, maximum: Int) {
    self.init(
      width: header.storedWidth, height: header.storedHeight, sampleCount: header.sampleCount,
      samples: samples, maximum: maximum, orientation: header.orientation)
  }
}
