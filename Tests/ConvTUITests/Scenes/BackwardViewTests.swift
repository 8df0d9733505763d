import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct BackwardViewTests {
  private static func opened(_ keys: String = "", size: Size = .standard) throws -> State {
    var state = try State.opened(.learn, size: size)
    try state.press("v v \(keys)")
    return state
  }

  private static func strided(_ mode: PaddingMode = .zeros) throws -> LearnScene {
    var generator = SeededGenerator(seed: 21)
    let image = Tensor(
      Shape(7, 8), (0..<56).map { _ in Float.random(in: -1...1, using: &generator) })
    let task = try LearnScene.Task(
      image: image, targetKernel: Tensor.randomKernel(Shape(3, 3), seed: 4),
      options: CorrelationOptions(
        stride: PerAxis(rows: 2, columns: 1), padding: PerAxis(2), mode: mode,
        dilation: PerAxis(rows: 1, columns: 2)))
    return LearnScene(
      task,
      LearnScene.Settings(
        learningRate: 1e-3, initialWeight: Tensor.randomKernel(Shape(3, 3), seed: 5)))
  }

  @Test func viewsGoRound() throws {
    var state = try State.opened(.learn)
    let run = state.frame()
    var views: [SceneView] = []
    for _ in 0..<3 {
      try state.press("v")
      views.append(state.scene.view)
    }
    #expect(views == [.surface, .backward, .run] && state.frame() == run)
  }

  @Test func commaGoesBackOverEveryStep() throws {
    var state = try Self.opened("right right right")
    var frames: [Frame] = []
    for _ in 0...94 {
      frames.append(state.frame())
      try state.press(".")
    }
    // One number of G, all of it, 42 windows and 48 inputs, and no further.
    #expect(state.learn?.backward.step == 92 && frames[92] == frames[94])
    for step in (0..<92).reversed() {
      try state.press(",")
      let isEqual = state.frame() == frames[step]
      #expect(isEqual, "step \(step)")
    }
    try state.press(",")
    #expect(state.learn?.backward.step == 0 && state.scene.timeline.step == 3)
  }

  @Test func pagesGoFromStageToStage() throws {
    var state = try Self.opened()
    var steps: [Int?] = []
    for key in ["pgdn", "pgdn", "pgdn", "pgdn", "pgup", "pgup", "pgup", "pgup"] {
      try state.press(key)
      steps.append(state.learn?.backward.step)
    }
    #expect(steps == [2, 44, 92, 92, 44, 2, 0, 0])
  }

  @Test func arrowsStillMoveTheTraining() throws {
    let state = try Self.opened(". . right right left")
    #expect(state.scene.timeline.step == 1 && state.learn?.backward.step == 2)
  }

  /// The panel's last sum is the gradient that the training itself goes by.
  @Test func kernelGradientIsTheTrainers() throws {
    let learn = try #require(try Self.opened("g 4 enter pgdn pgdn").learn)
    let drawing = learn.backwardDrawing
    for (own, other) in zip(drawing.result.elements, learn.now.gradient) {
      #expect(abs(own - other) < 1e-4)
    }
  }

  @Test func everyCellUnderTheCursorAgreesWithTheDifference() throws {
    for scene in [
      try Self.strided(), try Self.strided(.circular), try #require(try Self.opened("right").learn),
    ] {
      var state = try State.opened(with: scene, size: Size(width: 110, height: 34))
      if scene.view == .run { try state.press("v v") }
      for stage in ["pgdn pgdn", "pgdn"] {
        try state.press("\(stage) tab")
        let shape = try #require(state.learn).backwardDrawing.result.shape
        for row in 0..<shape.rows {
          for column in 0..<shape.columns {
            let text = state.frame().text
            #expect(text.contains("tried with ±"))
            #expect(text.contains("✓ they agree"), "\(row), \(column)")
            try state.press(column < shape.columns - 1 ? "right" : "down")
          }
          for _ in 1..<shape.columns { try state.press("left") }
        }
        try state.press("esc")
      }
    }
  }

  @Test func theWindowItsProductsAndTheSumSoFarAreInTheText() throws {
    let text = try Self.opened("right right right . . .").frame().text
    #expect(text.contains("Window 1 of 42 adds"))
    #expect(text.contains("∂L/∂K[0,0] = 0 + X[0,0]·G[0,0] = 0 + 1×0.7200 = 0.7200"))
    #expect(text.contains("∂L/∂K[0,1] = 0 + X[0,1]·G[0,0] = 0 + 1×0.7200 = 0.7200"))
  }

  /// The slope is asked for before it is shown, and where its factor comes from is said with it.
  @Test(arguments: [Size.standard, Size(width: 110, height: 34), Size(width: 200, height: 60)])
  func theGradientIsAskedForFirst(_ size: Size) throws {
    var state = try Self.opened("right right right", size: size)
    let asked = state.frame().text
    #expect(asked.contains("What is its slope G[0,0]") && !asked.contains("= 0.72"))
    #expect(asked.contains("∂L/∂Ŷ ?"))
    try state.press(".")
    let told = state.frame().text
    #expect(told.contains("×2 →") && told.contains("a square e² has the slope"))
    #expect(told.contains("2·(0.3600 − 0) = 0.7200"))
  }

  /// The number that was asked for is there, then all, and nothing of what comes later is told.
  @Test func nothingIsToldBeforeItIsReached() throws {
    var state = try Self.opened("right .", size: Size(width: 110, height: 34))
    let one = try #require(state.learn).backwardDrawing
    #expect(one.stage == .output(elements: 1) && !one.legend.isKnown)
    try state.press(".")
    let all = try #require(state.learn).backwardDrawing
    #expect(all.stage == .output(elements: 42) && all.legend.isKnown)
    try state.press(".")
    let text = state.frame().text
    #expect(!text.contains("7.26") && !text.contains("26.49") && !text.contains("they agree"))
    #expect(try state.frame(after: "pgdn").text.contains("they agree"))
  }

  /// The 2 is drawn: a square and its two strips, once the gradient is shown.
  @Test(arguments: [Size(width: 110, height: 34), Size(width: 200, height: 60)])
  func theFactorIsDrawn(_ size: Size) throws {
    var state = try Self.opened("right", size: size)
    #expect(!state.frame().text.contains("├─────────┼─┤"))
    try state.press(".")
    #expect(state.frame().text.contains("├─────────┼─┤   adds two strips e to e²"))
  }

  @Test func theNextWindowIsToBeWorkedOut() throws {
    let text = try Self.opened("right right right . . .").frame().text
    #expect(text.contains("next ∂L/∂K[0,0] = 0.7200 + X[0,1]·G[0,1] = 0.7200 + 1×−0.2964 = ?"))
  }

  @Test func enterOnAnInputGoesToItsStep() throws {
    var state = try Self.opened("pgdn pgdn pgdn tab up up left enter")
    #expect(state.learn?.backward.step == 45 + 3 * 8 + 6 && !state.scene.hasCursor)
    try state.press("tab enter")
    #expect(state.learn?.backward.step == 45 + 3 * 8 + 6)
  }

  @Test func clickOnAnOutputGoesToItsWindow() throws {
    var state = try Self.opened(". . .", size: Size(width: 110, height: 34))
    let body = state.layout.body
    let placed = try #require(state.learn).backwardDrawing.placed(in: body, Look())
    let view = placed.views[1]
    state.click(view.rect(of: Block(Position(row: 2, column: 3))).middle)
    #expect(state.learn?.backward.step == 3 + 2 * 7 + 3)
  }

  @Test(arguments: ColorDepth.allCases) func everyStageDrawsAtEverySize(_ depth: ColorDepth) throws
  {
    for size in SceneDrawingTests.sizes {
      for keys in ["", ".", ". .", "pgdn pgdn tab", "pgdn pgdn pgdn tab"] {
        var state = try State.opened(.learn, size: size, look: Look(depth: depth))
        try state.press("v v \(keys)")
        #expect(state.frame().size == size)
      }
    }
  }
}
