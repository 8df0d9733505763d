import Drawing
import Model

extension PoolScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    isFar
      ? pictures(in: rect, look).draw(into: &frame, look)
      : placed(in: rect, look).draw(into: &frame, look)
  }

  func placed(in rect: Rect, _ look: Look) -> Board.Placed {
    let words = look.words
    var grid = [panes(of: pooled, "X", isMoved: false, words)]
    if let moved { grid.append(panes(of: moved, "X′", isMoved: true, words)) }
    // The place of the largest would tell it.
    if look.hidesResults { for row in grid.indices { grid[row][0].mark = nil } }
    return Board.fitting(
      arrangements(grid), in: rect, look,
      heights: PoolScene.leastLines(in: rect)...max(3, rect.height * 2 / 5),
      sums: blockSums(look)
    ) {
      text(Size(width: Board.textWidth(rect), height: $0), look)
    }
  }

  /// The arithmetic of the window and a row about what comes next stay wherever there is room.
  private static func leastLines(in rect: Rect) -> Int { rect.height < 12 ? 2 : 3 }

  /// The input with its outputs beside it, and where it is moved, that below it, or both inputs beside
  /// each other, or the moved one alone beside all outputs.
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
      PaneGrid(
        [[second[0], first[1], first[2]], [nil, second[1], second[2]]], isCentered: false),
    ]
  }

  func panes(
    of pooled: Pooled, _ name: String, isMoved: Bool, _ words: Words
  ) -> [Pane] {
    let mark = isMoved ? "′" : ""
    let kept = kept(pooled)
    return [
      inputPane(of: pooled, name, isMoved: isMoved, words),
      outputPane(
        \.maximum, of: pooled, "max" + mark, words.maximum + mark, isMoved ? kept.maximum : nil,
        words),
      outputPane(
        \.mean, of: pooled, "mean" + mark, words.meanOfWindow + mark, isMoved ? kept.mean : nil,
        words),
    ]
  }

  /// The numbers of an output and of the same over the moved input have cells of one size.
  private func format(_ output: KeyPath<Pooled, Plane>) -> NumberFormat {
    let formats =
      [pooled[keyPath: output].format] + (moved.map { [$0[keyPath: output].format] } ?? [])
    return formats.max { $0.width < $1.width } ?? formats[0]
  }

  /// The outputs around the present one whose numbers are shown; of a small input all.
  var shownUnits: Block {
    let all = Block(pooled.shape)
    guard pooled.isLarge else { return all }
    func part(_ unit: Int, _ axis: Axis) -> Range<Int> {
      let count = min(axis.output, max(2, (mostShown - axis.span) / axis.stride + 1))
      return MapViewport.part(axis.output, min(count, 4), around: unit)
    }
    return Block(rows: part(unit.row, pooled.rows), columns: part(unit.column, pooled.columns))
  }
  /// The rows and columns of a large input whose numbers are shown, and those in little room.
  static let (mostShown, fewShown) = (6, 4)

  /// The input under those outputs.
  func shownInput(of pooled: Pooled) -> Block {
    let (rows, columns) = (pooled.rows, pooled.columns)
    let whole = Block(
      rows: -rows.padding..<rows.input + rows.paddingAfter,
      columns: -columns.padding..<columns.input + columns.paddingAfter)
    guard pooled.isLarge else { return whole }
    let units = shownUnits
    func part(_ units: Range<Int>, _ axis: Axis) -> Range<Int> {
      axis.place(output: units.lowerBound, tap: 0)..<axis.place(
        output: units.upperBound - 1, tap: 0)
        + axis.span
    }
    return Block(rows: part(units.rows, rows), columns: part(units.columns, columns))
      .clamped(to: whole)
  }

  /// The input with its padding and the window on it; the winner of the window is marked.
  private func inputPane(
    of pooled: Pooled, _ name: String, isMoved: Bool, _ words: Words
  ) -> Pane {
    let (rows, columns) = (pooled.rows, pooled.columns)
    let input = pooled.input.matrix
    let detail = isMoved ? words.moved(settings.shift) : "\(input.shape)"
    var pane = Pane([Span(name, .strong), Span("  " + detail, .secondary)], pooled.input)
    pane.extent = shownInput(of: pooled)
    if pooled.isLarge, !isMoved {
      let part = words.pixels(in: pane.extent)
      pane.title = [Span(name, .strong), Span("  " + part, .secondary)]
    }
    pane.value = { row, column in
      (0..<rows.input).contains(row) && (0..<columns.input).contains(column)
        ? .number(input[row, column]) : .padding(0)
    }
    (pane.share, pane.matrix) = (2, name)
    pane.isOutlinedAtTimes = true
    guard done > 0 else { return pane }
    let block = pooled.block(of: unit)
    pane.outline = block.clamped(to: pane.extent)
    pane.isLit = { block.contains($0, $1) }
    pane.focus = block.middle
    pane.mark = pooled.winner(of: unit)
    return pane
  }

  /// An output, as far as its windows are done; of the input that is moved, how many numbers stayed.
  private func outputPane(
    _ output: KeyPath<Pooled, Plane>, of pooled: Pooled, _ matrix: String, _ name: String,
    _ kept: Int?, _ words: Words
  ) -> Pane {
    let plane = pooled[keyPath: output]
    let done = done
    let stays = done > 0 ? kept.map { words.stays($0, of: done) } : nil
    let part = pooled.isLarge ? words.pixels(in: shownUnits) : plane.matrix.shape.description
    let detail = Span("  " + (stays ?? part), .secondary)
    var pane = Pane([Span(name, .strong), stays == nil ? detail : detail.asResult], plane)
    pane.matrix = matrix
    let matrix = plane.matrix
    (pane.isOutlinedAtTimes, pane.isResult, pane.grows) = (true, true, true)
    pane.value = { row, column in
      row * matrix.shape.columns + column < done ? .number(matrix[row, column]) : .empty
    }
    (pane.format, pane.extent) = (format(output), shownUnits)
    if done > 0 {
      pane.outline = Block(unit)
      pane.focus = unit
    }
    return pane
  }

  // MARK: Text

  /// The arithmetic of the window, and a row about what comes next; as many lines at every step.
  func text(_ size: Size, _ look: Look) -> [Line] {
    let words = look.words
    // A lesson asks by itself.
    let question =
      look.isInLesson
      ? words.whatPoolingDoes : isFar ? words.poolPictureQuestion : words.poolQuestion
    let opening = question.folded(to: size.width, height: max(2, size.height - 1))
    let sums = [
      sum("max", words.maximum, maximumLine(size.width, words), look),
      sum("mean", words.meanOfWindow, meanLine(size.width, words), look),
    ]
    let lines = (done > 0 ? sums : opening).padded(to: max(sums.count, opening.count))
    return (lines + [next(size.width, words)]).folded(to: size)
      .padded(to: min(size.height, lines.count + 1))
  }

  /// A line of arithmetic as far as it is known; where a lesson asks, without what goes into it.
  private func sum(_ matrix: String, _ name: String, _ line: Line, _ look: Look) -> Line {
    let isAsked = isStillAsked(matrix, look)
    // What was found in an earlier step stays in sight.
    if look.isInLesson, look.hidesResults, look.guessed[matrix]?.contains(unit) == true {
      return line.map { Span($0.text, $0.role) }
    }
    guard look.arithmetic != .whole || isAsked && look.isInLesson else {
      return isAsked ? line.asked : line
    }
    return [Span(Formula.cell(name, unit), .accent), Span(" = "), Span("?", .strong)]
  }

  /// Whether a result of the window is to be found yet though the other one is known.
  private func isStillAsked(_ matrix: String, _ look: Look) -> Bool {
    look.hidesResults && look.showsSum && look.guessed[matrix]?.contains(unit) != true
  }

  /// The sums in block digits; of one that is to be found yet only the room.
  func blockSums(_ look: Look) -> BlockSums {
    let isWhole = done > 0 && look.arithmetic == .whole
    return BlockSums(
      blockSums(look.words),
      areShown: ["max", "mean"].map { isWhole && !isStillAsked($0, look) })
  }

  /// What a shift leaves as it was, how numbers are seen, or what may be tried once all is done.
  private func next(_ width: Int, _ words: Words) -> Line {
    if let moved { return words.invariance(kept(moved), of: done, settings.shift, width) }
    if done == pooled.shape.area {
      let whole = words.tryShift
      return (whole.cellWidth <= width ? whole : Array(whole.prefix(1))).leadingToResult
    }
    return pooled.isLarge ? words.poolZoom(isFar: isFar, width: width) : []
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
    let written = WrittenNumbers.short
    let same = WrittenNumbers.equals(written.sum(pooled.numbers(of: unit)), written.read(sum))
    let equals = written.equals(written.read(sum) / Double(count), value)
    let quotient = [Span(" = \(total) / \(number)")].leadingToResult
    let end = [Span(" \(equals) "), Span(NumberText.short(value), .strong).asResult]
    let whole = list + [Span(" \(same) \(total) / \(number)")].leadingToResult + end
    let zeros = padding > 0 ? [Span("   " + words.zerosCount(padding), .secondary)] : []
    return PoolScene.first(
      [start + whole + zeros, start + whole, start + quotient + end + zeros],
      start + quotient + end, within: width)
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
      zip(before.matrix.elements, after.matrix.elements).prefix(done).count { $0 == $1 }
    }
    return (count(pooled.maximum, moved.maximum), count(pooled.mean, moved.mean))
  }
}

extension PoolScene: SceneWithCells {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] {
    isFar ? [] : placed(in: rect, look).views
  }
}

extension Line {
  /// The same with a question mark for each result, without what leads to it.
  fileprivate var asked: Line {
    filter { !$0.leadsToResult }.map { $0.isResult ? Span("?", $0.role) : $0 }
  }
}
