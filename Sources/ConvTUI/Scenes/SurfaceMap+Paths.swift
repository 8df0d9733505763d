import Model

extension SurfaceMap {
  /// The path runs on a ground drawn towards the page's, so that it stays apart from contours on any
  /// colour.
  private func pathStyle(_ role: Role, at place: Point, _ look: Look) -> Style {
    var style = look.style(role)
    if look.fillsCells {
      style.background = ground(at: place, look).mixed(with: look.theme.background, 0.7)
    }
    return style
  }

  func drawPath(into frame: inout Frame, _ look: Look) {
    var dots = DotGrid(rect.size)
    for (start, end) in zip(run.path, run.path.dropFirst()) {
      if let from = window.dot(of: start), let to = window.dot(of: end) {
        dots.line(from: from, to: to)
      }
    }
    let present = run.path[run.path.count - 1]
    if let next = run.next, let from = window.dot(of: present), let to = window.dot(of: next) {
      dots.line(from: from, to: to)
    }
    dots.draw(into: &frame, at: corner) { pathStyle(.accent, at: $0, look) }
    if run.path.count <= 64 { for point in run.path { mark("•", point, into: &frame, look) } }
    if let next = run.next { mark(arrowhead(from: present, to: next), next, into: &frame, look) }
    mark("◇", run.target, into: &frame, look)
    mark("✕", run.minimum, into: &frame, look)
    mark("○", run.path[0], into: &frame, look)
    mark("●", present, into: &frame, look)
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
