import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// The windows as the rows of a matrix.
struct SlideMatrixTests {
  private static func scene(_ seed: UInt64) throws -> SlideScene {
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
        stride: pair(1...3), padding: pair(0...2),
        mode: PaddingMode.allCases.randomElement(using: &generator) ?? .zeros,
        dilation: pair(1...2)), seed: seed)
    if Bool.random(using: &generator) { _ = scene.set("turned", typed: "on", words) }
    _ = scene.set("bias", typed: "0.5", words)
    scene.view = .matrix
    scene.timeline.go(toStep: scene.timeline.length)
    return scene
  }

  private func views(_ scene: SlideScene) -> [MatrixView] {
    scene.placed(in: Rect(Size(width: 200, height: 120)), Look()).views
  }

  private func number(_ value: CellValue) -> Float {
    switch value {
    case .number(let number), .padding(let number): number
    case .empty, .hidden: .nan
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func everyRowTimesTheKernelIsItsOutput(_ seed: UInt64) throws {
    let scene = try Self.scene(seed)
    let views = views(scene)
    let (matrix, kernel, output) = (views[1].pane, views[2].pane, views[3].pane)
    #expect(matrix.extent.rows.count == scene.output.shape.area)
    #expect(matrix.extent.columns.count == scene.kernel.shape.area)
    for row in matrix.extent.rows {
      let sum = matrix.extent.columns.reduce(Float(0.5)) {
        $0 + number(matrix.value(row, $1)) * number(kernel.value($1, 0))
      }
      #expect(abs(sum - number(output.value(row, 0))) < 1e-3)
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func paddingIsMarkedAndRowsAreThoseOfTheUnrolledInput(_ seed: UInt64) throws {
    let scene = try Self.scene(seed)
    let patches = Patches(scene.settings.input, geometry: scene.geometry)
    let matrix = views(scene)[1].pane
    for row in matrix.extent.rows {
      let window = scene.trace.window(row)
      for column in matrix.extent.columns {
        let product = scene.trace.product(column, of: window)
        let value = matrix.value(row, column)
        let isInside = Block(scene.settings.input.shape).contains(
          product.place.row, product.place.column)
        #expect((value == .number(number(value))) == isInside)
        if scene.sliding.options.mode == .zeros || isInside {
          #expect(number(value) == patches[row, column])
        }
      }
    }
  }

  @Test func rowInFrontIsTheWindowOverX() throws {
    var state = try State.opened()
    try state.press("v right right right")
    let views = state.slide?.placed(in: state.layout.body, state.look).views ?? []
    #expect(views[0].pane.outline == Block(rows: 1..<3, columns: 0..<2))
    #expect(views[1].pane.outline == Block(rows: 2..<3, columns: 0..<4))
    #expect(views[3].pane.outline == Block(rows: 2..<3, columns: 0..<1))
    try state.press(". .")
    let next = state.slide?.placed(in: state.layout.body, state.look).views ?? []
    #expect(next[1].pane.mark == Position(row: 3, column: 1))
    #expect(next[2].pane.mark == Position(row: 1, column: 0))
  }

  @Test func cursorInXLightsWhereItsCellHasGone() throws {
    var state = try State.opened()
    try state.press("v tab right down")
    let matrix = state.slide?.placed(in: state.layout.body, state.look).views[1].pane
    var lit: [Int] = []
    for row in 0..<4 {
      for column in 0..<4 where matrix?.isLit?(row, column) == true { lit.append(4 * row + column) }
    }
    // The middle of X stands in every window, each time under another tap.
    #expect(lit == [3, 6, 9, 12])
  }

  @Test func cursorGoesDownTheColumns() throws {
    var state = try State.opened()
    try state.press("v tab tab down down")
    #expect(state.slide?.cursor?.at == Position(row: 1, column: 0))
    try state.press("e 9 enter")
    #expect(state.slide?.kernel == Tensor(rows: [[0, 1], [9, 3]]))
    try state.press("esc turned+ tab tab down")
    #expect(state.slide?.cursor?.at == Position(row: 1, column: 0))
    try state.press("tab down down enter")
    #expect(state.scene.timeline.step == 3)
  }

  @Test func clickOnARowGoesToItsWindow() throws {
    var state = try State.opened()
    try state.press("v")
    for (pane, step) in [(1, 4), (3, 2), (1, 1)] {
      let view = try #require(
        state.slide?.placed(in: state.layout.body, state.look).views[pane])
      state.click(view.rect(of: Block(Position(row: step - 1, column: 0))).middle)
      #expect(state.scene.timeline.step == step)
    }
  }

  @Test(arguments: SceneDrawingTests.sizes, [ColorDepth.none, .palette, .direct])
  func itIsDrawnAtEverySize(_ size: Size, _ depth: ColorDepth) throws {
    var scenes = try (1...4).map { try Self.scene($0) }
    var large = try SlideScene.random(Shape(300, 200), Shape(5, 5), seed: 9)
    large.view = .matrix
    large.timeline.go(toStep: 30_000)
    scenes.append(large)
    for scene in scenes {
      var state = try State.opened(with: scene, size: size, look: Look(depth: depth))
      for key in ["tab", "tab", "tab", "tab", "left"] {
        #expect(state.frame().size == size)
        try state.press(key)
      }
    }
  }
}
