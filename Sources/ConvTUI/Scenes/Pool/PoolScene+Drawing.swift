import Drawing
import Model

extension PoolScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    board(in: rect, look.words).draw(into: &frame, in: rect, look)
  }

  func board(in rect: Rect, _ words: Words) -> Board {
    var grid = [panes(of: pooled, "X", isMoved: false, words)]
    if let moved { grid.append(panes(of: moved, "X′", isMoved: true, words)) }
    let size = Size(width: Board.textWidth(rect), height: max(3, rect.height * 2 / 5))
    return Board(PaneGrid(grid), text(words).folded(to: size))
  }

  private func panes(
    of pooled: Pooled, _ name: String, isMoved: Bool, _ words: Words
  ) -> [Pane] {
    let mark = isMoved ? "′" : ""
    return [
      inputPane(of: pooled, name, isMoved: isMoved, words),
      outputPane(pooled.maximum, words.maximum + mark, isMoved ? self.pooled.maximum : nil),
      outputPane(pooled.mean, words.meanOfWindow + mark, isMoved ? self.pooled.mean : nil),
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
    pane.share = 2
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
  private func outputPane(_ plane: Plane, _ name: String, _ before: Plane?) -> Pane {
    var pane = Pane(
      [Span(name, .strong), Span("  \(plane.matrix.shape)", .secondary)], plane)
    let (done, matrix) = (timeline.step, plane.matrix)
    pane.isOutlinedAtTimes = true
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

  private func text(_ words: Words) -> [Line] {
    var lines: [Line] = []
    if timeline.step > 0 { lines += [maximumLine(words), meanLine(words)] }
    if let moved { lines += words.invariance(kept(moved), of: timeline.step, settings.shift) }
    return lines
  }

  /// `max[0,0] = max(0, 1, 3, 4) = 4`
  private func maximumLine(_ words: Words) -> Line {
    let value = pooled.maximum.matrix[unit.row, unit.column]
    return [Span(Formula.cell(words.maximum, unit), .accent), Span(" = max(")] + list(", ")
      + [Span(") = "), Span(NumberText.short(value), .strong)]
      + (pooled.winner(of: unit).map { [Span("   " + words.winner("X", $0), .secondary)] } ?? [])
  }

  /// `mean[0,0] = (0 + 1 + 3 + 4) / 4 = 8 / 4 = 2`
  private func meanLine(_ words: Words) -> Line {
    let (sum, count) = pooled.sum(of: unit)
    let value = pooled.mean.matrix[unit.row, unit.column]
    let (total, number) = (NumberText.short(sum), NumberText.short(count))
    let padding = Int(count) - pooled.numbers(of: unit).count
    return [Span(Formula.cell(words.meanOfWindow, unit), .accent), Span(" = (")] + list(" + ")
      + [
        Span(") / \(number) = \(total) / \(number) = "), Span(NumberText.short(value), .strong),
      ] + (padding > 0 ? [Span("   " + words.zerosCount(padding), .secondary)] : [])
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
