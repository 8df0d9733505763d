import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Model
@testable import Terminal

/// What the back row sees, and what moves by itself.
struct LargeTests {
  private static let sizes = [
    Size(width: 40, height: 12), .standard, Size(width: 110, height: 34),
    Size(width: 200, height: 60),
  ]

  private mutating func move(_ state: inout State, to point: Point) {
    _ = state.handle(.input(.mouse(Mouse(action: .move, at: point))))
  }

  @Test(arguments: SceneKind.allCases, sizes)
  func whatIsSecondaryGoesAndComesBack(_ kind: SceneKind, _ size: Size) throws {
    var state = try State.opened(kind, size: size)
    try state.press("right")
    let before = state.frame()
    try state.press("b")
    #expect(state.notice?.contains("b leads back") == true)
    state.notice = nil
    let large = state.frame().text
    #expect(!large.contains("convtui") && !large.contains("quit"))
    #expect(state.layout.body.height == size.height - 1)
    try state.press("b")
    #expect(state.frame() == before)
  }

  @Test func cellsBecomeLarger() throws {
    for kind in [SceneKind.slide, .pool] {
      var state = try State.opened(kind)
      func cell() throws -> Int {
        let scene = try #require(state.scene as? any SceneWithCells)
        return scene.views(in: state.layout.body, state.look)[0].shape.verticalPitch
      }
      let before = try cell()
      try state.press("b")
      // Pool has no room for more.
      #expect(try kind == .pool ? cell() >= before : cell() > before, "\(kind)")
    }
  }

  @Test(arguments: sizes.dropFirst())
  func theSumInBlockDigitsStays(_ size: Size) throws {
    var state = try State.opened(size: size)
    try state.press("right b")
    let scene = try #require(state.scene as? SlideScene)
    let lines = scene.placed(in: state.layout.body, state.look).place
    let frame = state.frame()
    #expect(
      (lines.rows.upperBound..<size.height).contains { row in
        frame.row(row).contains { $0.glyph.isBlock }
      })
  }

  @Test func aQuestionAndALessonStandThereToo() throws {
    var state = try State.opened()
    state.begin(
      try LessonRun(
        LessonReader.lesson(BuiltInLesson.layer.bytes), scenes: SceneKind.examples(), from: 1, words
      ))
    try state.press("esc b 1 9")
    #expect(state.frame().text.contains("What is Y[0,0]?"))
    // It takes no more room than it needs, and a verdict has its place.
    #expect(state.layout.lesson.height < 7)
    try state.press("enter")
    #expect(state.frame().text.contains("Not yet"))
    try state.press("esc g")
    #expect(state.frame().text.contains("go to"))
  }

  @Test mutating func theCellUnderThePointerIsOutlined() throws {
    var state = try State.opened(size: Size(width: 110, height: 34))
    try state.press("right")
    let scene = try #require(state.scene as? any SceneWithCells)
    move(&state, to: Point(row: 10, column: 10))
    #expect(state.pointer == nil)
    try state.press("b right left")
    let plain = state.frame()
    for view in scene.views(in: state.layout.body, state.look) {
      let cell = view.rect(of: Block(rows: 0..<1, columns: 1..<2))
      move(&state, to: Point(row: cell.row + 1, column: cell.column + 1))
      let pointed = state.frame()
      #expect(pointed != plain)
      // Nothing changes but around the cell, and its number stays.
      let ring = cell.inset(top: -1, left: -1, bottom: -1, right: -1)
      for row in 0..<34 {
        for column in 0..<110 where pointed[row, column] != plain[row, column] {
          #expect(ring.contains(Point(row: row, column: column)))
        }
      }
    }
    // Where no cell is, the place itself is shown, also at an edge.
    for point in [
      Point(row: 0, column: 0), Point(row: 30, column: 60), Point(row: 31, column: 109),
    ] {
      move(&state, to: point)
      #expect(state.frame() != plain)
    }
    try state.press("b")
    #expect(state.pointer == nil)
  }

  @Test(arguments: SceneKind.allCases)
  mutating func thePointerIsDrawnEverywhereAtEverySize(_ kind: SceneKind) throws {
    for size in Self.sizes {
      var state = try State.opened(kind, size: size)
      try state.press("b right")
      for row in stride(from: 0, to: size.height, by: max(3, size.height / 5)) {
        for column in stride(from: 0, to: size.width, by: max(7, size.width / 4)) {
          move(&state, to: Point(row: row, column: column))
          #expect(state.frame().size == size)
        }
      }
    }
  }

  // MARK: Motion

  @Test func motionIsSlowerForTheBackRow() throws {
    var state = try State.opened()
    try state.press("space")
    let pause = try #require(state.nextTick)
    try state.press("b")
    #expect(state.nextTick == pause * 2)
    _ = state.handle(.tick(pause))
    #expect(state.scene.timeline.step == 0)
    _ = state.handle(.tick(pause))
    #expect(state.scene.timeline.step == 1)
  }

  @Test(arguments: SceneKind.allCases) func calmMovesNothingByItself(_ kind: SceneKind) throws {
    var look = Look()
    look.isCalm = true
    var state = try State.opened(kind, look: look)
    try state.press("space")
    #expect(!state.scene.timeline.isPlaying)
    #expect(state.scene.timeline.step == (state.scene.timeline.length > 0 ? 1 : 0))
  }

  @Test func aLessonThatPlaysShowsTheEndAtOnceWhereItIsCalm() throws {
    let file = "title: T\nsteps:\n  - say: Look.\n    scene: slide\n    play: true\n"
    var look = Look()
    look.isCalm = true
    var state = try State.opened(look: look)
    state.begin(
      try LessonRun(
        LessonReader.lesson(Array(file.utf8)), scenes: SceneKind.examples(), words))
    #expect(state.nextTick == nil && state.scene.timeline.step == 4)
  }
}
