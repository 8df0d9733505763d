import Drawing
import Model

/// What is written on the picture: places that are taken are left alone.
extension SurfaceMap {
  /// Each contour's loss where it crosses the row of the minimum, to its right, or another row or to its
  /// left where that place is taken; one for which none is free, or that reads as another, is left out.
  func drawLabels(into frame: inout Frame, _ taken: inout Set<Point>, _ look: Look) {
    guard let middle = window.dot(of: run.minimum), rect.height > 0 else { return }
    let row = max(0, min(rect.height - 1, middle.y / 4))
    let near = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6].map { row + $0 }
      .filter((0..<rect.height).contains)
    // The number of contours inside each dot from the minimum on, to the right, then to the left.
    let ways = [1, -1].flatMap { way in
      near.map { row in
        let columns = stride(
          from: max(0, min(rect.width * 2 - 1, middle.x)),
          through: way > 0 ? rect.width * 2 - 1 : 0, by: way)
        return (row: row, counts: columns.map { (x: $0, level: level(x: $0, y: row * 4 + 2)) })
      }
    }
    let labels = levels.map { NumberText.short(SurfaceDrawing.rounded(run.least + $0)) }
    for (index, label) in labels.enumerated() where labels.count(where: { $0 == label }) == 1 {
      let places = ways.lazy.compactMap { row, counts -> [Point]? in
        guard
          let step = counts.indices.dropLast().first(where: {
            counts[$0].level <= index && counts[$0 + 1].level > index
          })
        else { return nil }
        // Close to the minimum labels would crowd.
        guard abs(counts[step].x - middle.x) / 2 >= label.cellWidth + SurfaceMap.leastFromMinimum
        else { return nil }
        let column = counts[step].x / 2 - label.cellWidth / 2
        return (0..<label.cellWidth).map {
          Point(row: rect.row + row, column: rect.column + column + $0)
        }
      }.first {
        $0.allSatisfy(rect.contains) && beside($0).allSatisfy { !taken.contains($0) }
      }
      guard let places else { continue }
      for (glyph, place) in zip(label, places) {
        frame.write(String(glyph), at: place, style(.text, at: place, look))
      }
      clear(beside: places, taken, in: &frame)
      reserve(places, margin: 2, in: &taken)
    }
  }

  /// The columns between the minimum and the label of a contour.
  private static let leastFromMinimum = 3

  /// Some places of a row with the one before and the one behind them, as far as they are seen.
  private func beside(_ places: [Point]) -> [Point] {
    ([places[0].column - 1] + places.map(\.column) + [places[places.count - 1].column + 1])
      .map { Point(row: places[0].row, column: $0) }.filter(rect.contains)
  }

  /// Takes away what stands before and behind a number, where that is not taken: with a contour's dot
  /// before it 1 would read as .1.
  func clear(beside places: [Point], _ taken: Set<Point>, in frame: inout Frame) {
    for place in beside(places) where !places.contains(place) && !taken.contains(place) {
      // Two pixels stay: they are the ground.
      if frame[place.row, place.column].glyph != "▄" { frame[place.row, place.column].glyph = " " }
    }
  }

  /// Takes some places and those beside them, so that what is written there stands apart.
  func reserve(_ places: [Point], margin: Int, in taken: inout Set<Point>) {
    for place in places {
      for column in -margin...margin {
        taken.insert(Point(row: place.row, column: place.column + column))
      }
    }
  }

  func drawCursor(into frame: inout Frame, _ look: Look) {
    guard let cursor else { return }
    var style = look.style(.accent)
    style.attributes.insert(.reverse)
    frame.write("┼", at: cursor, style)
  }
}
