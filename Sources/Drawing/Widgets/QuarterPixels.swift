import Model

/// Pixels of which a character holds 2×2: colours, or numbers on a scale.
struct QuarterPixels {
  /// In characters.
  let size: Size
  private var colors: [SIMD4<Float>]
  /// What the numbers of each pixel come to, NaN where it is only a colour; empty where all are.
  private var numbers: [SIMD2<Float>] = []
  /// How those become colours.
  private var coloring: Coloring?
  /// What is not drawn where a character has nothing else.
  private let ground: SIMD4<Float>?

  /// How numbers become colours.
  struct Coloring {
    let scale: ColorScale
    let theme: Theme
    /// How far a pixel, or some of them, shows that it has both signs (1), rather than the mean alone (0).
    let mixing: Float

    /// - Parameter numbersOfAPixel: How many numbers lie under a pixel. Where that is one, those of two pixels
    ///   beside each other are no mixture.
    init(_ scale: ColorScale, numbersOfAPixel: Float, _ theme: Theme) {
      (self.scale, self.theme) = (scale, theme)
      mixing = max(0, min(1, numbersOfAPixel - 1))
    }

    func levels(_ numbers: SIMD2<Float>) -> SIMD4<Float> {
      scale.levels(Mixture(lanes: numbers).mixed(mixing), theme)
    }
  }

  init(_ size: Size, ground: SIMD4<Float>?) {
    self.size = size
    self.ground = ground
    colors = Array(repeating: ground ?? .zero, count: 4 * size.width * size.height)
  }

  private var width: Int { 2 * size.width }
  private var height: Int { 2 * size.height }

  /// Puts an image at a place; what lies outside is left out.
  mutating func put(_ image: [SIMD4<Float>], columns: Int, at corner: (x: Int, y: Int) = (0, 0)) {
    forEachPixel(of: image.count, columns, at: corner) { pixels, place, index in
      pixels.colors[place] = image[index]
    }
  }

  /// The same of numbers, which are averaged before they are coloured.
  mutating func put(
    numbers image: [SIMD2<Float>], columns: Int, at corner: (x: Int, y: Int) = (0, 0),
    _ coloring: Coloring
  ) {
    self.coloring = coloring
    if numbers.isEmpty { numbers = Array(repeating: SIMD2(repeating: .nan), count: colors.count) }
    // Large numbers are many pixels of one colour.
    var last = (numbers: SIMD2<Float>(repeating: .nan), color: SIMD4<Float>.zero)
    forEachPixel(of: image.count, columns, at: corner) { pixels, place, index in
      if image[index] != last.numbers { last = (image[index], coloring.levels(image[index])) }
      pixels.numbers[place] = last.numbers
      pixels.colors[place] = last.color
    }
  }

  /// Draws some pixels of an image that was put there towards another colour.
  mutating func fade(
    _ count: Int, columns: Int, at corner: (x: Int, y: Int), to color: SIMD4<Float>,
    by share: Float,
    where isFaded: (_ index: Int) -> Bool
  ) {
    forEachPixel(of: count, columns, at: corner) { pixels, place, index in
      guard isFaded(index) else { return }
      pixels.setColor(place, pixels.colors[place] + (color - pixels.colors[place]) * share)
    }
  }

  private mutating func forEachPixel(
    of count: Int, _ columns: Int, at corner: (x: Int, y: Int),
    _ body: (inout QuarterPixels, _ place: Int, _ index: Int) -> Void
  ) {
    let across = max(0, -corner.x)..<max(0, min(columns, width - corner.x))
    for row in max(0, -corner.y)..<max(0, min(count / columns, height - corner.y)) {
      let start = (corner.y + row) * width + corner.x
      for column in across { body(&self, start + column, row * columns + column) }
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

  mutating func set(_ x: Int, _ y: Int, _ color: SIMD4<Float>) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    setColor(y * width + x, color)
  }

  private mutating func setColor(_ place: Int, _ color: SIMD4<Float>) {
    colors[place] = color
    if !numbers.isEmpty { numbers[place].x = .nan }
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
          if !isGround { frame[row, column] = cell(quarters, first) }
        }
      }
    }
  }

  /// A character: in two colours, which are those of the mean of the numbers that they stand for.
  @inline(__always)
  private func cell(
    _ quarters: (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>), _ first: Int
  ) -> Cell {
    guard let coloring, !coloring.scale.isGrey, quarters.0 != quarters.3 || quarters.1 != quarters.2
    else { return Cell(quarters: quarters) }
    let (upper, right) = (numbers[first], numbers[first + 1])
    let (lower, last) = (numbers[first + width], numbers[first + width + 1])
    guard !(upper.x + right.x + lower.x + last.x).isNaN else { return Cell(quarters: quarters) }
    return Cell(quarters: quarters) { bits in
      var (sum, count) = (SIMD2<Float>.zero, Float(0))
      func add(_ pixel: SIMD2<Float>, _ bit: Int) {
        guard bits & bit != 0 else { return }
        sum += pixel
        count += 1
      }
      add(upper, 1)
      add(right, 2)
      add(lower, 4)
      add(last, 8)
      return coloring.levels(sum / count)
    }
  }
}
