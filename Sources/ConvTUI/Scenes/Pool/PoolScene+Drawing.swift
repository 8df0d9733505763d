import Drawing
import Model

extension PoolScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    placed(in: rect, look).draw(into: &frame, look)
  }

  func placed(in rect: Rect, _ look: Look) -> Board.Placed {
    let words = look.words
    var grid = [panes(of: pooled, "X", isMoved: false, words)]
    if let moved { grid.append(panes(of: moved, "X′", isMoved: true, words)) }
    // The place of the largest would tell it.
    if look.hidesResults { for row in grid.indices { grid[row][0].mark = nil } }
    return Board.fitting(
      arrangements(grid), in: rect, look, heights: 2...max(3, rect.height * 2 / 5),
      sums: BlockSums(blockSums(words), isShown: timeline.step > 0)
    ) {
      text(Size(width: Board.textWidth(rect), height: $0), words)
    }
  }

  /// The input with its outputs beside it, and where it is moved, that below it, or both inputs beside
  /// each other.
  private func arrangements(_ panes: [[Pane]]) -> [PaneGrid] {
    guard panes.count > 1 else { return [PaneGrid(panes)] }
    var (first, second) = (panes[0], panes[1])
    for index in first.indices {
      (first[index].number, second[index].number) = (index, panes[0].count + index)
    }
    (first[0].spansRows, second[0].spansRows) = (true, true)
    return [
      PaneGrid(panes),
      PaneGrid(
        [
          [first[0], second[0], first[1], first[2]], [nil, nil, second[1], second[2]],
        ], isCentered: false),
    ]
  }

  private func panes(
    of pooled: Pooled, _ name: String, isMoved: Bool, _ words: Words
  ) -> [Pane] {
    let mark = isMoved ? "′" : ""
    return [
      inputPane(of: pooled, name, isMoved: isMoved, words),
      outputPane(
        pooled.maximum, "max" + mark, words.maximum + mark, isMoved ? self.pooled.maximum : nil),
      outputPane(
        pooled.mean, "mean" + mark, words.meanOfWindow + mark, isMoved ? self.pooled.mean : nil),
    ]
  }

  /// The input with its padding and the window on it; the winner of the window is marked.
  private func inputPane(
    of pooled: Pooled, _ name: String, isMoved: Bool, _ words: Words
  ) -> Pane {
    let (rows, columns) = (pooled.rows, pooled.columns)
    let input = pooled.input.matrix
    let detail = isMoved ? words.moved(settings.shift) : "\(input.shape)"
    var pane = Pane([Span(name, .strong), Span("  " + detail, .secondary)], pooled.input)
    pane.extent = Block(
      rows: -rows.padding..<rows.input + rows.paddingAfter,
      columns: -columns.padding..<columns.input + columns.paddingAfter)
    pane.value = { row, column in
      (0..<rows.input).contains(row) && (0..<columns.input).contains(column)
        ? .number(input[row, column]) : .padding(0)
    }
    (pane.share, pane.matrix) = (2, name)
    pane.isOutlinedAtTimes = true
    guard timeline.step > 0 else { return pane }
    let block = pooled.block(of: unit)
    pane.outline = block.clamped(to: pane.extent)
    pane.isLit = { block.contains($0, $1) }
    pane.focus = block.middle
    pane.mark = pooled.winner(of: unit)
    return pane
  }

  /// An output, as far as its windows are done; of the input that is moved, what has changed is lit.
  private func outputPane(
    _ plane: Plane, _ matrix: String, _ name: String, _ before: Plane?
  ) -> Pane {
    var pane = Pane(
      [Span(name, .strong), Span("  \(plane.matrix.shape)", .secondary)], plane)
    pane.matrix = matrix
    let (done, matrix) = (timeline.step, plane.matrix)
    (pane.isOutlinedAtTimes, pane.isResult, pane.grows) = (true, true, true)
    pane.value = { row, column in
      row * matrix.shape.columns + column < done ? .number(matrix[row, column]) : .empty
    }
    if let before = before?.matrix {
      pane.isLit = { before[$0, $1] != matrix[$0, $1] }
    }
    if done > 0 {
      pane.outline = Block(unit)
      pane.focus = unit
    }
    return pane
  }

  // MARK: Text

  /// The arithmetic of the window, and how much a shift changes; as many lines at every step.
  private func text(_ size: Size, _ words: Words) -> [Line] {
    let opening = words.poolQuestion.folded(
      to: size.width, height: max(1, size.height - (moved == nil ? 0 : 1)))
    let sums = [maximumLine(size.width, words), meanLine(size.width, words)]
      .folded(to: size)
    let now = timeline.step > 0 ? sums : opening
    var lines = now.padded(to: max(sums.count, opening.count))
    if let moved {
      let kept = words.invariance(kept(moved), of: timeline.step, settings.shift, size.width)
      // It comes before the arithmetic where not both have room.
      let isFirst = lines.count + kept.count > size.height
      lines = isFirst ? kept + lines : lines + kept
    } else if timeline.step == timeline.length {
      lines += [[], words.tryShift.leadingToResult]
    }
    return lines.folded(to: size)
  }

  /// `max[0,0] = max(0, 1, 3, 4) = 4`
  private func maximumLine(_ width: Int, _ words: Words) -> Line {
    let value = pooled.maximum.matrix[unit.row, unit.column]
    let winner = pooled.winner(of: unit)
    let start = [Span(Formula.cell(words.maximum, unit), .accent)]
    let end = [Span(" = "), Span(NumberText.short(value), .strong).asResult]
    let remark =
      winner.map { [Span("   " + words.winner("X", $0), .secondary)].leadingToResult } ?? []
    let list = [Span(" = max(")] + list(", ") + [Span(")")]
    let source = winner.map { [Span(" = " + Formula.cell("X", $0))].leadingToResult } ?? []
    return PoolScene.first(
      [start + list + end + remark, start + list + end], start + source + end, within: width)
  }

  /// `mean[0,0] = (0 + 1 + 3 + 4) / 4 = 8 / 4 = 2`
  private func meanLine(_ width: Int, _ words: Words) -> Line {
    let (sum, count) = pooled.sum(of: unit)
    let value = pooled.mean.matrix[unit.row, unit.column]
    let (total, number) = (NumberText.short(sum), NumberText.short(count))
    let padding = Int(count) - pooled.numbers(of: unit).count
    let start = [Span(Formula.cell(words.meanOfWindow, unit), .accent)]
    let list = [Span(" = (")] + list(" + ") + [Span(") / \(number)")]
    let end =
      [Span(" = \(total) / \(number)")].leadingToResult
      + [Span(" = "), Span(NumberText.short(value), .strong).asResult]
    let zeros = padding > 0 ? [Span("   " + words.zerosCount(padding), .secondary)] : []
    return PoolScene.first(
      [start + list + end + zeros, start + list + end, start + end + zeros], start + end,
      within: width)
  }

  /// The first of some lines that fits, or else another.
  private static func first(_ lines: [Line], _ least: Line, within width: Int) -> Line {
    lines.first { $0.cellWidth <= width } ?? least
  }

  private func list(_ separator: String) -> Line {
    let most = 64
    let numbers = pooled.numbers(of: unit)
    let spans = numbers.prefix(most).map { [Span(NumberText.short($0), Role(signOf: $0))] }
    return Array(spans.joined(separator: [Span(separator, .secondary)]))
      + (numbers.count > most ? [Span(separator + "…", .secondary)] : [])
  }

  /// How many numbers of both outputs, as far as they are done, stayed the same.
  private func kept(_ moved: Pooled) -> (maximum: Int, mean: Int) {
    func count(_ before: Plane, _ after: Plane) -> Int {
      zip(before.matrix.elements, after.matrix.elements).prefix(timeline.step).count { $0 == $1 }
    }
    return (count(pooled.maximum, moved.maximum), count(pooled.mean, moved.mean))
  }
}

extension PoolScene: SceneWithCells {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] { placed(in: rect, look).views }
}
