import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct SurfaceViewTests {
  private static func opened(_ keys: String = "", size: Size = .standard) throws -> State {
    var state = try State.opened(.learn, size: size)
    try state.press("v \(keys)")
    return state
  }

  /// A run with nine weights.
  private static func sobel() throws -> LearnScene {
    var generator = SeededGenerator(seed: 9)
    let image = Tensor(
      Shape(10, 12), (0..<120).map { _ in Float.random(in: 0...1, using: &generator) })
    let target = Tensor(rows: [[1, 0, -1], [2, 0, -2], [1, 0, -1]])
    let start = Tensor.randomKernel(target.shape, seed: 3)
    var scene = LearnScene(
      try LearnScene.Task(image: image, targetKernel: target),
      LearnScene.Settings(learningRate: 0.002, initialWeight: start))
    scene.view = .surface
    return scene
  }

  @Test func theMinimumAndTheSteepestWayAreSaid() throws {
    let text = try Self.opened("right").frame().text
    #expect(text.contains("minimum 0 at (1, −1)"))
    #expect(text.contains("grows 5 times as much along (1, 1) as along (1, −1)"))
  }

  @Test func theMinimumIsAskedForBeforeTheFirstStep() throws {
    let text = try Self.opened("").frame().text
    #expect(text.contains("Where is the loss least") && !text.contains("minimum 0"))
    #expect(!text.contains("◇") && !text.contains("as much along"))
  }

  @Test func theMarksStandWhereTheWeightsAre() throws {
    let state = try Self.opened("right right", size: Size(width: 110, height: 34))
    let learn = try #require(state.learn)
    let frame = state.frame()
    let window = learn.surfaceDrawing(words).window(in: state.layout.body)
    func glyph(at weight: [Float]) throws -> Character {
      let place = try #require(
        window.place(of: LossPlane.Point(Double(weight[0]), Double(weight[1]))))
      return frame[place.row, place.column].glyph
    }
    #expect(try glyph(at: [1, -1]) == "◇")
    #expect(try glyph(at: learn.history.state(at: 0).weight) == "○")
    #expect(try glyph(at: learn.history.state(at: 1).weight) == "•")
    #expect(try glyph(at: learn.now.weight) == "●")
    var next = learn.now
    next.advance()
    #expect(["←", "→", "↑", "↓", "↖", "↗", "↘", "↙"].contains(try glyph(at: next.weight)))
  }

  @Test func placesAndPointsAreEachOthers() {
    let window = SurfaceWindow(
      rect: Rect(row: 3, column: 5, width: 40, height: 12), middle: LossPlane.Point(1, -1),
      radius: 2)
    for row in 3..<15 {
      for column in 5..<45 {
        let place = Point(row: row, column: column)
        #expect(window.place(of: window.point(at: place)) == place)
      }
    }
    #expect(window.place(of: LossPlane.Point(1, 2)) == nil)
    #expect(window.place(of: LossPlane.Point(.nan, 1)) == nil)
    #expect(window.dot(of: LossPlane.Point(.infinity, 1)) == nil)
  }

  @Test func enterBranchesAtTheCursor() throws {
    var state = try Self.opened("end tab right right right up")
    let learn = try #require(state.learn)
    let cursor = try #require(learn.lens.cursor)
    let point = learn.surfaceDrawing(words).point(ofCursor: cursor)
    try state.press("enter")
    let weight = try #require(state.learn?.weight.elements)
    #expect(state.scene.timeline.step == 10 && state.scene.view == .surface)
    // What was before is kept beside it.
    #expect(state.learn?.branches.count == 2)
    #expect(abs(Double(weight[0]) - point.x) < 1e-6 && abs(Double(weight[1]) - point.y) < 1e-6)
  }

  @Test func clickTrainsFromThere() throws {
    var state = try Self.opened("right", size: Size(width: 110, height: 34))
    let window = try #require(state.learn).surfaceDrawing(words).window(
      in: state.layout.body)
    let place = window.rect.middle
    let point = window.point(at: place)
    state.click(place)
    let weight = try #require(state.learn?.weight.elements)
    #expect(abs(Double(weight[0]) - point.x) < 1e-6 && abs(Double(weight[1]) - point.y) < 1e-6)
    let before = state.learn?.weight
    state.click(Point(row: state.layout.body.row, column: 3))
    #expect(state.learn?.weight == before)
  }

  @Test func zoomAndPanChangeThePartThatIsSeenAndWComesBack() throws {
    var state = try Self.opened("right")
    let whole = state.frame()
    for keys in [
      "z", "Z Z", "shift-left", "shift-down", "shift-up shift-up", "shift-right shift-right",
    ] {
      try state.press(keys)
      #expect(state.frame() != whole)
    }
    try state.press("do:all-in-sight")
    #expect(state.frame() == whole)
    try state.press("z z")
    let drawing = try #require(state.learn).surfaceDrawing(words)
    let rect = state.layout.body
    let closer = drawing.window(in: rect).radius
    try state.press("do:all-in-sight")
    let farther = try #require(state.learn).surfaceDrawing(words).window(in: rect).radius
    #expect(abs(closer * 2 - farther) < 1e-9)
  }

  @Test func theCursorPushesThePictureAtItsEdge() throws {
    var state = try Self.opened("tab")
    for _ in 0..<45 { try state.press("right") }
    let lens = try #require(state.learn?.lens)
    #expect((lens.cursor?.x ?? 2) <= 1 && lens.shift.x > 0)
  }

  /// Three futures: the first, a slow one from step 2, and one of it that begins elsewhere at 4.
  private static let branching =
    "end g 2 enter learning-rate? . 0 1 enter end g 4 enter e 2 enter end"

  @Test func otherBranchesAreDottedGreyAndNumberedAtTheirEnds() throws {
    let state = try Self.opened(Self.branching + " z z", size: Size(width: 110, height: 34))
    let learn = try #require(state.learn)
    let frame = state.frame()
    let window = learn.surfaceDrawing(words).window(in: state.layout.body)
    #expect(frame.text.contains("3 K[0,0] = 2 at 4   dotted: other branches"))
    for (index, branch) in learn.branches.dropLast().enumerated() {
      let end = branch.history.last.weight.map(Double.init)
      let place = try #require(window.place(of: LossPlane.Point(end[0], end[1])))
      let isBeside = (-1...1).contains { row in
        (-3...3).contains { column in
          frame[place.row + row, place.column + column].glyph == Character("\(index + 1)")
        }
      }
      #expect(isBeside, "branch \(index + 1)")
    }
    let grey = Look().color(.secondary)
    let dots = frame.cells.filter { cell in
      cell.style.foreground == grey
        && cell.glyph.unicodeScalars.allSatisfy { (0x2801...0x28FF) ~= $0.value }
    }
    #expect(dots.count > 5)
  }

  @Test func theShownBranchAloneChoosesThePlane() throws {
    func run(_ keys: String) throws -> RunOnPlane {
      try #require(try Self.opened(keys).learn).surfaceDrawing(words).run
    }
    let (one, several) = (try run("end"), try run(Self.branching + " n"))
    #expect(one.others.isEmpty && several.others.map(\.number) == [2, 3])
    #expect(several.path == one.path && several.extent == one.extent)
    // Going back takes nothing from the others.
    let back = try run(Self.branching + " n home")
    #expect(back.path.count == 1 && back.others.map(\.path.count) == [11, 11])
    #expect(back.others.map(\.path) == several.others.map(\.path))
  }

  @Test(arguments: SceneDrawingTests.sizes) func eightBranchesAreDrawn(_ size: Size) throws {
    var bar = LearnScene(
      try LearnScene.Task(image: CourseExample.bar, targetKernel: CourseExample.edge),
      LearnScene.Settings(initialWeight: CourseExample.initialWeight))
    bar.view = .surface
    for scene in [bar, try Self.sobel()] {
      for depth in ColorDepth.allCases {
        var state = try State.opened(with: scene, size: size, look: Look(depth: depth))
        try state.press("end g 1 enter learning-rate? 9 enter g 3 0 0 enter n")
        for step in 2...7 { try state.press("g \(step) enter learning-rate+ g 9 enter n") }
        #expect(state.learn?.branches.count == 8)
        for keys in ["", "end tab", "z z z z z z z z shift-left"] {
          try state.press(keys)
          #expect(state.frame().size == size)
        }
      }
    }
  }

  @Test func nineWeightsAreSeenOnAPlane() throws {
    var state = try State.opened(with: try Self.sobel(), size: Size(width: 110, height: 34))
    #expect(state.frame().text.contains("plane of the main directions of the path (9 weights)"))
    try state.press("end")
    #expect(state.frame().text.contains("plane through start, now and target (9 weights)"))
    let run = try #require(state.learn).surfaceDrawing(words).run
    let learn = try #require(state.learn)
    // On the plane the three points have their own losses.
    for (point, trainer) in [(run.path[0], learn.history.state(at: 0)), (run.path[10], learn.now)] {
      #expect(abs(run.plane.loss(point) - Double(trainer.loss)) < 1e-4 * Double(trainer.loss))
    }
    #expect(run.plane.loss(run.target) < 1e-9 && run.share > 0.5 && run.share <= 1)
  }

  @Test(arguments: ColorDepth.allCases) func everySizeAndADivergedRunAreDrawn(
    _ depth: ColorDepth
  ) throws {
    for size in SceneDrawingTests.sizes {
      for keys in [
        "", "end tab", "learning-rate? 9 enter g 3 0 0 enter",
        "Z Z Z Z Z Z Z Z Z Z z shift-right shift-left",
      ] {
        var state = try State.opened(.learn, size: size, look: Look(depth: depth))
        try state.press("v \(keys)")
        #expect(state.frame().size == size)
      }
    }
  }

  @Test func withoutColourContoursAndTheirLossesCarryThePicture() throws {
    var state = try State.opened(.learn, look: Look(depth: .none))
    try state.press("v right")
    let text = state.frame().ascii.text
    #expect(text.contains("100") && text.contains("30") && text.contains("x"))
    #expect(text.contains("*") || text.contains("."))
  }

  @Test func numbersThatAreNoneAreDrawn() throws {
    let input = Tensor(rows: [[.nan, 1, .infinity], [-.infinity, 0, 3e38], [1, -3e38, 2]])
    let kernel = Tensor(rows: [[.infinity, -1], [.nan, 3e38]])
    let task = try LearnScene.Task(image: input, targetKernel: kernel)
    var scene = LearnScene(
      task, LearnScene.Settings(initialWeight: Tensor.randomKernel(kernel.shape, seed: 1)))
    for view in SceneView.allCases {
      scene.view = view
      var state = try State.opened(with: scene)
      try state.press("right z Z tab right pgdn pgdn . enter")
      #expect(state.frame().size == .standard)
    }
  }
}
