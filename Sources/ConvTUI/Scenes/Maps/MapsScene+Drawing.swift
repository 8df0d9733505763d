import Drawing
import Model

extension MapsScene: SceneWithPointer {
  /// What part of the picture is seen, at which scale.
  struct Sight {
    let step: Int
    /// Of the numbers, where they are shown.
    let format: NumberFormat?
    /// In pixels of the scale.
    let rows, columns: Range<Int>
  }

  func sight(_ grid: MapGrid, _ look: Look) -> Sight {
    // Half a character is seen in a picture that fills its room.
    let step = lens.step(fit: grid.fit, detail: look.fillsCells ? 2 : 1)
    guard grid.showsNumbers else {
      guard look.fillsCells else {
        return sight(step, rows: grid.room.height, columns: grid.room.width)
      }
      // A picture of any scale fills its room.
      let pixels = grid.pixelsOfAnElement / Float(1 << lens.zoom)
      func count(_ elements: Int) -> Int {
        max(1, Int((Float(elements) * pixels / Float(step)).rounded(.up)))
      }
      return sight(step, rows: count(grid.room.height), columns: count(grid.room.width))
    }
    // As many numbers as have room beside each other, however long they are in any of the panes.
    let widest = sight(step, rows: grid.pane.height, columns: grid.pane.width / 2)
    let format = format(parts(over: widest, in: grid))
    return sight(
      step, rows: grid.pane.height, columns: max(1, grid.pane.width / (format.width + 1)), format)
  }

  private func sight(
    _ step: Int, rows: Int, columns: Int, _ format: NumberFormat? = nil
  ) -> Sight {
    let shape = picture.shape(step: step)
    return Sight(
      step: step, format: format,
      rows: MapViewport.part(shape.rows, rows, around: center.row / step),
      columns: MapViewport.part(shape.columns, columns, around: center.column / step))
  }

  private func format(_ parts: [Part?]) -> NumberFormat {
    NumberFormat(parts.lazy.compactMap(\.self).flatMap(\.values.elements))
  }

  private func parts(over sight: Sight, in grid: MapGrid) -> [Part?] {
    parts(shown(in: grid), over: sight.rows, sight.columns, step: sight.step)
  }

  /// The panes that are drawn, in their order.
  private func shown(in grid: MapGrid) -> [Int] {
    isEnlarged ? [pane] : Array(grid.page(of: pane, of: filters.count + 1))
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let words = look.words
    if let apart = apart(words) {
      apart.draw(into: &frame, in: rect, look)
      return
    }
    let grid = grid(in: rect.size, look)
    let sight = sight(grid, look)
    let (shown, parts) = (shown(in: grid), parts(over: sight, in: grid))
    let scales = scales(parts, of: shown)
    for index in shown.indices {
      let room = place(index, grid, rect)
      if let pane = pane(shown[index], parts[index], scales[index], sight, words) {
        PaneGrid([[pane]], isCentered: false).placed(in: room, look).draw(into: &frame, look)
      } else {
        let hint = [Span(words.tooLargeFromAfar, .secondary)].folded(to: grid.pane.width)
        frame.write([title(shown[index], nil, words)] + hint, in: room.inset(left: 1), look)
      }
    }
    let text = rect.inset(
      top: max(0, rect.height - MapsScene.textLines(in: rect.height) + 1), left: 1)
    frame.write(
      lines(sight, Size(width: text.width - 1, height: text.height), words), in: text, look)
  }

  private func place(_ index: Int, _ grid: MapGrid, _ rect: Rect) -> Rect {
    let (row, column) = index.quotientAndRemainder(dividingBy: grid.columns)
    return Rect(
      row: rect.row + row * (grid.pane.height + 1),
      column: rect.column + column * (grid.pane.width + 3), width: grid.pane.width + 2,
      height: grid.pane.height + 1)
  }

  /// Whether a pixel of the picture is seen.
  func isInSight(_ pixel: Position) -> Bool {
    let sight = sight(grid, look)
    let cell = pixel.map { $0 / sight.step }
    return sight.rows.contains(cell.row) && sight.columns.contains(cell.column)
  }

  // MARK: Panes

