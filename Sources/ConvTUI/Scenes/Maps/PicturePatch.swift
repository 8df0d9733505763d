import Model

/// A part of a picture at a scale, read once for all maps that are made from it.
struct PicturePatch: Sendable {
  private let picture: Picture
  private let step: Int
  private let rows, columns: Range<Int>
  private let pixels: Tensor

  /// The most numbers that are read around a part.
  private static let largest = 1 << 22

  /// - Parameter margin: How much is read around the part, as far as the picture goes; nothing where
  ///   that would be too much.
  init(_ picture: Picture, _ rows: Range<Int>, _ columns: Range<Int>, margin: Int, step: Int) {
    let shape = picture.shape(step: step)
    let most =
      min(shape.rows, rows.count + 2 * margin) * min(shape.columns, columns.count + 2 * margin)
    let margin = most <= PicturePatch.largest ? margin : 0
    self.picture = picture
    self.step = step
    self.rows = max(0, rows.lowerBound - margin)..<min(shape.rows, rows.upperBound + margin)
    self.columns =
      max(0, columns.lowerBound - margin)..<min(shape.columns, columns.upperBound + margin)
    pixels = picture.part(rows: self.rows, columns: self.columns, step: step)
  }

  /// Whether it was read for this part, or for one around it.
  func covers(_ rows: Range<Int>, _ columns: Range<Int>, margin: Int, step: Int) -> Bool {
    func isRead(_ range: Range<Int>, in whole: Range<Int>, of length: Int) -> Bool {
      whole.lowerBound <= max(0, range.lowerBound - margin)
        && min(length, range.upperBound + margin) <= whole.upperBound
    }
    let shape = picture.shape(step: step)
    return step == self.step && isRead(rows, in: self.rows, of: shape.rows)
      && isRead(columns, in: self.columns, of: shape.columns)
  }

  /// A part of the picture; what was not read is read now.
  func part(_ rows: Range<Int>, _ columns: Range<Int>) -> Tensor {
    guard self.rows.contains(rows.lowerBound), rows.upperBound <= self.rows.upperBound,
      self.columns.contains(columns.lowerBound), columns.upperBound <= self.columns.upperBound
    else { return picture.part(rows: rows, columns: columns, step: step) }
    func inside(_ range: Range<Int>, _ whole: Range<Int>) -> Range<Int> {
      range.lowerBound - whole.lowerBound..<range.upperBound - whole.lowerBound
    }
    return pixels.part(rows: inside(rows, self.rows), columns: inside(columns, self.columns))
  }
}
