import Drawing
import Model

extension SurfaceMap {
  /// The ground under a path stays as it is: the shown path is white on it, or black where the theme is
  /// light, another one grey, each where that is seen.
  private func pathStyle(_ role: Role, at place: Point, _ look: Look) -> Style {
    var style = look.style(role)
    guard look.fillsCells else { return style }
    let ground = ground(at: place, look)
    // One ink for all of a path, as far as it is seen: a change of it would look like another line.
    let ink = look.color(role == .secondary ? .secondary : .strong)
    style.foreground = ink.isSeen(on: ground) ? ink : ground.ink
    style.background = ground
    return style
  }

  private func dots(along path: [LossPlane.Point], isDotted: Bool = false) -> DotGrid {
    var dots = DotGrid(rect.size)
    for (start, end) in zip(path, path.dropFirst()) {
      if let from = window.dot(of: start), let to = window.dot(of: end) {
        dots.line(from: from, to: to, isDotted: isDotted)
      }
    }
    return dots
  }

  /// The paths of the other branches; a past that they share has the same dots in each.
  func drawOtherPaths(into frame: inout Frame, _ look: Look) {
    for other in run.others {
      dots(along: other.path, isDotted: true).draw(into: &frame, at: corner) {
        pathStyle(.secondary, at: $0, look)
      }
    }
  }

  /// Writes each other branch's number beside its end, or beside the last of its points that is seen,
  /// off the path that is shown; one for which no place is free is left out.
  func drawNumbers(into frame: inout Frame, _ taken: inout Set<Point>, _ look: Look) {
    for other in run.others.reversed() {
      guard let end = other.path.reversed().lazy.compactMap(window.place).first else { continue }
      let name = "\(other.number)"
      let places = SurfaceMap.around.lazy.map { row, column in
        (0..<name.cellWidth).map {
          Point(row: end.row + row, column: end.column + column + $0)
        }
      }.first { $0.allSatisfy { rect.contains($0) && !taken.contains($0) } }
      guard let places else { continue }
      clear(beside: places, taken, in: &frame)
      reserve(places, margin: 1, in: &taken)
      frame.write(name, at: places[0], pathStyle(.secondary, at: places[0], look))
    }
  }

  /// Where a number stands from its point, the best place first.
  private static let around = [1, -1, 3, -3].flatMap { column in
    [0, -1, 1].map { (row: $0, column: column) }
  }

  /// The path that is shown, in dots.
  private var thinPath: DotGrid { dots(along: run.path) }

  /// The path that is shown, in strokes.
  private var ownPath: StrokeGrid {
    var strokes = StrokeGrid(rect.size)
    if isThin { return strokes }
    for (start, end) in zip(run.path, run.path.dropFirst()) {
      if let from = window.dot(of: start), let to = window.dot(of: end) {
        strokes.line(from: from, to: to, isWide: true)
      }
    }
    return strokes
  }

  /// The step that comes next.
  private var nextStep: DotGrid {
    dots(
      along: [run.path[run.path.count - 1]] + [run.next].compactMap(\.self), isDotted: isThin)
  }

  /// Where the path runs, the characters beside its marks, and those beside the cursor.
  var pathPlaces: Set<Point> {
    let (strokes, dots, thin) = (ownPath, nextStep, isThin ? thinPath : DotGrid(rect.size))
    var places = Set<Point>()
    for row in 0..<rect.height {
      for column in 0..<rect.width
      where strokes.hasStroke(row: row, column: column) || dots.hasDot(row: row, column: column)
        || thin.hasDot(row: row, column: column)
      {
        places.insert(Point(row: rect.row + row, column: rect.column + column))
      }
    }
    let ends = [run.path[0], run.path[run.path.count - 1], run.target, run.minimum]
    let marks = (ends + [run.next].compactMap(\.self)).compactMap(window.place)
    reserve(marks + [cursor].compactMap(\.self), margin: 1, in: &places)
    return places
  }

  func drawPath(into frame: inout Frame, _ look: Look) {
    let present = run.path[run.path.count - 1]
    if tellsMinimum {
      nextStep.draw(into: &frame, at: corner) { pathStyle(.accent, at: $0, look) }
    }
    if isThin {
      thinPath.draw(into: &frame, at: corner) { pathStyle(.accent, at: $0, look) }
    } else {
      ownPath.draw(into: &frame, at: corner) { pathStyle(.accent, at: $0, look) }
    }
    if run.path.count <= 64 { for point in run.path { drawBead(point, into: &frame, look) } }
    if tellsMinimum {
      if let next = run.next { mark(arrowhead(from: present, to: next), next, into: &frame, look) }
      mark("✕", run.minimum, into: &frame, look)
      mark("◇", run.target, into: &frame, look)
    }
    mark("○", run.path[0], into: &frame, look)
    mark("●", present, into: &frame, look)
  }

  /// A step on the path, which goes on through it.
  private func drawBead(_ point: LossPlane.Point, into frame: inout Frame, _ look: Look) {
    guard let place = window.place(of: point) else { return }
    var style = pathStyle(.strong, at: place, look)
    if look.fillsCells, !isThin {
      (style.foreground, style.background) = (style.background, style.foreground)
    }
    frame.write("•", at: place, style)
  }

  private func mark(
    _ glyph: String, _ point: LossPlane.Point, into frame: inout Frame, _ look: Look
  ) {
    guard let place = window.place(of: point) else { return }
    frame.write(glyph, at: place, pathStyle(.strong, at: place, look))
  }

  /// The arrow of eight that points the way.
  private func arrowhead(from start: LossPlane.Point, to end: LossPlane.Point) -> String {
    let way = end - start
    // tan 22.5° and tan 67.5° divide the directions.
    let isLevel = abs(way.y) < 0.4142 * abs(way.x)
    let isUpright = abs(way.y) > 2.4142 * abs(way.x)
    if isLevel { return way.x < 0 ? "←" : "→" }
    if isUpright { return way.y < 0 ? "↓" : "↑" }
    return way.x < 0 ? (way.y < 0 ? "↙" : "↖") : (way.y < 0 ? "↘" : "↗")
  }
}

extension Color {
  /// Whether a line of this colour is seen on a ground: at half as much luminance again, or more.
  fileprivate func isSeen(on ground: Color) -> Bool {
    let (line, ground) = (luminance + 0.05, ground.luminance + 0.05)
    return max(line, ground) > 1.5 * min(line, ground)
  }
}
