import Drawing
import Model

/// A large input and its outputs as pictures: what a window does to a photograph is seen from afar.
struct PoolPictures {
  fileprivate let panes: [(side: Int, placed: PaneGrid.Placed)]
  /// The numbers around the window, where they have room.
  fileprivate let close: PaneGrid.Placed?
  fileprivate let lines: [Line]
  fileprivate let text: Rect
  fileprivate let sums: BlockSums
  fileprivate let foot: Rect

  func draw(into frame: inout Frame, _ look: Look) {
    for pane in panes { pane.placed.draw(into: &frame, look) }
    close?.draw(into: &frame, look)
    frame.write(lines, in: text, look)
    sums.draw(into: &frame, in: foot, look)
  }

  /// The picture, counted in reading order, and the number under a point of the screen.
  func hit(_ point: Point) -> (pane: Int, at: Position)? {
    for (index, pane) in panes.enumerated() {
      if let hit = pane.placed.hit(point) { return (index, hit.at * pane.side) }
    }
    return close?.hit(point)
  }
}

extension PoolScene {
  private static let (columns, gap) = (3, 3)
  /// The fewest rows for the numbers around the window, and those of a screen that shares them evenly with
  /// the pictures.
  private static let (leastClose, high) = (5, 40)

  func pictures(in rect: Rect, _ look: Look) -> PoolPictures {
    let words = look.words
    let least = rect.height < 12 ? 1 : 3
    let all = [(pooled, "X", "")] + (moved.map { [($0, "X′", "′")] } ?? [])
    let width = (rect.width - 2 - 2 * PoolScene.gap) / PoolScene.columns
    let gap = rect.height < 24 ? 0 : 1
    let isHigh = moved == nil && rect.height >= PoolScene.high
    let most = max(2, (isHigh ? rect.height / 2 : rect.height - least - gap) / all.count)
    // As high as the pictures are at that width.
    let (rows, columns) = (settings.input.shape.rows, settings.input.shape.columns)
    let height = min(most, 1 + max(1, (width * rows + 2 * columns - 1) / (2 * columns)))
    let below = rect.inset(top: height * all.count + gap)
    let room = below.inset(bottom: least + gap)
    var near = self
    if room.height < PoolScene.mostShown + 1 { near.mostShown = PoolScene.fewShown }
    var panes: [(side: Int, placed: PaneGrid.Placed)] = []
    for (line, item) in all.enumerated() {
      let names = [item.1, words.maximum + item.2, words.meanOfWindow + item.2]
      for (index, name) in names.enumerated() {
        let place = Rect(
          row: rect.row + line * height,
          column: rect.column + index * (width + PoolScene.gap), width: width + 2, height: height)
        let (pane, side) = near.picture(index, of: item.0, name, in: place.size, look)
        panes.append((side, PaneGrid([[pane]], isCentered: false).placed(in: place, look)))
      }
    }
    let close = moved == nil ? near.close(in: room, look) : nil
    let bottom = close.map { $0.bottom + gap } ?? below.row
    let text = Rect(
      row: min(bottom, rect.rows.upperBound - least), column: rect.column + 1,
      width: Board.textWidth(rect), height: least)
    let lines = self.text(text.size, look)
    let top = text.rows.upperBound + 1
    return PoolPictures(
      panes: panes, close: close, lines: lines, text: text,
      sums: blockSums(look),
      foot: Rect(
        row: top, column: text.column, width: text.width,
        height: max(0, rect.rows.upperBound - top)))
  }

  /// The numbers around the window, in the columns of the pictures; nil where they have no room.
  private func close(in rect: Rect, _ look: Look) -> PaneGrid.Placed? {
    guard rect.height >= PoolScene.leastClose else { return nil }
    var panes = panes(of: pooled, "X", isMoved: false, look.words)
    // The sentence names the largest; digits that fill their cells have no room for a mark.
    panes[0].mark = nil
    return PaneGrid([panes], isCentered: false).placed(in: rect, look)
  }

  /// The input, the maxima or the means, as far as their windows are done; what is enlarged below is
  /// framed.
  private func picture(
    _ index: Int, of pooled: Pooled, _ name: String, in size: Size, _ look: Look
  ) -> (pane: Pane, side: Int) {
    let whole = pooled.pictures[index]
    let drawn =
      look.fillsCells
      ? whole
      : whole.fitting(
        ImageGrid.elements(
          in: Size(width: max(1, size.width - 4), height: max(1, size.height - 3)), look))
    let numbers = drawn.maps.plane()
    let plane = [pooled.input, pooled.maximum, pooled.mean][index]
    var pane = Pane(
      [Span(name, .strong), Span("  \(plane.matrix.shape)", .secondary)],
      Plane(numbers, format: NumberFormat([]), scale: plane.scale))
    (pane.isPicture, pane.fillsRoom, pane.needsNumbers) = (true, true, false)
    pane.isResult = index > 0
    let (done, columns, side) = (done, pooled.shape.columns, drawn.side)
    if index > 0, done < pooled.shape.area {
      pane.value = { row, column in
        row * side * columns + column * side < done ? .number(numbers[row, column]) : .empty
      }
    }
    pane.outline = drawn.place(of: index == 0 ? shownInput(of: pooled) : shownUnits)
      .clamped(to: pane.extent)
    return (pane, side)
  }
}