  private func pane(
    _ index: Int, _ part: Part?, _ scale: ColorScale, _ sight: Sight, _ words: Words
  ) -> Pane? {
    guard let part else { return nil }
    var pane = Pane(
      title(index, scale, words),
      Plane(part.values, format: sight.format ?? NumberFormat([]), scale: scale))
    pane.extent = Block(rows: part.rows, columns: part.columns)
    pane.value = { row, column in
      .number(part.values[row - part.rows.lowerBound, column - part.columns.lowerBound])
    }
    pane.color = part.colors.map { colors in
      { row, column in
        let at = Position(row: row - part.rows.lowerBound, column: column - part.columns.lowerBound)
        func level(_ channel: Int) -> Float { colors[0, channel, at.row, at.column] }
        return Color(red: level(0), green: level(1), blue: level(2))
      }
    }
    pane.needsNumbers = sight.format != nil
    pane.isResult = index > 0 && sight.format != nil
    pane.isPicture = sight.format == nil
    pane.fillsRoom = pane.isPicture
    pane.focus = place(of: cursor ?? center, in: index, step: sight.step)
    guard let cursor, let at = place(of: cursor, in: index, step: sight.step), part.contains(at)
    else { return pane }
    (pane.cursor, pane.ringsCursor) = (at, sight.format == nil)
    if index == 0, sight.format != nil { pane.outline = window(under: cursor) }
    return pane
  }

  /// The pixels that the number under the cursor is made from.
  private func window(under cursor: Position) -> Block? {
    guard let (_, geometry, at) = sum(under: cursor, in: pane) else { return nil }
    func window(_ axis: Axis, _ output: Int) -> Range<Int> {
      let first = axis.place(output: output, tap: 0)
      return first..<first + axis.span
    }
    return Block(
      rows: window(geometry.rows, at.row), columns: window(geometry.columns, at.column))
  }

  private func title(_ index: Int, _ scale: ColorScale?, _ words: Words) -> Line {
    let isChosen = index == pane
    let name = index == 0 ? words.image : words.name(of: filters[index - 1]).printable
    let range = scale.map { "  " + Formula.range($0) } ?? ""
    let brightness = index == 0 && picture.isBrightness ? "  " + words.brightness : ""
    return [Span((isChosen ? "▸ " : "") + name, isChosen ? .accent : .strong)]
      + [brightness, range].filter { !$0.isEmpty }.map { Span($0, .secondary) }
  }

  private func scales(_ parts: [Part?], of panes: [Int]) -> [ColorScale] {
    let own = parts.map { part in part.map { ColorScale(upTo: $0.inside, of: $0.values) } }
    let shared = ColorScale(covering: parts.indices.compactMap { panes[$0] > 0 ? own[$0] : nil })
    return parts.indices.map { index in
      guard panes[index] > 0 else { return picture.scale }
      switch contrast {
      case .each: return own[index] ?? ColorScale(nil)
      case .shared: return shared
      case .fixed:
        let bound = filters[panes[index] - 1].bound
        return ColorScale(-bound...bound)
      }
    }
  }

  func legend(_ words: Words) -> Legend {
    if let apart = apart(words) { return apart.legend }
    let grid = grid
    let sight = sight(grid, look)
    let panes = contrast == .shared ? shown(in: grid) : [pane]
    let scales = scales(parts(panes, over: sight.rows, sight.columns, step: sight.step), of: panes)
    return Legend(
      name: pane == 0 ? words.image : words.name(of: filters[pane - 1]).cut(to: 12).printable,
      scale: panes.firstIndex(of: pane).map { scales[$0] } ?? picture.scale)
  }

  // MARK: The mouse

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    guard !isTakenApart else { return }
    let grid = grid(in: rect.size, look)
    let sight = sight(grid, look)
    let (shown, parts) = (shown(in: grid), parts(over: sight, in: grid))
    for index in shown.indices {
      guard let pane = pane(shown[index], parts[index], ColorScale(nil), sight, look.words),
        let hit = PaneGrid([[pane]], isCentered: false)
          .placed(in: place(index, grid, rect), look).hit(point)
      else { continue }
      // The first click on a map chooses it and a pixel, the second has it by itself.
      isEnlarged = isEnlarged || cursor != nil && shown[index] == self.pane
      timeline.stop()
      timeline.go(toStep: shown[index])
      let stride =
        convolution(shown[index])?.options.stride ?? PerAxis(1)
      place(
        Position(
          row: hit.at.row * stride.rows * sight.step + sight.step / 2,
          column: hit.at.column * stride.columns * sight.step + sight.step / 2))
      fitTimeline()
      return
    }
  }
}
