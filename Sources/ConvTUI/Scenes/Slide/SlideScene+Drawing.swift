import Drawing
import Model

extension SlideScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    placed(in: rect, look).draw(into: &frame, look)
  }

  func placed(in rect: Rect, _ look: Look) -> Board.Placed {
    let width = Board.textWidth(rect)
    let most = max(2, rect.height * 2 / 5)
    guard view == .run else {
      return Board(matrixGrid(look.words), text(width: width, height: most, look))
        .placed(in: rect, look)
    }
    // What is asked for takes lines of the scene; then digits come before words.
    let least = look.hidesSums || look.isInLesson ? 1 : 2
    // A lesson says the rest in words: on a low screen the panes have the room of a sum in block digits.
    let isTight = look.isInLesson && rect.height < 30
    let lines = sumRows(width: width) + (look.showsFormulas ? 2 : 0)
    let heights = isTight ? 1...max(1, min(most, lines)) : least...most
    var grid = self.grid(look.words)
    // Where nothing is said of the window, it is not shown either once it has moved.
    if look.arithmetic == .none, timeline.position > 0 {
      for index in grid.panes[0].indices {
        grid.panes[0][index]?.outline = nil
        grid.panes[0][index]?.isLit = nil
      }
    }
    return Board.fitting(
      arrangements(grid), in: rect, look, heights: heights,
      sums: BlockSums(isTight ? [] : [traced.blockSum()], isShown: look.arithmetic == .whole)
    ) { height in
      // What a lesson keeps back has its room already: the panes do not change their size for it.
      var whole = look
      whole.arithmetic = .whole
      let lines = text(width: width, height: height, whole)
      return look.arithmetic == .whole
        ? lines : text(width: width, height: height, look).padded(to: lines.count)
    }
  }

  /// X, K and Y beside each other, K below X, or where X is low, all below each other.
  func arrangements(_ grid: PaneGrid) -> [PaneGrid] {
    var panes = grid.panes[0]
    for index in panes.indices { panes[index]?.number = index }
    let numbered = panes
    let isLow = panes[0]?.extent.rows.count ?? 0 < 4
    let row = PaneGrid([numbered], operators: grid.operators)
    // What stands between them in a row begins their titles.
    for (index, name) in grid.operators.enumerated() {
      if let title = panes[index + 1]?.title.first?.text {
        panes[index + 1]?.title[0].text = name + " " + title
      }
    }
    let column = PaneGrid(panes.map { [$0] }, isCentered: false)
    func below(isSmall: Bool) -> PaneGrid {
      panes[1]?.isSmall = isSmall
      return PaneGrid([[panes[0], panes[2]], [panes[1], nil]], isCentered: false)
    }
    return [row] + (isLow ? [column] : []) + [below(isSmall: false), below(isSmall: true)]
  }

  /// X, K and Y.
  func grid(_ words: Words) -> PaneGrid {
    PaneGrid(
      [[inputPane(words), kernelPane(words), outputPane(words)]],
      operators: [sliding.operation, "="])
  }

  // MARK: Panes

  func title(_ name: String, _ detail: String) -> Line {
    [Span(name, .strong)] + (detail.isEmpty ? [] : [Span("  " + detail, .secondary)])
  }

  /// The window that is being computed.
  var traced: TracedWindow {
    TracedWindow(
      trace: trace, window: current.window, done: current.products, input: inputName,
      result: Formula.cell("Y", current.window.at), isTurned: sliding.isTurned)
  }

  /// The input with its window, and what the cursor is linked to.
  func inputPane(_ words: Words) -> Pane {
    let linked = linkedWindow.map {
      TracedWindow(
        trace: trace, window: $0, done: geometry.productsPerWindow,
        result: Formula.cell("Y", $0.at),
        isTurned: sliding.isTurned)
    }
    var pane = (linked ?? traced).inputPane(
      title(words.input, settings.input.shape.description), planes.input)
    if let tap = tapUnderCursor {
      pane.isLit = { row, column in
        SlideScene.meets(geometry.rows, tap: tap.row, place: row)
          && SlideScene.meets(geometry.columns, tap: tap.column, place: column)
      }
    }
    pane.matrix = "X"
    place(.input, in: &pane)
    return pane
  }

  private func kernelPane(_ words: Words) -> Pane {
    let name = kernelName ?? settings.kernel.shape.description
    var pane = Pane(title(words.kernel, name), planes.kernel)
    if isPenDown, let brush { pane.title.append(Span("  " + words.pen(brush), .accent)) }
    if let product = traced.currentProduct {
      pane.mark = traced.tap(of: product)
      pane.focus = pane.mark
    }
    pane.matrix = "K"
    place(.kernel, in: &pane)
    return pane
  }

  /// The outputs reached so far; the current one shows the sum of the products done.
  func outputPane(_ words: Words) -> Pane {
    var pane = Pane(title(words.output, output.shape.description), planes.output)
    let (window, products) = current
    let done = timeline.part == timeline.parts ? timeline.step : timeline.step - 1
    pane.value = { row, column in
      let number = row * output.shape.columns + column
      if number < done { return .number(output[row, column]) }
      guard products > 0, row == window.at.row, column == window.at.column else {
        return .empty
      }
      return .number(trace.sum(of: window, products: products))
    }
    (pane.isResult, pane.matrix) = (true, "Y")
    pane.scale = outputScale
    pane.outline = Block(window.at)
    pane.focus = window.at
    if let cursor, cursor.panel == .input {
      let rows = Set(geometry.rows.outputs(covering: cursor.at.row))
      let columns = Set(geometry.columns.outputs(covering: cursor.at.column))
      pane.isLit = { rows.contains($0) && columns.contains($1) }
      pane.outline = nil
    }
    place(.output, in: &pane)
    return pane
  }

  /// The colour scale of Y, including the partial sum of one of its numbers.
  var outputScale: ColorScale {
    let (window, products) = current
    guard products > 0, timeline.part < timeline.parts else { return planes.output.scale }
    let sum = trace.sum(of: window, products: products)
    guard sum.isFinite else { return planes.output.scale }
    return ColorScale(covering: [planes.output.scale, ColorScale(sum...sum)])
  }

  private func place(_ panel: Panel, in pane: inout Pane) {
    guard let cursor, cursor.panel == panel else { return }
    pane.cursor = cursor.at
    pane.focus = cursor.at
  }

  // MARK: Links

  /// The window of the output under the cursor.
  var linkedWindow: Trace.Window? {
    guard let cursor, cursor.panel == .output else { return nil }
    return Trace.Window(kernel: 0, at: cursor.at)
  }

  /// The tap whose weight is under the cursor.
  var tapUnderCursor: Position? {
    guard let cursor, cursor.panel == .kernel else { return nil }
    return sliding.isTurned
      ? Position(
        row: kernel.shape.rows - 1 - cursor.at.row,
        column: kernel.shape.columns - 1 - cursor.at.column) : cursor.at
  }

  /// Whether a tap of the kernel ever stands on a place of an axis.
  private static func meets(_ axis: Axis, tap: Int, place: Int) -> Bool {
    let offset = place - axis.place(output: 0, tap: tap)
    return offset >= 0 && offset % axis.stride == 0 && offset / axis.stride < axis.output
  }
}

extension SlideScene: SceneWithCells {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] { placed(in: rect, look).views }
}
