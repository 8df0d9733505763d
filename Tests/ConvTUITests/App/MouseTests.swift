import Model
import Testing

@testable import ConvTUI

struct MouseTests {
  /// Where a cell of a pane of the slide stands.
  private func place(_ pane: Int, _ at: Position, in state: State) throws -> Point {
    let slide = try #require(state.slide)
    let placed = slide.placed(in: ScreenLayout(state.size).body, state.look)
    return placed.views[pane].rect(of: Block(at)).middle
  }

  @Test(arguments: [Size.standard, Size(width: 110, height: 34), Size(width: 50, height: 14)])
  func clickOnAnOutputGoesToItsWindow(_ size: Size) throws {
    for depth in ColorDepth.allCases {
      var state = try State.opened(size: size, look: Look(depth: depth))
      for number in [3, 0, 2, 1] {
        let at = Position(rows: number / 2, columns: number % 2)
        state.click(try place(2, at, in: state))
        #expect(state.scene.timeline.step == number + 1 && state.scene.timeline.part == 4)
        #expect(state.slide?.cursor == nil)
      }
    }
  }

  @Test func clickOnACellOfXOrKPutsTheCursorThere() throws {
    var state = try State.opened()
    for (pane, panel) in [(0, SlideScene.Panel.input), (1, .kernel)] {
      let at = Position(rows: 1, columns: 0)
      state.click(try place(pane, at, in: state))
      #expect(state.slide?.cursor == SlideScene.Cursor(panel: panel, at: at))
    }
    state.click(Point(row: 20, column: 70))
    #expect(state.slide?.cursor == nil)
  }

  @Test func clickOnThePaddingPicksNothing() throws {
    var state = try State.opened()
    try state.press("p")
    state.click(try place(0, Position(rows: -1, columns: -1), in: state))
    #expect(state.slide?.cursor == nil)
  }

  @Test(arguments: SceneName.allCases) func wheelSteps(_ name: SceneName) throws {
    var state = try State.opened(name)
    try state.press("g 1 enter")
    state.turnWheel(.wheelDown)
    #expect(state.scene.timeline.step == 2)
    state.turnWheel(.wheelUp)
    state.turnWheel(.wheelUp)
    #expect(state.scene.timeline.step == 0)
  }

  @Test func clickOnATabChangesTheScene() throws {
    var state = try State.opened(size: Size(width: 110, height: 34))
    for name in SceneName.allCases.reversed() {
      state.click(try #require(state.frame().place(of: Text.title(name))))
      #expect(state.scene.name == name)
    }
  }

  @Test(arguments: [40, 80]) func clickOnANumberOfANarrowScreenChangesTheScene(_ width: Int) throws
  {
    var state = try State.opened(size: Size(width: width, height: 24))
    for (index, name) in SceneName.allCases.enumerated().reversed() {
      state.click(try #require(state.frame().place(of: "\(index + 1)")))
      #expect(state.scene.name == name && state.frame().text.contains(Text.title(name)))
    }
  }

  @Test(arguments: [SceneName.slide, .edges, .learn, .flip])
  func clickOnTheBarScrubs(_ name: SceneName) throws {
    var state = try State.opened(name)
    try state.press("home")
    let row = ScreenLayout(state.size).transport.row
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
    var state = try State.opened(.field)
    let corner = try #require(state.frame().place(of: "1      2"))
    state.click(corner)
    #expect(state.field?.map == 0 && state.field?.unit == Position(0))
  }
}
