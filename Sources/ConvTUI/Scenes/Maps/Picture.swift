import Formats
import Model

/// The picture that maps are made from, at any scale: brightness, or red, green and blue, in 0...1.
struct Picture: Sendable {
  private let pixels: Tensor

  /// - Parameter pixels: Of shape H×W or C×H×W.
  init(_ pixels: Tensor) {
    let shape = pixels.shape
    self.pixels = pixels.reshaped(Shape([shape.channels, shape.rows, shape.columns]))
  }

  var channels: Int { pixels.shape.channels }
  var rows: Int { pixels.shape.rows }
  var columns: Int { pixels.shape.columns }

  /// C×H×W where so many pixels in a row and a column become one.
  func shape(step: Int) -> Shape {
    Shape([channels, (rows + step - 1) / step, (columns + step - 1) / step])
  }

  /// A part of the picture at a scale, of shape C×rows×columns.
  func part(rows: Range<Int>, columns: Range<Int>, step: Int) -> Tensor {
    var part = Tensor(Shape([channels, rows.count, columns.count]))
    for c in 0..<channels {
      for (i, row) in rows.enumerated() {
        for (j, column) in columns.enumerated() {
          part[0, c, i, j] = mean(c, row * step, column * step, step)
        }
      }
    }
    return part
  }

  private func mean(_ c: Int, _ row: Int, _ column: Int, _ step: Int) -> Float {
    if step == 1 { return pixels[0, c, row, column] }
    let (bottom, right) = (min(rows, row + step), min(columns, column + step))
    var sum: Float = 0
    for r in row..<bottom { for c2 in column..<right { sum += pixels[0, c, r, c2] } }
    return sum / Float((bottom - row) * (right - column))
  }
}
