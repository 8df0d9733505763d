import Model
import Testing

@testable import ConvTUI
@testable import Drawing

/// The cells that light up with the cursor are those that the trace says meet.
struct SlideSceneLinkTests {
  /// A random slide with its cursor in a panel.
  struct Case: Sendable, CustomTestStringConvertible {
    let seed: UInt64
    let panel: SlideScene.Panel

    var testDescription: String { "seed \(seed), \(panel)" }

    func scene() throws -> SlideScene {
      var generator = SeededGenerator(seed: seed)
      func pair(_ range: ClosedRange<Int>) -> PerAxis<Int> {
        PerAxis(
          rows: Int.random(in: range, using: &generator),
          columns: Int.random(in: range, using: &generator))
      }
      let (size, taps) = (pair(5...8), pair(1...3))
      var scene = try SlideScene.random(
        Shape(size.rows, size.columns), Shape(taps.rows, taps.columns),
        options: CorrelationOptions(
          stride: pair(1...3), padding: pair(0...2), dilation: pair(1...2)), seed: seed)
      let extent = scene.extent(of: panel)
      scene.cursor = SlideScene.Cursor(
        panel: panel,
        at: Position(
          row: Int.random(in: 0..<extent.rows, using: &generator),
          column: Int.random(in: 0..<extent.columns, using: &generator)))
      scene.timeline.go(
        toStep: Int.random(in: 0...scene.geometry.windowCount, using: &generator))
      return scene
    }
  }

  static let cases = (1...12).flatMap { seed in
    SlideScene.Panel.allCases.map { Case(seed: UInt64(seed), panel: $0) }
  }

  @Test(arguments: cases) func cellsThatLightUpAreThoseThatMeet(_ example: Case) throws {
    let scene = try example.scene()
    let cursor = try #require(scene.cursor)
    let trace = scene.trace
    var inputs: Set<Position> = []
    var outputs: Set<Position> = []
    for number in 0..<scene.geometry.windowCount {
      let window = trace.window(number)
      for n in 0..<scene.geometry.productsPerWindow {
        let product = trace.product(n, of: window)
        switch cursor.panel {
        case .input where product.place == cursor.at: outputs.insert(window.at)
        case .kernel where product.tap == cursor.at: inputs.insert(product.place)
        case .output where window.at == cursor.at: inputs.insert(product.place)
        default: break
        }
      }
    }
    let screen = Rect(Size(width: 150, height: 60))
    let views = scene.placed(in: screen, Look()).views
    let (number, expected) = cursor.panel == .input ? (2, outputs) : (0, inputs)
    let pane = try #require(views.first { $0.pane.number == number })
    var lit: Set<Position> = []
    for row in pane.pane.extent.rows {
      for column in pane.pane.extent.columns where pane.pane.isLit?(row, column) == true {
        lit.insert(Position(row: row, column: column))
      }
    }
    #expect(lit == expected)
  }

  @Test func outputUnderTheCursorOutlinesItsWindow() throws {
    var state = try State.opened()
    try state.press("tab tab tab down right")
    let slide = try #require(state.slide)
    let input = slide.placed(in: state.layout.body, state.look).views[0]
    #expect(input.pane.outline == Block(rows: 1..<3, columns: 1..<3))
  }

  @Test func cursorStaysInItsPanel() throws {
    var state = try State.opened()
    try state.press("tab up up left left left")
    #expect(state.slide?.cursor?.at == .zero)
    for _ in 0..<9 { try state.press("down right") }
    #expect(state.slide?.cursor?.at == Position(row: 2, column: 2))
  }

  @Test func tabGoesThroughThePanelsAndOut() throws {
    var state = try State.opened()
    var panels: [SlideScene.Panel?] = []
    for _ in 0..<4 {
      try state.press("tab")
      panels.append(state.slide?.cursor?.panel)
    }
    #expect(panels == [.input, .kernel, .output, nil])
    try state.press("backtab")
    #expect(state.slide?.cursor?.panel == .output)
    try state.press("esc")
    #expect(state.slide?.cursor == nil)
  }
}
