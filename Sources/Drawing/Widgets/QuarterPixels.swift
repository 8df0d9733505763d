import Model

/// Pixels of which a character holds 2×2.
struct QuarterPixels {
  /// In characters.
  let size: Size
  private var colors: [SIMD4<Float>]
  private let ground: SIMD4<Float>

  init(_ size: Size, color: SIMD4<Float>) {
    self.size = size
    ground = color
    colors = Array(repeating: color, count: 4 * size.width * size.height)
  }

  private var width: Int { 2 * size.width }
  private var height: Int { 2 * size.height }

  /// Puts an image at a place; what lies outside is left out.
  mutating func put(_ image: [SIMD4<Float>], columns: Int, at corner: (x: Int, y: Int)) {
    let rows = image.count / columns
    let across = max(0, -corner.x)..<max(0, min(columns, width - corner.x))
    for row in max(0, -corner.y)..<max(0, min(rows, height - corner.y)) {
      let start = (corner.y + row) * width + corner.x
      for column in across { colors[start + column] = image[row * columns + column] }
    }
  }

  /// Draws a line of one pixel around a tile of so many characters across and halves of one down.
  mutating func frame(
    _ corner: (x: Int, y: Int), _ tile: Size, sidesOnly: Bool, _ color: SIMD4<Float>
  ) {
    let (right, bottom) = (corner.x + 2 * tile.width, corner.y + tile.height)
    for y in (sidesOnly ? corner.y..<bottom : corner.y - 1..<bottom + 1) {
      for x in [corner.x - 1, right] { set(x, y, color) }
    }
    guard !sidesOnly else { return }
    for x in corner.x..<right {
      for y in [corner.y - 1, bottom] { set(x, y, color) }
    }
  }

  private mutating func set(_ x: Int, _ y: Int, _ color: SIMD4<Float>) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    colors[y * width + x] = color
  }

  /// Writes the characters that are not ground alone, as far as they lie in a rectangle.
  func draw(into frame: inout Frame, in rect: Rect) {
    let shown = Rect(
      row: rect.row, column: rect.column, width: min(size.width, rect.width),
      height: min(size.height, rect.height)
    ).intersection(Rect(frame.size))
    colors.withUnsafeBufferPointer { colors in
      for row in shown.rows {
        for column in shown.columns {
          let first = 2 * (row - rect.row) * width + 2 * (column - rect.column)
          let quarters = (
            colors[first], colors[first + 1], colors[first + width], colors[first + width + 1]
          )
          let isGround =
            quarters.0 == ground && quarters.1 == ground && quarters.2 == ground
            && quarters.3 == ground
          if !isGround { frame[row, column] = Cell(quarters: quarters) }
        }
      }
    }
  }
}
