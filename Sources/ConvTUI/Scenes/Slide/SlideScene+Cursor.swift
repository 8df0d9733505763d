import Drawing
import Formats
import Model

/// The cursor in X, K or Y, and what the keys and the mouse do with it.
extension SlideScene: SceneWithPointer {
  /// Does what the keys ask of the cursor; nil where the action is another.
  mutating func performOnCursor(_ action: Action, _ words: Words) -> Response? {
    switch action {
    case .nextPanel: moveToPanel(1)
    case .previousPanel: moveToPanel(-1)
    case .move(let direction):
      let at = cursor.map { moved($0.at, direction) }
      moveCursor { at ?? $0 }
      paintUnderPen()
    case .leave:
      cursor = nil
      isPenDown = false
    case .pick, .edit: return pick(action, words)
    default: return nil
    }
    return .done
  }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    if view == .matrix { return clickOnMatrix(point, in: rect, look) }
    click(placed(in: rect, look).hit(point))
  }

  /// Takes a click on one of the panes X, K and Y, or beside them.
  mutating func click(_ hit: PaneGrid.Placed.Hit?) {
    (isPenDown, isPainting) = (false, false)
    guard let hit, let panel = Panel(rawValue: hit.pane) else {
      cursor = nil
      return
    }
    press(hit.at, in: panel)
  }

  mutating func drag(_ point: Point, in rect: Rect, _ look: Look) {
    if view == .run { drag(to: placed(in: rect, look).hit(point)) }
  }

  /// Paints the number of the cell where the stroke began over X or K.
  mutating func drag(to hit: PaneGrid.Placed.Hit?) {
    guard let hit, let start = cursor, hit.pane == start.panel.rawValue, start.panel != .output,
      Block(extent(of: start.panel)).contains(hit.at.row, hit.at.column), hit.at != start.at
    else { return }
    let matrix = start.panel == .input ? settings.input : settings.kernel
    let value = matrix[start.at.row, start.at.column]
    for place in Position.line(from: start.at, to: hit.at) {
      put(value, at: Cursor(panel: start.panel, at: place))
      isPainting = true
    }
    cursor?.at = hit.at
  }

  /// Goes to a cell of the output, or puts the cursor on a cell of X or K.
  mutating func press(_ at: Position, in panel: Panel) {
    guard Block(extent(of: panel)).contains(at.row, at.column) else { return }
    if panel == .output {
      cursor = nil
      go(to: at)
    } else {
      cursor = Cursor(panel: panel, at: at)
    }
  }

  func extent(of panel: Panel) -> Shape {
    switch panel {
    case .input: settings.input.shape
    case .kernel: settings.kernel.shape
    case .output: output.shape
    }
  }

  private mutating func moveToPanel(_ step: Int) {
    isPenDown = false
    let panels: [Panel?] = [nil] + Panel.allCases
    let index = panels.firstIndex(of: cursor?.panel) ?? 0
    let panel = panels[(index + step + panels.count) % panels.count]
    cursor = panel.map { Cursor(panel: $0, at: start(in: $0)) }
  }

  /// Where the cursor enters a panel: at the window that is being computed.
  private func start(in panel: Panel) -> Position {
    let product = trace.product(max(0, current.products - 1), of: current.window)
    switch panel {
    case .input: return product.source ?? .zero
    case .kernel: return traced.tap(of: product)
    case .output: return current.window.at
    }
  }

  /// One cell further; where K and Y stand as columns, one number further.
  private func moved(_ at: Position, _ direction: Direction) -> Position {
    guard view == .matrix, let panel = cursor?.panel, panel != .input else {
      return direction.moved(at)
    }
    let shape = extent(of: panel)
    let isForward = direction == .down || direction == .right
    let step = isForward != (panel == .kernel && sliding.isTurned) ? 1 : -1
    let number = max(0, min(shape.count - 1, at.row * shape.columns + at.column + step))
    return Position(number, inRowsOf: shape.columns)
  }

  /// Moves the cursor within its panel.
  mutating func moveCursor(_ move: (Position) -> Position) {
    guard let cursor else { return }
    let at = Block(extent(of: cursor.panel)).clamp(move(cursor.at))
    self.cursor = Cursor(panel: cursor.panel, at: at)
  }

  /// Enter and e: edits the cell under the cursor; Enter on an output goes to its window.
  private mutating func pick(_ action: Action, _ words: Words) -> Response {
    let cursor = cursor ?? Cursor(panel: .input, at: start(in: .input))
    self.cursor = cursor
    switch cursor.panel {
    case .output:
      guard action == .pick else { return .refused(words.outputIsComputed) }
      go(to: cursor.at)
      return .done
    case .input: return question(inputName, settings.input, cursor.at)
    case .kernel: return question("K", settings.kernel, cursor.at)
    }
  }

  private func question(_ name: String, _ matrix: Tensor, _ at: Position) -> Response {
    .asks(
      Prompt(
        .edit, Formula.cell(name, at) + " =",
        present: NumberList.text(of: matrix[at.row, at.column])))
  }

  /// Goes to the window of an output.
  mutating func go(to output: Position) {
    timeline.stop()
    timeline.go(toStep: trace.number(of: Trace.Window(kernel: 0, at: output)) + 1)
  }
}

extension Position {
  /// The places from one to another, without the first.
  fileprivate static func line(from start: Position, to end: Position) -> [Position] {
    let (rows, columns) = (end.row - start.row, end.column - start.column)
    let count = max(abs(rows), abs(columns))
    return (0..<count).map { step in
      let share = Float(step + 1) / Float(count)
      return Position(
        row: start.row + Int((Float(rows) * share).rounded()),
        column: start.column + Int((Float(columns) * share).rounded()))
    }
  }
}
