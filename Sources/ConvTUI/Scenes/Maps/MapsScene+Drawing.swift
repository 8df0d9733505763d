import Model

extension MapsScene {
  /// What part of the picture is seen, at which scale.
  private struct Sight {
    let step: Int
    let showsNumbers: Bool
    /// In pixels of the scale.
    let rows, columns: Range<Int>
  }

  private func sight(_ grid: MapGrid, _ look: Look) -> Sight {
    let step = lens.step(fit: grid.fit)
    let showsNumbers = lens.showsNumbers(fit: grid.fit)
    let shape = picture.shape(step: step)
    // A number takes three characters at the least.
    let columns = showsNumbers ? grid.pane.width / 3 : grid.pane.width
    let rows = showsNumbers ? grid.pane.height : Mosaic.elements(in: grid.pane.height, look)
    return Sight(
      step: step, showsNumbers: showsNumbers,
      rows: MapLens.part(shape.rows, rows, around: center.rows / step),
      columns: MapLens.part(shape.columns, columns, around: center.columns / step))
  }

  /// The panes that are drawn, in their order.
  private var shown: [Int] { isEnlarged ? [pane] : Array(0...filters.count) }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let grid = grid(in: rect.size, look)
    let sight = sight(grid, look)
    let parts = parts(shown, over: sight.rows, sight.columns, step: sight.step)
    let scales = scales(parts, of: shown)
    for index in shown.indices {
      guard let pane = pane(shown[index], parts[index], scales[index], sight) else { continue }
      place(index, pane, grid, rect, look).draw(into: &frame, look)
    }
    let text = rect.inset(top: max(0, rect.height - MapsScene.textLines + 1), left: 1)
    frame.write(lines(sight, width: text.width - 1), in: text, look)
  }

  private func place(
    _ index: Int, _ pane: Pane, _ grid: MapGrid, _ rect: Rect, _ look: Look
  ) -> PaneGrid.Placed {
    let (row, column) = index.quotientAndRemainder(dividingBy: grid.columns)
    let place = Rect(
      row: rect.row + row * (grid.pane.height + 1),
      column: rect.column + column * (grid.pane.width + 3), width: grid.pane.width + 2,
      height: grid.pane.height + 1)
    return PaneGrid([[pane]], isCentered: false).placed(in: place, look)
  }

  // MARK: Panes

  private func pane(_ index: Int, _ part: Part?, _ scale: ColorScale, _ sight: Sight) -> Pane? {
    guard let part else { return nil }
    var pane = Pane(
      title(index, scale),
      Plane(
        part.values,
        format: sight.showsNumbers ? NumberFormat(part.values.elements) : NumberFormat([]),
        scale: scale))
    pane.extent = Block(rows: part.rows, columns: part.columns)
    pane.value = { row, column in
      .number(part.values[row - part.rows.lowerBound, column - part.columns.lowerBound])
    }
    pane.needsNumbers = sight.showsNumbers
    pane.isPicture = !sight.showsNumbers
    pane.focus = place(of: cursor ?? center, in: index, step: sight.step)
    if let cursor, let at = place(of: cursor, in: index, step: sight.step), part.contains(at) {
      pane.cursor = at
    }
    return pane
  }

  private func title(_ index: Int, _ scale: ColorScale) -> Line {
    let isChosen = index == pane
    let name = index == 0 ? Text.image : Text.printable(filters[index - 1].name)
    let range = (scale.lower < 0 ? "±" : "0…") + NumberText.short(scale.upper)
    return [
      Span((isChosen ? "▸ " : "") + name, isChosen ? .accent : .strong),
      Span("  " + range, .secondary),
    ]
  }

  private func scales(_ parts: [Part?], of panes: [Int]) -> [ColorScale] {
    let maps = parts.indices.filter { panes[$0] > 0 }.compactMap { parts[$0]?.inside }
    let shared = ColorScale(covering: maps)
    return parts.indices.map { index in
      guard panes[index] > 0 else { return .picture }
      switch contrast {
      case .each: return ColorScale(parts[index]?.inside.finiteRange)
      case .shared: return shared
      case .fixed:
        let bound = filters[panes[index] - 1].bound
        return ColorScale(-bound...bound)
      }
    }
  }

  var legend: Legend {
    guard pane > 0 else { return Legend(name: Text.image, scale: .picture) }
    let sight = sight(grid, Look())
    let panes = contrast == .shared ? shown : [pane]
    let scales = scales(
      parts(panes, over: sight.rows, sight.columns, step: sight.step), of: panes)
    return Legend(
      name: Text.printable(String(filters[pane - 1].name.prefix(12))),
      scale: scales[panes.firstIndex(of: pane) ?? 0])
  }

  // MARK: Text

  private func lines(_ sight: Sight, width: Int) -> [Line] {
    var lines: [Line] = [[Span(Text.scale(sight.step, contrast), .secondary)]]
    if pane > 0 {
      let weight = filters[pane - 1].plane?.kernel ?? filters[pane - 1].weight
      lines.insert(
        [
          Span(Text.printable(filters[pane - 1].name), .strong),
          Span("  \(weight.shape)  ", .secondary), Span(Text.rows(of: weight, width: width - 30)),
        ], at: 0)
    } else {
      lines.insert(
        [
          Span(Text.image, .strong),
          Span("  " + (cursor == nil ? Text.mapsKeys : Text.enterTakesApart), .secondary),
        ], at: 0)
    }
    if let cursor { lines.append(valueLine(cursor)) }
    return lines.map { $0.prefix(within: width) }
  }

  /// The number under the cursor, and the window that it comes from.
  private func valueLine(_ cursor: Position) -> Line {
    var line: Line = [
      Span(Text.cell("X", cursor), .accent), Span(" = ", .secondary),
      Span(value(at: cursor, in: 0).map(NumberText.short) ?? "–", .strong),
    ]
    guard pane > 0 else { return line }
    line += [
      Span("   Y ", .accent), Span("= ", .secondary),
      Span(value(at: cursor, in: pane).map(NumberText.short) ?? "–", .strong),
      Span("   " + Text.enterTakesApart, .secondary),
    ]
    return line
  }

  // MARK: The mouse

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    let grid = grid(in: rect.size, look)
    let sight = sight(grid, look)
    let parts = parts(shown, over: sight.rows, sight.columns, step: sight.step)
    for index in shown.indices {
      guard let pane = pane(shown[index], parts[index], ColorScale(nil), sight),
        let hit = place(index, pane, grid, rect, look).hit(point)
      else { continue }
      timeline.stop()
      timeline.go(toStep: shown[index])
      let stride = shown[index] == 0 ? PerAxis(1) : motion.stride
      place(
        Position(
          rows: hit.at.rows * stride.rows * sight.step + sight.step / 2,
          columns: hit.at.columns * stride.columns * sight.step + sight.step / 2))
      return
    }
  }
}
