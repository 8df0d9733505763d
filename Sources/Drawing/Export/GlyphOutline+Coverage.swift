extension GlyphOutline {
  /// The lines a pixel's height is sampled by.
  private static let samples = 4

  /// How much of each pixel of a cell lies inside the outline, row after row, from 0 to 1.
  ///
  /// An edge counts by its direction, so that parts may overlap. Along a row the share is exact, across
  /// it the mean of four lines.
  ///
  /// - Parameters:
  ///   - scale: The pixels of a unit.
  ///   - thickening: Units by which the glyph is widened to both sides, which makes it bold.
  public func coverage(scale: Int, thickening: Float = 0) -> [Float] {
    let (width, height) = (GlyphShape.cell.width * scale, GlyphShape.cell.height * scale)
    var coverage = [Float](repeating: 0, count: width * height)
    let weight = 1 / Float(GlyphOutline.samples)
    for line in 0..<height * GlyphOutline.samples {
      let row = line / GlyphOutline.samples
      let y = (Float(line) + 0.5) * weight / Float(scale)
      for span in spans(at: y, thickening) {
        let (from, to) = (span.lowerBound * Float(scale), span.upperBound * Float(scale))
        let first = max(0, Int(from.rounded(.down)))
        let last = min(width, Int(to.rounded(.up)))
        guard first < last else { continue }
        for column in first..<last {
          let share = min(to, Float(column + 1)) - max(from, Float(column))
          coverage[row * width + column] += max(0, share) * weight
        }
      }
    }
    return coverage.map { min(1, $0) }
  }

  /// The parts of a horizontal line that lie inside, without overlaps.
  private func spans(at y: Float, _ thickening: Float) -> [ClosedRange<Float>] {
    var crossings: [(x: Float, turn: Int)] = []
    for (from, to) in edges where (from.y <= y) != (to.y <= y) {
      let x = from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x)
      crossings.append((x, from.y <= y ? 1 : -1))
    }
    crossings.sort { $0.x < $1.x }
    var spans: [ClosedRange<Float>] = []
    var (winding, start) = (0, Float(0))
    for (x, turn) in crossings {
      if winding == 0 { start = x - thickening }
      winding += turn
      guard winding == 0 else { continue }
      let end = x + thickening
      if let last = spans.last, last.upperBound >= start {
        spans[spans.count - 1] = last.lowerBound...max(end, last.upperBound)
      } else {
        spans.append(start...max(start, end))
      }
    }
    return spans
  }
}
