import Drawing
import Model

extension FlipScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    placed(in: rect, look).draw(into: &frame, look)
  }

  func placed(in rect: Rect, _ look: Look) -> Board.Placed {
    let words = look.words
    let isLow = rect.height < 24
    let most = rect.height < 16 ? 3 : isLow ? 6 : rect.height < 40 ? 10 : rect.height / 2
    let least = min(5, most)
    return Board.fitting(
      arrangements(words, isNarrow: rect.width < 100), in: rect, look, heights: least...most,
      tall: most,
      sums: BlockSums(
        isLow && !look.isLarge ? [] : [false, true].map { traced(isTurned: $0).blockSum() },
        isShown: windowsDone > 0 && look.arithmetic == .whole)
    ) {
      text(Size(width: Board.textWidth(rect), height: $0), look)
    }
  }

  /// All in a row, the kernels above the outputs, or where there is room beside X, which is the highest,
  /// and left of the outputs.
  private func arrangements(_ words: Words, isNarrow: Bool) -> [PaneGrid] {
    var panes = [
      inputPane, pane("K", Plane(kernel), detail: kernelName ?? ""), turningPane(words),
      outputPane("X ⋆ K", correlation, words.crossCorrelation),
      outputPane("X ∗ K", convolution, words.convolution),
      outputPane("X ∗ K − X ⋆ K", difference, words.differenceName, hasBias: false),
    ]
    if isNarrow {
      // The signs look alike from afar: a word tells them apart where it has room.
      for (index, name) in [(3, words.correlationName), (4, words.convolution)] {
        panes[index].title = [panes[index].name, Span(" " + name, .secondary)]
      }
    }
    var input = panes[0]
    input.spansRows = true
    let inTwo = PaneGrid([Array(panes[..<3]), Array(panes[3...])], isCentered: false)
    let besideInput = PaneGrid(
      [[input, panes[1], panes[3], panes[5]], [nil, panes[2], panes[4], nil]], isCentered: false)
    let others = [inTwo, besideInput]
    return isNarrow ? [PaneGrid([panes], isCentered: false)] + others : others
  }

  private func pane(_ name: String, _ plane: Plane, detail: String) -> Pane {
    var pane = Pane(
      [Span(name, .strong)] + (detail.isEmpty ? [] : [Span("  " + detail, .secondary)]), plane)
    pane.matrix = name
    return pane
  }

  private var inputPane: Pane {
    var pane = traced(isTurned: false).inputPane(
      [Span("X", .strong), Span("  \(geometry.input)", .secondary)], input)
    (pane.share, pane.matrix) = (1, "X")
    pane.isOutlinedAtTimes = true
    if windowsDone == 0 { (pane.outline, pane.isLit) = (nil, nil) }
    return pane
  }

  private func turningPane(_ words: Words) -> Pane {
    let step = timeline.step
    let detail =
      step == 0
      ? words.notTurned
      : step < turns ? words.turning(rows: step <= rowSwaps) : words.turned
    let longest = [
      words.notTurned, words.turning(rows: true), words.turning(rows: false), words.turned,
    ]
    .reduce(0) { max($0, $1.cellWidth) }
    var pane = pane("K′", Plane(turningKernel), detail: detail.padded(to: longest))
    if step > 0, step <= turns { pane.isLit = isSwapped }
    return pane
  }

  var window: Position {
    let number = windowsDone - 1
    return Position(number, inRowsOf: geometry.columns.output)
  }

  /// An output, as far as its windows are computed.
  ///
  /// - Parameter hasBias: Whether the bias is added to it; in a difference it is gone.
  private func outputPane(
    _ name: String, _ plane: Plane, _ detail: String, hasBias: Bool = true
  ) -> Pane {
    var pane = pane(name, plane, detail: detail)
    if hasBias { pane.title[0].text += Formula.addend(of: sliding) }
    let done = windowsDone
    let matrix = plane.matrix
    (pane.isOutlinedAtTimes, pane.isResult) = (true, true)
    pane.value = { row, column in
      row * matrix.shape.columns + column < done ? .number(matrix[row, column]) : .empty
    }
    if done > 0 {
      pane.outline = Block(window)
      pane.focus = window
    }
    return pane
  }

  /// The window of one of the two operations, all its products done.
  func traced(isTurned: Bool) -> TracedWindow {
    let trace = isTurned ? turnedTrace : trace
    let window = trace.window(max(0, windowsDone - 1))
    return TracedWindow(
      trace: trace, window: window, done: geometry.productsPerWindow,
      result: Formula.cell(isTurned ? "(X ∗ K)" : "(X ⋆ K)", window.at), isTurned: isTurned)
  }
}

extension FlipScene: SceneWithCells {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] { placed(in: rect, look).views }
}
