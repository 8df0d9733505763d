/// An image as it came: its samples in the file's own precision, and how it is turned for showing.
///
/// Rows, columns, width and height are those of the image as it is shown. Nothing is moved for that:
/// `Orientation` tells where a pixel lies.
///
/// Memory: the pixels once, as they come (bytes stay bytes).
public struct Raster: Hashable, Sendable {
  /// Row after row as stored; a pixel's samples stand side by side.
  public enum Samples: Hashable, Sendable {
    case bytes([UInt8])
    case words([UInt16])

    var count: Int {
      switch self {
      case .bytes(let samples): samples.count
      case .words(let samples): samples.count
      }
    }
  }

  /// Which part of a pixel to read; all parts are the same in a grey image.
  public enum Channel: Hashable, Sendable, CaseIterable {
    case luma, red, green, blue
  }

  public let samples: Samples
  /// Samples of a pixel: 1 grey, 2 grey and alpha, 3 red, green and blue, 4 these and alpha.
  public let sampleCount: Int
  /// The sample of white, or of a full colour.
  public let maximum: Int
  public let orientation: Orientation
  public let width: Int
  public let height: Int
  /// In pixels.
  let layout: Orientation.Layout

  /// - Parameters:
  ///   - width: Pixels in a stored row, at least 1; shown, it is the height where axes are swapped.
  ///   - height: Stored rows, at least 1.
  ///   - sampleCount: Samples of a pixel, 1 to 4.
  ///   - samples: Width × height × sampleCount numbers in 0...maximum.
  ///   - maximum: From 1 to 65,535.
  public init(
    width: Int, height: Int, sampleCount: Int, samples: Samples, maximum: Int = 255,
    orientation: Orientation = .topLeft
  ) {
    precondition(width > 0 && height > 0 && (1...4).contains(sampleCount))
    precondition(samples.count == width * height * sampleCount && (1...65_535).contains(maximum))
    self.samples = samples
    self.sampleCount = sampleCount
    self.maximum = maximum
    self.orientation = orientation
    self.width = orientation.swapsAxes ? height : width
    self.height = orientation.swapsAxes ? width : height
    layout = orientation.layout(width: width, height: height)
  }

  /// 1 where the image is grey, else 3.
  public var colorChannels: Int { sampleCount < 3 ? 1 : 3 }

  /// The brightness of a pixel in 0...1, over white where it is transparent; `Luma` says how.
  ///
  /// - Precondition: The pixel lies in the image.
  public func brightness(_ row: Int, _ column: Int) -> Float {
    region(rows: row..<row + 1, columns: column..<column + 1).elements[0]
  }
}
