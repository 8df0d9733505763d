import Drawing
import Model

/// The windows of the input as the rows of a matrix (im2col): a correlation as a matrix times K.
extension SlideScene {
  /// X, the matrix, K and Y as columns.
  func matrixGrid(_ words: Words) -> PaneGrid {
    PaneGrid(
      [[inputPane(words), windowsPane(words), tapsPane, resultsPane(words)]],
      operators: ["", "·", "="])
  }

  /// A click on a row goes to its window, and so does one on its result.
  mutating func clickOnMatrix(_ point: Point, in rect: Rect, _ look: Look) {
    guard let hit = placed(in: rect, look).hit(point) else {
      cursor = nil
      return
    }
    switch hit.pane {
    case 0: press(hit.at, in: .input)
    case 2: press(weightPlace(tap: hit.at.row), in: .kernel)
    default: press(trace.window(hit.at.row).at, in: .output)
    }
  }

  // MARK: Panes

  /// One row a window, its taps in the order of the products.
  private func windowsPane(_ words: Words) -> Pane {
    let (windows, taps) = (geometry.windowCount, geometry.productsPerWindow)
    var pane = Pane(title(words.unrolled, "\(windows)×\(taps)"), planes.input)
    pane.extent = Block(rows: 0..<windows, columns: 0..<taps)
    let trace = trace
    pane.value = { row, column in
      let product = trace.product(column, of: trace.window(row))
      return product.source == product.place
        ? .number(product.inputValue) : .padding(product.inputValue)
    }
    pane.isLit = isLitInMatrix
    pane.share = 3
    pane.outline = Block(rows: shownWindow..<shownWindow + 1, columns: 0..<taps)
    if traced.currentProduct != nil, cursor?.panel != .output {
      pane.mark = Position(row: shownWindow, column: currentTap)
    }
    pane.focus = Position(row: shownWindow, column: currentTap)
    return pane
  }

  /// The weights as a column, in the order of the taps.
  private var tapsPane: Pane {
    let taps = geometry.productsPerWindow
    var pane = Pane(title(Formula.kernel(sliding), "\(taps)×1"), planes.kernel)
    pane.extent = Block(rows: 0..<taps, columns: 0..<1)
    let weights = trace.kernel.elements
    pane.value = { row, _ in .number(weights[row]) }
    if traced.currentProduct != nil { pane.mark = Position(row: currentTap, column: 0) }
    pane.focus = Position(row: currentTap, column: 0)
    if isAtKernel { pane.cursor = pane.focus }
    return pane
  }

  /// The outputs as a column, in the order of the windows.
  private func resultsPane(_ words: Words) -> Pane {
    var pane = outputPane(words)
    let value = pane.value
    let columns = output.shape.columns
    let place = Position(row: shownWindow, column: 0)
    pane.title = title("Y", "\(geometry.windowCount)×1")
    pane.extent = Block(rows: 0..<geometry.windowCount, columns: 0..<1)
    pane.cell = { row, _ in Position(row, inRowsOf: columns) }
    pane.value = { row, _ in value(row / columns, row % columns) }
    pane.isLit = pane.isLit.map { isLit in { row, _ in isLit(row / columns, row % columns) } }
    pane.outline = pane.outline.map { _ in Block(place) }
    pane.cursor = pane.cursor.map { _ in place }
    pane.focus = place
    return pane
  }

  // MARK: Links

  /// The window whose row is highlighted: the window of the output under the cursor, or the current
  /// one.
  private var shownWindow: Int { trace.number(of: linkedWindow ?? current.window) }

  /// The tap under the cursor, or the one of the last product.
  private var currentTap: Int {
    if let tap = tapUnderCursor { return tap.row * geometry.kernel.columns + tap.column }
    return max(0, min(current.products, geometry.productsPerWindow) - 1)
  }

  /// The place in K of the weight that a tap has.
  private func weightPlace(tap: Int) -> Position {
    traced.tap(of: trace.product(tap, of: current.window))
  }

  /// The row in front; with a cursor in X wherever its cell has gone, with one in K a column.
  private func isLitInMatrix(_ row: Int, _ column: Int) -> Bool {
    switch cursor?.panel {
    case .input: trace.product(column, of: trace.window(row)).source == cursor?.at
    case .kernel: column == currentTap
    default: row == shownWindow
    }
  }
}
