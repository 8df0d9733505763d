import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

extension History {
  var losses: [Float] { log.series[.loss] }
  var rates: [Float] { log.series[.learningRate] }
}

struct LearnBranchTests {
  private static func opened(_ keys: String = "", size: Size = .standard) throws -> State {
    var state = try State.opened(.learn, size: size)
    try state.press(keys)
    return state
  }

  @Test func aChangeInThePastIsABranchAndTheOldFutureStays() throws {
    let old = try #require(try Self.opened("end").learn?.history)
    let learn = try #require(try Self.opened("end g 5 enter learning-rate? . 0 1 enter end").learn)
    #expect(learn.branches.count == 2 && learn.current == 1)
    #expect(learn.branches[0].history.losses == old.losses)
    #expect(learn.history.losses.count == 11 && learn.history.losses[...5] == old.losses[...5])
    #expect(zip(learn.history.losses[6...], old.losses[6...]).allSatisfy { $0 != $1 })
    #expect(
      learn.history.rates == [Float](repeating: 0.03, count: 5) + [Float](repeating: 0.01, count: 6)
    )
    #expect(learn.name(of: learn.branch, words) == "lr 0.01 at 5")
  }

  /// A branch is the run that a trainer makes which is changed by hand at that step.
  @Test func everyKindOfChangeGoesOnAsTheTrainerDoes() throws {
    let task = try LearnScene.Task(image: CourseExample.bar, targetKernel: CourseExample.edge)
    let settings = LearnScene.Settings(initialWeight: CourseExample.initialWeight)
    let changes: [(String, (inout Trainer) -> Void)] = [
      ("learning-rate? . 0 1 enter", { $0.learningRate = 0.01 }),
      ("schedule? s t e p : 2 : 0 . 5 enter", { $0.schedule = .step(every: 2, factor: 0.5) }),
      ("schedule? c o s i n e : 3 enter", { $0.schedule = .cosine(steps: 3) }),
      ("optimizer+", { $0.change(to: Optimizer(.momentum(0.9), learningRate: 0.03)) }),
      ("tab right enter 2 . 5 enter esc", { $0.setWeight(1, to: 2.5) }),
    ]
    for (keys, change) in changes {
      var trainer = task.trainer(settings)
      for step in 0..<10 {
        if step == 4 { change(&trainer) }
        trainer.advance()
      }
      let learn = try #require(try Self.opened("end g 4 enter \(keys) end").learn)
      #expect(learn.now.weight == trainer.weight && learn.now.loss == trainer.loss)
    }
  }

  @Test func aBranchAtTheSamePointKeepsItsChanges() throws {
    let learn = try #require(
      try Self.opened(
        "end g 3 enter learning-rate? . 0 2 enter end g 3 enter optimizer+ g 6 enter learning-rate+"
      ).learn)
    #expect(
      learn.branches.map { learn.name(of: $0, words) } == [
        "start", "lr 0.02 at 3", "lr 0.02, momentum 0.9 at 3", "lr 0.03 at 6",
      ])
    #expect(learn.now.optimizer.method == .momentum(0.9))
    #expect(learn.settings.method == .momentum(0.9))
  }

  @Test func aScheduleIsNamedAndTakesThePlaceOfTheOneBefore() throws {
    let old = try #require(try Self.opened("end").learn?.history)
    let keys = "end g 4 enter schedule? c o s i n e : 9 enter schedule? s t e p : 3 : 0 . 5 enter"
    let state = try Self.opened(keys + " end", size: Size(width: 110, height: 34))
    let learn = try #require(state.learn)
    #expect(
      learn.branches.map { learn.name(of: $0, words) } == ["start", "schedule step:3:0.5 at 4"])
    #expect(learn.branches[0].history.losses == old.losses)
    let rates = [Float](repeating: 0.03, count: 7)
    #expect(learn.history.rates == rates + [0.015, 0.015, 0.015, 0.0075])
    #expect(learn.settings.schedule == .step(every: 3, factor: 0.5))
    #expect(state.frame().text(row: 0).contains("step:3:0.5   lr 0.0075"))
    // The rate that is reached is where another schedule begins.
    let held = try #require(
      try Self.opened(keys + " end schedule? c o n s t a n t enter g 1 2 enter").learn)
    #expect(held.history.rates.suffix(3) == [0.0075, 0.0075, 0.0075])
    // From the start it is the whole run's.
    let anew = try #require(try Self.opened(keys + " do:start-again-here g 4 enter").learn)
    #expect(anew.history.rates == [0.03, 0.03, 0.03, 0.015, 0.015])
  }

  @Test func bothFuturesCanBeScrubbed() throws {
    var state = try Self.opened("end g 3 enter learning-rate? . 0 3 4 enter end")
    let frames = [try state.frame(after: "g 7 enter"), try state.frame(after: "n g 7 enter")]
    #expect(frames[0] != frames[1])
    try state.press("n home end n home")
    #expect(try state.frame(after: "g 7 enter") == frames[0])
    #expect(try state.frame(after: "n g 7 enter") == frames[1])
  }

  @Test func severalChangesAtOnePointAreOneBranch() throws {
    let learn = try #require(
      try Self.opened(
        "end g 3 enter learning-rate+ learning-rate+ learning-rate? . 0 2 enter optimizer+ e 2 enter"
      ).learn)
    #expect(learn.branches.count == 2)
    #expect(learn.name(of: learn.branch, words) == "lr 0.02, momentum 0.9, K[0,0] = 2 at 3")
  }

  @Test func theNinthBranchIsRefused() throws {
    var state = try Self.opened("end")
    for step in 1...7 { try state.press("g \(step) enter learning-rate+") }
    #expect(state.learn?.branches.count == 8 && state.notice == nil)
    try state.press("home learning-rate+")
    #expect(state.learn?.branches.count == 8)
    #expect(state.notice == words.sentence(TooManyBranches()))
    try state.press("learning-rate? . 5 enter")
    #expect(state.prompt?.complaint == words.sentence(TooManyBranches()))
    try state.press("esc do:start-again-here")
    #expect(state.learn?.branches.count == 1)
  }

  @Test func oneBranchHasNoOtherToShow() throws {
    #expect(try Self.opened("n").notice == words.noBranch)
  }

  @Test func otherFuturesAreDottedGreyAndNumbered() throws {
    let frame = try Self.opened(
      "end g 3 enter learning-rate? . 0 3 4 enter end", size: Size(width: 110, height: 34)
    ).frame()
    let text = frame.text
    #expect(text.contains("2 lr 0.034 at 3") && text.contains("▲"))
    let grey = Look().color(.secondary)
    let dots = frame.cells.filter { cell in
      cell.style.foreground == grey
        && cell.glyph.unicodeScalars.allSatisfy { (0x2801...0x28FF) ~= $0.value }
    }
    #expect(dots.count > 3)
  }

  @Test func tableComparesTheBranches() throws {
    let text = try Self.opened("end g 3 enter learning-rate? . 0 3 4 enter end chart+ chart+")
      .frame().text
    #expect(text.contains("▸ 2 3    10    3.3677 diverges   lr 0.034"))
    #expect(text.contains("  1 0    10"))
  }

  @Test func restartKeepsWhatTheBranchChanged() throws {
    let learn = try #require(
      try Self.opened("end g 3 enter learning-rate? . 0 2 enter optimizer+ end do:start-again-here")
        .learn)
    #expect(learn.branches.count == 1 && learn.timeline.step == 0)
    #expect(learn.now.learningRate == 0.02 && learn.now.optimizer.method == .momentum(0.9))
    #expect(learn.now.weight == CourseExample.initialWeight.elements)
  }

  @Test func clickOnAWeightPutsTheCursorThere() throws {
    var state = try State.opened(
      .learn, size: Size(width: 58, height: 20), look: Look(depth: .none))
    try state.press("g 6 enter")
    let place = try #require(state.frame().place(of: "−1.0061"))
    state.click(place)
    #expect(state.learn?.cursor == Position(row: 0, column: 1))
    state.click(Point(row: place.row, column: 56))
    #expect(state.learn?.cursor == nil)
  }
}

