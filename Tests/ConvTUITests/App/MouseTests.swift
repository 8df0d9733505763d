import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct MouseTests {
  /// Where a cell of a pane of the slide stands.
  private func place(_ pane: Int, _ at: Position, in state: State) throws -> Point {
    let slide = try #require(state.slide)
    let placed = slide.placed(in: state.layout.body, state.look)
    return placed.views[pane].rect(of: Block(at)).middle
  }

  @Test(arguments: [Size.standard, Size(width: 110, height: 34), Size(width: 50, height: 14)])
  func clickOnAnOutputGoesToItsWindow(_ size: Size) throws {
    for depth in ColorDepth.allCases {
      var state = try State.opened(size: size, look: Look(depth: depth))
      for number in [3, 0, 2, 1] {
        let at = Position(row: number / 2, column: number % 2)
        state.click(try place(2, at, in: state))
        #expect(state.scene.timeline.step == number + 1 && state.scene.timeline.part == 4)
        #expect(state.slide?.cursor == nil)
      }
    }
  }

  @Test func clickOnACellOfXOrKPutsTheCursorThere() throws {
    var state = try State.opened()
    for (pane, panel) in [(0, SlideScene.Panel.input), (1, .kernel)] {
      let at = Position(row: 1, column: 0)
      state.click(try place(pane, at, in: state))
      #expect(state.slide?.cursor == SlideScene.Cursor(panel: panel, at: at))
    }
    state.click(Point(row: 20, column: 70))
    #expect(state.slide?.cursor == nil)
  }

  @Test func clickOnThePaddingPicksNothing() throws {
    var state = try State.opened()
    try state.press("padding+")
    state.click(try place(0, Position(row: -1, column: -1), in: state))
    #expect(state.slide?.cursor == nil)
  }

  @Test(arguments: SceneKind.allCases.filter { $0 != .maps })
  func wheelSteps(_ name: SceneKind) throws {
    var state = try State.opened(name)
    try state.press("g 1 enter")
    state.turnWheel(.wheelDown)
    #expect(state.scene.timeline.step == 2)
    state.turnWheel(.wheelUp)
    state.turnWheel(.wheelUp)
    #expect(state.scene.timeline.step == 0)
  }

  @Test func wheelZoomsWhereThereIsZoom() throws {
    var state = try State.opened(.maps)
    let before = state.frame()
    state.turnWheel(.wheelUp)
    #expect(state.scene.timeline.step == 0 && state.frame() != before)
    state.turnWheel(.wheelDown)
    #expect(state.frame() == before)
  }

  @Test(arguments: SceneKind.allCases) func keysOfTheLastLineAreClicked(_ name: SceneKind) throws {
    let size = Size(width: 110, height: 34)
    for (label, key) in [("help", "?"), ("settings", "s"), ("commands", "/"), ("play", "space")] {
      var clicked = try State.opened(name, size: size)
      let row = clicked.frame().text(row: 33)
      let place = try #require(row.range(of: label))
      let column = row.distance(from: row.startIndex, to: place.lowerBound)
      clicked.click(Point(row: 33, column: column))
      #expect(try clicked.frame() == State.opened(name, size: size).frame(after: key), "\(label)")
    }
  }

  @Test func clickOnTheSpeedPlaysFaster() throws {
    var state = try State.opened(size: Size(width: 110, height: 34))
    let row = state.layout.transport.row
    let text = state.frame().text(row: row)
    let place = try #require(text.range(of: "2 /s"))
    state.click(Point(row: row, column: text.distance(from: text.startIndex, to: place.lowerBound)))
    #expect(state.frame().text(row: row).contains("4 /s"))
    state.click(Point(row: row, column: 2))
    #expect(state.scene.timeline.isPlaying)
  }

  @Test func clickOnATabChangesTheScene() throws {
    var state = try State.opened(size: Size(width: 110, height: 34))
    for name in SceneKind.allCases.reversed() {
      state.click(try #require(state.frame().place(of: name.title(words))))
      #expect(state.scene.kind == name)
    }
  }

  @Test(arguments: [40, 80]) func clickOnANumberOfANarrowScreenChangesTheScene(_ width: Int) throws
  {
    var state = try State.opened(size: Size(width: width, height: 24))
    for (index, name) in SceneKind.allCases.enumerated().reversed() {
      state.click(try #require(state.frame().place(of: "\(index + 1)")))
      #expect(state.scene.kind == name && state.frame().text.contains(name.title(words)))
    }
  }

  @Test(arguments: [SceneKind.slide, .edges, .learn, .flip])
  func clickOnTheBarScrubs(_ name: SceneKind) throws {
    var state = try State.opened(name)
    try state.press("home")
    let row = state.layout.transport.row
    let columns = state.frame().row(row).enumerated().filter { $0.element.glyph == "─" }
      .map(\.offset)
    let first = try #require(columns.first)
    let last = try #require(columns.last)
    var steps: [Int] = []
    for column in first...last {
      state.click(Point(row: row, column: column))
      steps.append(state.scene.timeline.step)
    }
    #expect(steps.first == 0 && steps.last == state.scene.timeline.length)
    #expect(steps == steps.sorted())
    state.click(Point(row: row, column: 1))
    #expect(state.scene.timeline.step == steps.last)
  }

  @Test func clickOnAUnitOfAFieldPicksIt() throws {
    var state = try State.opened(.field, look: Look(hasBlocks: false))
    try state.press(". . home")
    let corner = try #require(state.frame().place(of: "1      2"))
    state.click(corner)
    #expect(state.field?.map == 0 && state.field?.unit == .zero)
  }

  @Test(arguments: [Size.standard, Size(width: 110, height: 34), Size(width: 50, height: 14)])
  func dragInTheBodyIsTheScenes(_ size: Size) {
    var state = State(scenes: [Sketch()], look: Look(), size: size)
    let body = ScreenLayout(size).body
    let stroke = [
      Point(row: body.row, column: body.column), body.middle,
      Point(row: body.row + body.height - 1, column: body.column + body.width - 1),
    ]
    state.click(stroke[0])
    for point in stroke { state.drag(point) }
    #expect(state.sketch?.starts == [stroke[0]] && state.sketch?.way == stroke)
    #expect(state.sketch?.places == [body])
  }

  @Test func dragElsewhereIsNobodys() {
    var state = State(scenes: [Sketch()], look: Look(), size: .standard)
    let layout = ScreenLayout(.standard)
    for rect in [layout.header, layout.footer] { state.drag(rect.middle) }
    #expect(state.sketch?.way == [] && state.scene.timeline.step == 0)
    state.drag(layout.transport.middle)
    #expect(state.sketch?.way == [])
  }

  @Test(arguments: ["?", "g"]) func dragUnderHelpOrAQuestionIsNobodys(_ key: String) throws {
    var state = State(scenes: [Sketch()], look: Look(), size: .standard)
    try state.press(key)
    state.drag(ScreenLayout(.standard).body.middle)
    #expect(state.sketch?.way == [])
    #expect(state.overlay != nil || state.prompt != nil)
  }

  @Test(arguments: SceneKind.allCases) func dragChangesNoBuiltInScene(_ name: SceneKind) throws {
    var state = try State.opened(name)
    let before = state.frame()
    for row in 0..<state.size.height where row != state.layout.transport.row {
      state.drag(Point(row: row, column: 30))
    }
    #expect(state.frame() == before)
  }
}

/// A scene that notes what the mouse does to it.
private struct Sketch: SceneWithPointer {
  let kind = SceneKind.slide
  var timeline = Timeline(length: 5)
  func facts(_ words: Words) -> [String] { [] }
  func positionText(_ words: Words) -> String { "" }
  func about(_ words: Words) -> [String] { [] }
  func legend(_ words: Words) -> Legend { Legend(name: "", scale: ColorScale(nil)) }
  var starts: [Point] = []
  var way: [Point] = []
  var places: Set<Rect> = []

  mutating func perform(_ action: Action, _ words: Words) -> Response { .done }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) { starts.append(point) }

  mutating func drag(_ point: Point, in rect: Rect, _ look: Look) {
    way.append(point)
    places.insert(rect)
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {}
}

extension State {
  fileprivate var sketch: Sketch? { scene as? Sketch }
}
