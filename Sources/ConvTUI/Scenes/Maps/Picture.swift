import Formats
import Model

/// The picture that maps are made from, at any scale: brightness, or red, green and blue, in 0...1.
struct Picture: Sendable {
  /// A raster stays as it came, whatever its size.
  private enum Source: Sendable {
    case tensor(Tensor)
    case raster(Raster, [Raster.Channel])
  }

  private let source: Source
  let channels, rows, columns: Int
  /// Where it was read from.
  var file: File?

  /// The file of a picture, and what was made of its colours.
  struct File: Hashable, Sendable {
    var path: String
    var channels: ChannelMode
  }

  /// - Parameter pixels: Of shape H×W or C×H×W.
  init(_ pixels: Tensor) {
    let shape = pixels.shape
    (channels, rows, columns) = (shape.channels, shape.rows, shape.columns)
    source = .tensor(pixels)
  }

  init(_ raster: Raster, _ mode: ChannelMode) {
    let isColored = mode == .rgb && raster.colorChannels == 3
    let shown: [Raster.Channel] = isColored ? [.red, .green, .blue] : [.luma]
    (channels, rows, columns) = (shown.count, raster.height, raster.width)
    source = .raster(raster, shown)
  }

  /// C×H×W where so many pixels in a row and a column become one.
  func shape(step: Int) -> Shape {
    Shape([channels, (rows + step - 1) / step, (columns + step - 1) / step])
  }

  /// A part of the picture at a scale, of shape C×rows×columns.
  ///
  /// Each number is the mean of a block; of large blocks of a raster some pixels stand for all.
  func part(rows: Range<Int>, columns: Range<Int>, step: Int) -> Tensor {
    let shape = Shape([channels, rows.count, columns.count])
    switch source {
    case .tensor(let pixels):
      var part = Tensor(shape)
      for c in 0..<channels {
        for (i, row) in rows.enumerated() {
          for (j, column) in columns.enumerated() {
            part[0, c, i, j] = mean(of: pixels, c, row * step, column * step, step)
          }
        }
      }
      return part
    case .raster(let raster, let channels):
      return Tensor(
        shape,
        channels.flatMap { channel in
          raster.region(
            rows: rows.lowerBound * step..<min(self.rows, rows.upperBound * step),
            columns: columns.lowerBound * step..<min(self.columns, columns.upperBound * step),
            step: step, channel: channel
          ).elements
        })
    }
  }

  private func mean(of pixels: Tensor, _ c: Int, _ row: Int, _ column: Int, _ step: Int) -> Float {
    if step == 1 { return pixels[0, c, row, column] }
    let (bottom, right) = (min(rows, row + step), min(columns, column + step))
    var sum: Float = 0
    for r in row..<bottom { for x in column..<right { sum += pixels[0, c, r, x] } }
    return sum / Float((bottom - row) * (right - column))
  }
}
