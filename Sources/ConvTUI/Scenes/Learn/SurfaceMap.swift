import Drawing
import Model

/// The picture itself: losses as colours, contours and paths, layer on layer.
struct SurfaceMap {
  let run: RunOnPlane
  let window: SurfaceWindow
  /// The contours' losses above the minimum, ascending.
  let levels: [Double]
  let scale: ColorScale
  /// Where the cursor stands.
  let cursor: Point?
  /// Whether the path is drawn in dots: on a low picture strokes would hide what lies around the minimum.
  /// Colours must tell it from the contours.
  let isThin: Bool
  /// Whether the minimum is marked, and where the next step goes.
  let tellsMinimum: Bool

  var rect: Rect { window.rect }
  var corner: Point { Point(row: rect.row, column: rect.column) }

  func draw(into frame: inout Frame, _ look: Look) {
    if look.fillsCells { drawColors(into: &frame, look) }
    drawContours(into: &frame, look)
    drawOtherPaths(into: &frame, look)
    drawPath(into: &frame, look)
    // What is written comes last, each where nothing else stands: no number loses a part.
    var taken = pathPlaces
    drawNumbers(into: &frame, &taken, look)
    drawLabels(into: &frame, &taken, look)
    drawCursor(into: &frame, look)
  }

  /// Half a character for each colour.
  private func drawColors(into frame: inout Frame, _ look: Look) {
    func color(x: Int, y: Int) -> Color {
      let excess = run.excess(window.point(x: Double(x), y: Double(y)))
      return scale.color(Float(excess.squareRoot()), look.theme)
    }
    for row in 0..<rect.height {
      for column in 0..<rect.width {
        let place = Point(row: rect.row + row, column: rect.column + column)
        guard frame.contains(place.row, place.column) else { continue }
        frame[place.row, place.column] = Cell(
          upper: color(x: column * 2 + 1, y: row * 4 + 1),
          lower: color(x: column * 2 + 1, y: row * 4 + 3))
      }
    }
  }

  func ground(at place: Point, _ look: Look) -> Color {
    scale.color(Float(run.excess(window.point(at: place)).squareRoot()), look.theme)
  }

  /// The ground under a glyph and an ink that reads on it.
  func style(_ role: Role, at place: Point, _ look: Look) -> Style {
    guard look.fillsCells else { return look.style(role) }
    let ground = ground(at: place, look)
    let ink = role == .secondary ? ground.ink.mixed(with: ground, 0.35) : ground.ink
    return Style(
      foreground: ink, background: ground, attributes: role == .secondary ? [] : .bold)
  }

  // MARK: Contours

  /// The number of contours between the minimum and a dot.
  func level(x: Int, y: Int) -> Int {
    let excess = run.excess(window.point(x: Double(x) + 0.5, y: Double(y) + 0.5))
    return levels.firstIndex { $0 > excess } ?? levels.count
  }

  private func drawContours(into frame: inout Frame, _ look: Look) {
    var dots = DotGrid(rect.size)
    var above = (0...dots.width).map { level(x: $0, y: 0) }
    for y in 0..<dots.height {
      let below = (0...dots.width).map { level(x: $0, y: y + 1) }
      for x in 0..<dots.width where above[x] != above[x + 1] || above[x] != below[x] {
        dots.set(x, y)
      }
      above = below
    }
    dots.draw(into: &frame, at: corner) { style(.secondary, at: $0, look) }
  }
}
