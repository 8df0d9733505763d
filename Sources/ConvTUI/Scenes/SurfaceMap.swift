import Model

/// The picture itself: losses as colours, contours, eigen-directions and paths, layer on layer.
struct SurfaceMap {
  let run: RunOnPlane
  let window: SurfaceWindow
  /// The contours' losses above the minimum, ascending.
  let levels: [Double]
  let scale: ColorScale

  var rect: Rect { window.rect }
  var corner: Point { Point(row: rect.row, column: rect.column) }

  func draw(into frame: inout Frame, _ look: Look) {
    if look.fillsCells { drawColors(into: &frame, look) }
    drawContours(into: &frame, look)
    drawDirections(into: &frame, look)
    drawOtherPaths(into: &frame, look)
    drawDirectionNames(into: &frame, look)
    drawLabels(into: &frame, look)
    drawPath(into: &frame, look)
    drawNumbers(into: &frame, look)
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
  private func style(_ role: Role, at place: Point, _ look: Look) -> Style {
    guard look.fillsCells else { return look.style(role) }
    let ground = ground(at: place, look)
    let ink = role == .secondary ? ground.ink.mixed(with: ground, 0.35) : ground.ink
    return Style(
      foreground: ink, background: ground, attributes: role == .secondary ? [] : .bold)
  }

  // MARK: Contours

  /// The number of contours between the minimum and a dot.
  private func level(x: Int, y: Int) -> Int {
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

  /// Each contour's loss where it crosses the row of the minimum, to its right.
  private func drawLabels(into frame: inout Frame, _ look: Look) {
    guard let middle = window.dot(of: run.minimum) else { return }
    let y = max(2, min(rect.height * 4 - 3, middle.y / 4 * 4 + 2))
    // A free character keeps the first label off the mark of the minimum.
    var free = rect.column + max(0, middle.x) / 2 + 2
    for x in max(0, middle.x)..<max(0, middle.x, rect.width * 2 - 1) {
      let (here, beyond) = (level(x: x, y: y), level(x: x + 1, y: y))
      guard beyond > here else { continue }
      let label = NumberText.short(SurfaceDrawing.rounded(run.least + levels[beyond - 1]))
      let column = rect.column + x / 2 - label.cellWidth / 2
      let place = Point(row: rect.row + y / 4, column: column)
      guard column >= free, column + label.cellWidth <= rect.columns.upperBound else { continue }
      for (offset, glyph) in label.enumerated() {
        let at = Point(row: place.row, column: column + offset)
        frame.write(String(glyph), at: at, style(.text, at: at, look))
      }
      free = column + label.cellWidth + 2
    }
  }

  // MARK: Directions

  /// How far the directions go from the minimum.
  private var reach: Double { window.radius * 0.9 }

  /// The two directions of the bowl through the minimum, dashed.
  private func drawDirections(into frame: inout Frame, _ look: Look) {
    var dots = DotGrid(rect.size)
    for direction in run.plane.directions {
      let ends = [-reach, reach].map { window.dot(of: run.minimum + $0 * direction.along) }
      if let start = ends[0], let end = ends[1] { dots.line(from: start, to: end, isDotted: true) }
    }
    dots.draw(into: &frame, at: corner) { style(.text, at: $0, look) }
  }

  private func drawDirectionNames(into frame: inout Frame, _ look: Look) {
    for (index, direction) in run.plane.directions.enumerated() {
      let name = Text.eigenvalue(index)
      let tip = run.minimum + reach * direction.along
      guard let place = window.place(of: tip) else { continue }
      let at = Point(
        row: place.row, column: min(place.column + 1, rect.columns.upperBound - name.cellWidth))
      frame.write(name, at: at, style(.text, at: at, look))
    }
  }
}
