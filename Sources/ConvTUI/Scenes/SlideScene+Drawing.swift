import Model

extension SlideScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    board(in: rect).draw(into: &frame, in: rect, look)
  }

  func placed(in rect: Rect, _ look: Look) -> PaneGrid.Placed {
    board(in: rect).placed(in: rect, look)
  }

  private func board(in rect: Rect) -> Board {
    Board(
      PaneGrid([[inputPane, kernelPane, outputPane]], operators: ["⋆", "="]),
      text(width: Board.textWidth(rect), height: max(2, rect.height * 2 / 5)))
  }

  // MARK: Panes

  private func title(_ name: String, _ detail: String) -> Line {
    [Span(name, .strong), Span("  " + detail, .secondary)]
  }

  /// The input with its padding around it, the window, and what the cursor is linked to.
  private var inputPane: Pane {
    let padding = settings.options.padding
    let input = settings.input
    var pane = Pane(title(Text.input, input.shape.description), planes.input)
    pane.extent = Block(
      rows: -padding.rows..<input.shape.rows + padding.rows,
      columns: -padding.columns..<input.shape.columns + padding.columns)
    let (rows, columns) = (geometry.rows, geometry.columns)
    pane.value = { row, column in
      let source = (rows.source(row), columns.source(column))
      guard let r = source.0, let c = source.1 else { return .padding(0) }
      return r == row && c == column ? .number(input[r, c]) : .padding(input[r, c])
    }
    let window = linkedWindow ?? current.window
    pane.outline = block(of: window)
    pane.focus = pane.outline.map {
      Position(
        rows: ($0.rows.lowerBound + $0.rows.upperBound) / 2,
        columns: ($0.columns.lowerBound + $0.columns.upperBound) / 2)
    }
    pane.share = 2
    pane.isLit = { row, column in self.isLit(row, column, window) }
    if current.products > 0, linkedWindow == nil, timeline.part < timeline.parts {
      pane.mark = trace.product(current.products - 1, of: current.window).place
    }
    place(.input, in: &pane)
    return pane
  }

  private var kernelPane: Pane {
    let name = kernelName ?? settings.kernel.shape.description
    var pane = Pane(title(Text.kernel, name), planes.kernel)
    if current.products > 0, timeline.part < timeline.parts {
      pane.mark = trace.product(current.products - 1, of: current.window).tap
      pane.focus = pane.mark
    }
    place(.kernel, in: &pane)
    return pane
  }

  /// The outputs reached so far; the current one shows the sum of the products done.
  private var outputPane: Pane {
    var pane = Pane(title(Text.output, output.shape.description), planes.output)
    let (window, products) = current
    let done = timeline.part == timeline.parts ? timeline.step : timeline.step - 1
    pane.value = { row, column in
      let number = row * output.shape.columns + column
      if number < done { return .number(output[row, column]) }
      guard products > 0, row == window.at.rows, column == window.at.columns else {
        return .empty
      }
      return .number(trace.sum(of: window, products: products))
    }
    pane.outline = Block(window.at)
    pane.focus = window.at
    if let cursor, cursor.panel == .input {
      let rows = Set(geometry.rows.outputs(covering: cursor.at.rows))
      let columns = Set(geometry.columns.outputs(covering: cursor.at.columns))
      pane.isLit = { rows.contains($0) && columns.contains($1) }
      pane.outline = nil
    }
    place(.output, in: &pane)
    return pane
  }

  private func place(_ panel: Panel, in pane: inout Pane) {
    guard let cursor, cursor.panel == panel else { return }
    pane.cursor = cursor.at
    pane.focus = cursor.at
  }

  // MARK: Links

  /// The window of the output under the cursor.
  private var linkedWindow: Trace.Window? {
    guard let cursor, cursor.panel == .output else { return nil }
    return Trace.Window(kernel: 0, at: cursor.at)
  }

  private func block(of window: Trace.Window) -> Block {
    let row = geometry.rows.place(output: window.at.rows, tap: 0)
    let column = geometry.columns.place(output: window.at.columns, tap: 0)
    return Block(
      rows: row..<row + geometry.rows.span, columns: column..<column + geometry.columns.span)
  }

  /// Whether an input is met by the window, or by the weight under the cursor.
  private func isLit(_ row: Int, _ column: Int, _ window: Trace.Window) -> Bool {
    if let cursor, cursor.panel == .kernel {
      return SlideScene.meets(geometry.rows, tap: cursor.at.rows, place: row)
        && SlideScene.meets(geometry.columns, tap: cursor.at.columns, place: column)
    }
    let block = block(of: window)
    return block.contains(row, column)
      && (row - block.rows.lowerBound) % geometry.rows.dilation == 0
      && (column - block.columns.lowerBound) % geometry.columns.dilation == 0
  }

  /// Whether a tap of the kernel ever stands on a place of an axis.
  private static func meets(_ axis: Axis, tap: Int, place: Int) -> Bool {
    let offset = place - axis.place(output: 0, tap: tap)
    return offset >= 0 && offset % axis.stride == 0 && offset / axis.stride < axis.output
  }
}
