import Drawing
import Model

extension MapsScene: SceneWithPointer {
  /// What part of the picture is seen, at which scale.
  struct Sight: Hashable, Sendable {
    let step: Int
    /// Of the numbers, where they are shown.
    let format: NumberFormat?
    /// In pixels of the scale.
    let rows, columns: Range<Int>
  }

  func sight(_ grid: MapGrid, _ look: Look) -> Sight {
    // Half a character is seen in a picture that fills its room.
    let step = picture.step(from: lens.step(fit: grid.fit, detail: look.fillsCells ? 2 : 1))
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
    parts(panes(in: grid), over: sight.rows, sight.columns, step: sight.step)
  }

  /// The panes that are drawn, in their order.
  func panes(in grid: MapGrid) -> [Int] {
    if isEnlarged { return [pane] }
    return isPaired(grid) ? [0, max(1, pane)] : Array(grid.page(of: pane, of: filters.count + 1))
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let words = look.words
    if let apart = apart(words) {
      apart.draw(into: &frame, in: rect, look)
      return
    }
    let grid = grid(in: rect.size, look)
    let sight = sight(grid, look)
    let shown = shown(in: grid, sight)
    for (index, number) in shown.panes.enumerated() {
      let room = grid.place(index, in: rect)
      if let pane = pane(number, shown, sight, in: grid, words) {
        PaneGrid([[pane]], isCentered: false).placed(in: room, look).draw(into: &frame, look)
      } else {
        let hint = [Span(words.tooLargeFromAfar, .secondary)].folded(to: grid.pane.width)
        frame.write([title(number, words)] + hint, in: room.inset(left: 1), look)
      }
    }
    if grid.isBeside {
      drawText(into: &frame, in: grid.textBeside(rect), sight, shown, look)
    } else {
      var text = rect.inset(
        top: max(0, rect.height - MapsScene.textLines(in: rect.height) + 1), left: 1)
      let drawsKernel = MapsScene.hasKernelBelow(text)
      if drawsKernel {
        var place = text.inset(left: text.width - MapsScene.kernelWidth)
        drawKernel(into: &frame, in: &place, height: text.height + 1, look)
        text = text.inset(right: MapsScene.kernelWidth + 2)
      }
      frame.write(
        lines(
          sight, Size(width: text.width - 1, height: text.height), drawsKernel: drawsKernel, words),
        in: text, look)
    }
  }

  /// Whether a pixel of the picture is seen.
  func isInSight(_ pixel: Position) -> Bool {
    let sight = sight(grid, look)
    let cell = pixel.map { $0 / sight.step }
    return sight.rows.contains(cell.row) && sight.columns.contains(cell.column)
  }

  // MARK: Panes

  private func pane(
    _ index: Int, _ shown: Shown, _ sight: Sight, in grid: MapGrid, _ words: Words
  ) -> Pane? {
    guard let part = shown.part(index) else { return nil }
    let name = title(index, words)
    let room = grid.pane.width - name.cellWidth - 1
    let range = shown.range(index, width: room)
    let reach = range.map { Span(($0.cellWidth < room ? "  " : " ") + $0, .secondary) }
    var pane = Pane(
      name + [reach].compactMap(\.self).map { index > 0 ? $0.asResult : $0 },
      Plane(part.values, format: sight.format ?? NumberFormat([]), scale: shown.scale(index)))
    pane.extent = Block(rows: part.rows, columns: part.columns)
    pane.value = { row, column in
      .number(part.values[row - part.rows.lowerBound, column - part.columns.lowerBound])
    }
    pane.size = part.sizes.map { sizes in
      { row, column in sizes[row - part.rows.lowerBound, column - part.columns.lowerBound] }
    }
    pane.color = part.colors.map { colors in
      { row, column in
        let at = Position(row: row - part.rows.lowerBound, column: column - part.columns.lowerBound)
        func level(_ channel: Int) -> Float { colors[0, channel, at.row, at.column] }
        return Color(red: level(0), green: level(1), blue: level(2))
      }
    }
    pane.needsNumbers = sight.format != nil
    pane.isResult = index > 0
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

  private func title(_ index: Int, _ words: Words) -> Line {
    let isChosen = index == pane
    let name = index == 0 ? words.image : words.name(of: filters[index - 1]).printable
    let brightness = index == 0 && picture.isBrightness ? "  " + words.brightness : ""
    return [
      Span((isChosen ? "▸ " : "") + name, isChosen ? .accent : .strong),
      Span(brightness, .secondary),
    ].filter { !$0.text.isEmpty }
  }

  func legend(_ words: Words) -> Legend {
    if let apart = apart(words) { return apart.legend }
    let grid = grid
    let shown = shown(in: grid, sight(grid, look))
    return Legend(
      name: pane == 0 ? words.image : words.name(of: filters[pane - 1]).cut(to: 12).printable,
      scale: shown.scale(pane), numbers: shown.part(pane)?.inside.finiteRange)
  }

  // MARK: The mouse

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    guard !isTakenApart else { return }
    let grid = grid(in: rect.size, look)
    let sight = sight(grid, look)
    let shown = shown(in: grid, sight)
    for (index, number) in shown.panes.enumerated() {
      guard let pane = pane(number, shown, sight, in: grid, look.words),
        let hit = PaneGrid([[pane]], isCentered: false)
          .placed(in: grid.place(index, in: rect), look).hit(point)
      else { continue }
      // The first click on a map chooses it and a pixel, the second has it by itself.
      isEnlarged = isEnlarged || cursor != nil && number == self.pane
      timeline.stop()
      timeline.go(toStep: number)
      let stride =
        convolution(number)?.options.stride ?? PerAxis(1)
      place(
        Position(
          row: hit.at.row * stride.rows * sight.step + sight.step / 2,
          column: hit.at.column * stride.columns * sight.step + sight.step / 2))
      fitTimeline()
      return
    }
  }
}
