import Drawing
import Model

/// The backward pass at one of its steps: what goes in, what comes out, and the arithmetic below.
struct BackwardDrawing {
  let trace: BackwardTrace
  let target: Tensor
  let reduction: Reduction
  let stage: BackwardTrace.Stage
  /// The updates that the training has done.
  let learnStep: Int
  let cursor: Position?

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let heading = heading(width: Board.textWidth(rect), look.words)
    frame.write([heading], in: rect.inset(left: 1), look)
    let page = page(in: rect, look)
    page.placed.draw(into: &frame, look)
    frame.write(page.lines, in: page.text, look)
    let room = page.text.width - (page.lines.last?.cellWidth ?? page.text.width)
    drawSum(into: &frame, in: page.text.inset(top: page.lines.count), beside: room, look)
  }

  /// The panes, the result last.
  func placed(in rect: Rect, _ look: Look) -> PaneGrid.Placed { page(in: rect, look).placed }

  /// The panes, and the arithmetic with its place.
  private struct Page {
    let placed: PaneGrid.Placed
    let lines: [Line]
    let text: Rect
  }

  /// The arithmetic below the panes; or beside the result, where that makes the cells higher.
  private func page(in rect: Rect, _ look: Look) -> Page {
    let below = below(rect)
    let sum = sumHeight(in: below, look)
    let lines = lines(in: below, sum: sum, look.words)
    let height = lines.count + sum
    let placed = cells(in: below.inset(bottom: height), look)
    let gap = placed.bottom + height < below.rows.upperBound ? 1 : 0
    let top = min(placed.bottom + gap, below.rows.upperBound - height)
    let page = Page(
      placed: placed, lines: lines, text: below.inset(top: top - below.row, left: 1, right: 1))
    guard rect.width >= BackwardDrawing.leastForBeside,
      let beside = pageWithTextBeside(in: below, look),
      let high = beside.placed.views.last, let low = placed.views.last,
      high.rect.height > low.rect.height
    else { return page }
    return beside
  }

  /// The rows that the arithmetic in block digits has, with a free one above it where there is room.
  private func sumHeight(in rect: Rect, _ look: Look) -> Int {
    guard look.hasBlocks, rect.width >= 70 else { return 0 }
    if rect.height >= BackwardDrawing.leastForSum { return isAtOutput ? 5 : 4 }
    // Where the panes stand in one row, or have little to be said of them, they leave room on a low
    // screen too.
    guard rect.height >= BackwardDrawing.leastForLowSum else { return 0 }
    return stage.isKernel ? 5 : isAtOutput ? BackwardDrawing.leastSum : 0
  }

  private var isAtOutput: Bool {
    if case .output = stage { true } else { false }
  }

  private static let leastForBeside = 140
  /// The height from which on the arithmetic stands in block digits too.
  private static let (leastForSum, leastForLowSum) = (26, 19)
  private static let leastSum = 3
  /// The narrowest text that stands beside the result.
  private static let leastText = 30

  private func pageWithTextBeside(in rect: Rect, _ look: Look) -> Page? {
    let placed = cells(in: rect, look)
    guard let result = placed.views.last, placed.views.count == 3,
      result.rect.row > placed.views[0].rect.rows.upperBound - 1
    else { return nil }
    let left = result.rect.columns.upperBound + 4 - rect.column
    let text = rect.inset(top: result.rect.row - rect.row, left: left, right: 1)
    guard text.width >= BackwardDrawing.leastText else { return nil }
    let lines = self.text(width: text.width, height: text.height, look.words)
    return lines.count <= text.height ? Page(placed: placed, lines: lines, text: text) : nil
  }

  /// The panes with all their numbers, or where those do not fit, in part.
  private func cells(in rect: Rect, _ look: Look) -> PaneGrid.Placed {
    let (panes, operators) = (panes(look.words), operators)
    var numbers = NumberPanes(panes, operators: operators, rowBreak: 2)
    numbers.mayHaveBarsOnly = true
    // With two decimals, if that can be: what is added up would look wrong in whole numbers.
    numbers.leastColumns = 4
    let whole = numbers.placed(in: rect, look)
    if !(whole?.hasBlocks(look) ?? false), hasEqualRows,
      let part = panes.equalRows(
        around: cell.row, in: rect, look,
        {
          var numbers = NumberPanes($0, operators: operators, rowBreak: 2)
          numbers.mayHaveBarsOnly = true
          return numbers
        })
    {
      return part
    }
    if let whole { return whole }
    numbers.leastColumns = 2
    return numbers.placed(in: rect, look)
      ?? PaneGrid([panes], operators: operators).placed(in: rect, look)
  }

  /// Whether some rows of each matrix stand for all of them.
  private var hasEqualRows: Bool {
    trace.geometry.rows.padding == 0
      && [trace.forward.input, trace.output, target, trace.inputTrace.input, trace.inputGradient]
        .allSatisfy(\.hasEqualRows)
  }

  var legend: Legend {
    Legend(name: resultName, scale: scale, isResult: true, isKnown: isDone)
  }

  private func below(_ rect: Rect) -> Rect { rect.inset(top: rect.height > 30 ? 2 : 1) }

  private func lines(in rect: Rect, sum: Int, _ words: Words) -> [Line] {
    let width = Board.textWidth(rect)
    if sum == BackwardDrawing.leastSum { return shortText(width: width, words) }
    return text(
      width: width, height: max(sum > 0 ? 6 : 4, rect.height * 2 / 5 - sum), words)
  }

  private var operators: [String] {
    switch stage {
    // Both are drawn as they are computed: the difference, of which the multiple comes.
    case .start, .output: ["−", "×\(Formula.factor(reduction, target)) →"]
    case .kernel, .input: ["⋆", "="]
    }
  }

  private func panes(_ words: Words) -> [Pane] {
    switch stage {
    case .start, .output: outputPanes(words)
    case .kernel(let windows): kernelPanes(windows, words)
    case .input(let elements): inputPanes(elements, words)
    }
  }

  // MARK: The result and the cell of it that is looked at

  /// What the stage works out, when it is done.
  var result: Tensor {
    switch stage {
    case .start, .output: trace.outputGradient
    case .kernel: trace.kernelGradient(windows: trace.geometry.windowCount)
    case .input: trace.inputGradient
    }
  }

  /// Whether all of the result is there: its range gives away what is still to come.
  private var isDone: Bool {
    switch stage {
    case .start: false
    case .output(let elements): elements == trace.geometry.windowCount
    case .kernel(let windows): windows == trace.geometry.windowCount
    case .input(let elements): elements == trace.geometry.input.count
    }
  }

  /// Whether the number of the cell that is looked at is there, so that it can be checked.
  var isCellDone: Bool {
    guard case .input(let elements) = stage else { return isDone }
    return cell.row * trace.geometry.input.columns + cell.column < elements
  }

  /// The colour scale of the result and of its partial sums.
  private var scale: ColorScale {
    guard case .kernel(let windows) = stage else { return ColorScale(result.finiteRange) }
    return ColorScale(covering: [trace.kernelGradient(windows: windows), result])
  }

  var resultName: String {
    switch stage {
    case .start, .output: "∂L/∂Ŷ"
    case .kernel: "∂L/∂K"
    case .input: "∂L/∂X"
    }
  }

  /// The cell under the cursor, or the one that the step has reached.
  var cell: Position {
    if let cursor { return cursor }
    guard case .input(let elements) = stage else { return .zero }
    let columns = trace.geometry.input.columns
    return Position(elements - 1, inRowsOf: columns)
  }

  /// The windows over G that give the element of ∂L/∂X that is looked at; more than one where the
  /// padding repeats it.
  var inputWindows: [TracedWindow] {
    trace.inputWindows(cell).map {
      TracedWindow(
        trace: trace.inputTrace, window: $0,
        done: trace.inputTrace.geometry.productsPerWindow, input: spreadName, kernel: "K′",
        result: Formula.cell(resultName, cell))
    }
  }

  /// Between the elements of G stand zeros where the stride is more than 1.
  private var spreadName: String {
    trace.inputTrace.input.shape == trace.outputGradient.shape ? "G" : "G′"
  }

  // MARK: Panes

  private func title(_ name: String, _ detail: String) -> Line {
    [Span(name, .strong), Span("  " + detail, .secondary)]
  }

  private var gradientPlane: Plane { Plane(trace.outputGradient) }

  private func outputPanes(_ words: Words) -> [Pane] {
    let scale = ColorScale(covering: [trace.output, target])
    var gradient = Pane(
      title("G = ∂L/∂Ŷ", "= \(Formula.factor(reduction, target))·(Ŷ − Y)"), gradientPlane)
    if !isDone {
      let number = trace.outputGradient[cell.row, cell.column]
      let asked = stage == .start ? CellValue.hidden : .number(number)
      gradient.value = { [cell] row, column in
        Position(row: row, column: column) == cell ? asked : .empty
      }
    }
    let panes = [
      Pane(title("Ŷ", "X ⋆ K"), Plane(trace.output, scale: scale)),
      Pane(title("Y", words.targetName), Plane(target, scale: scale)), gradient,
    ]
    return panes.enumerated().map { index, pane in
      var pane = pane
      pane.focus = cell
      pane.outline = stage == .start ? nil : Block(cell)
      pane.isOutlinedAtTimes = true
      if index == 2 { (pane.cursor, pane.isResult) = (cursor, true) }
      return pane
    }
  }

  private func kernelPanes(_ windows: Int, _ words: Words) -> [Pane] {
    let window = trace.forward.window(windows - 1)
    let traced = TracedWindow(
      trace: trace.forward, window: window, done: trace.geometry.productsPerWindow, result: "")
    var input = traced.inputPane(
      title("X", words.window(windows, of: trace.geometry.windowCount)), Plane(trace.forward.input))
    input.share = 1
    input.mark =
      trace.kernelTrace.product(windows - 1, of: Trace.Window(kernel: 0, at: cell)).place
    var gradient = Pane(title("G", "∂L/∂Ŷ"), gradientPlane)
    gradient.outline = Block(window.at)
    gradient.focus = window.at
    gradient.share = 2
    gradient.isLit = { Position(row: $0, column: $1) == window.at }
    let sums = trace.kernelGradient(windows: windows)
    var kernel = Pane(
      title("∂L/∂K", windows < trace.geometry.windowCount ? words.soFar : ""),
      Plane(
        sums, format: NumberFormat(sums.elements + result.elements), scale: scale))
    kernel.share = 2
    kernel.isResult = true
    kernel.cursor = cursor
    kernel.mark = cell
    kernel.focus = cell
    return [input, gradient, kernel]
  }

  private func inputPanes(_ elements: Int, _ words: Words) -> [Pane] {
    let plane = Plane(trace.inputTrace.input, format: gradientPlane.format)
    let name = spreadName == "G" ? "∂L/∂Ŷ" : words.zerosBetween
    var result = Pane(title("∂L/∂X", trace.inputGradient.shape.description), Plane(self.result))
    let columns = trace.geometry.input.columns
    result.value = { row, column in
      row * columns + column < elements ? .number(trace.inputGradient[row, column]) : .empty
    }
    result.share = 2
    result.isResult = true
    result.outline = Block(cell)
    result.focus = cell
    result.cursor = cursor
    var kernel = Pane(title("K′", words.turned), Plane(trace.inputTrace.kernel))
    kernel.share = 2
    return [inputWindows[0].inputPane(title(spreadName, name), plane), kernel, result]
  }
}
