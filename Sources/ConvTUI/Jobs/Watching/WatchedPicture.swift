import Formats
import Model

/// An image of a run, decoded, and made smaller where no screen shows more of it.
struct WatchedPicture: Hashable, Sendable {
  /// As it was logged, in pixels.
  let width, height: Int
  /// Of shape 1×H×W, or 3×H×W for red, green and blue, in 0...1.
  let pixels: Tensor
  /// Its brightness, of shape H×W.
  let brightness: Tensor

  /// As many pixels of a side are enough for a screen.
  private static let usualPixels = 256
  /// A larger image is not decoded.
  private static let largest = 1 << 26

  /// - Parameter mostPixels: No side has more of them in `pixels`.
  init(_ file: [UInt8], mostPixels: Int = usualPixels) throws(FormatError) {
    let raster = try ImageDecoder.decode(file, maximumPixels: WatchedPicture.largest)
    (width, height) = (raster.width, raster.height)
    let longest = max(width, height)
    let step = max(1, (longest - 1) / mostPixels + 1)
    func plane(_ channel: Raster.Channel) -> Tensor {
      raster.region(
        rows: 0..<raster.height, columns: 0..<raster.width, step: step, channel: channel)
    }
    brightness = plane(.luma)
    let planes =
      raster.colorChannels == 3 ? [plane(.red), plane(.green), plane(.blue)] : [brightness]
    pixels = Tensor(
      Shape([planes.count, brightness.shape.rows, brightness.shape.columns]),
      planes.flatMap(\.elements))
  }

  /// Its brightness, with no side longer than so many pixels.
  func brightness(atMost side: Int) -> Tensor {
    let (rows, columns) = (brightness.shape.rows, brightness.shape.columns)
    let longest = max(rows, columns)
    let step = longest > side ? (longest + side - 1) / side : 1
    return Tensor(
      rows: stride(from: 0, to: rows, by: step).map { row in
        stride(from: 0, to: columns, by: step).map { column in
          brightness.mean(Position(row: row, column: column), side: step)
        }
      })
  }
}