struct LearnConvergenceTests {
  @Test func panelNamesTheNumbersOfTheBowl() throws {
    var state = try State.opened(.learn)
    try state.press("end chart+")
    let text = state.frame().text
    for part in [
      "λmin 12   λmax 60   condition number 5", "= 0.0278", "×0.667 per step",
      "in the long run ×0.800",
      "60  (1, 1)", "12  (1, −1)", "×−0.800", "×0.640",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func divergenceIsNamedInTheSmallestScreen() throws {
    var state = try State.opened(.learn, size: Size(width: 40, height: 12))
    try state.press("learning-rate? . 0 5 enter g 4 enter")
    let text = state.frame().text
    #expect(text.contains("diverges along (1, 1)") && text.contains("0.0333"))
  }

  @Test func largeTaskSaysThatItEstimates() throws {
    var generator = SeededGenerator(seed: 1)
    let image = Tensor(
      Shape(24, 24), (0..<576).map { _ in Float.random(in: 0...1, using: &generator) })
    let kernel = Tensor.randomKernel(Shape(12, 12), seed: 3)
    let task = try LearnScene.Task(image: image, targetKernel: kernel)
    let scene = LearnScene(
      task, LearnScene.Settings(learningRate: 1e-7, initialWeight: kernel))
    #expect(scene.surface == nil)
    var state = try State.opened(with: scene)
    try state.press("chart+")
    let text = state.frame().text
    #expect(text.contains("λmax ≈ ") && text.contains("estimate"))
  }
}
