import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

@Suite struct TrainSceneTests {
  private func desk(size: Size = .standard, look: Look = Look()) throws -> TrainingDesk {
    try TrainingDesk(try .small(), size: size, look: look)
  }

  @Test func keysTrainAndGoBack() throws {
    var desk = try desk()
    try desk.press("right right")
    #expect(desk.snapshot?.step == 2)
    try desk.press("pgdn")
    #expect(desk.snapshot?.step == 5)
    let there = desk.snapshot?.trainer.parameters
    try desk.press("end")
    #expect(desk.snapshot?.step == 12)
    try desk.press("g 5 enter")
    #expect(desk.snapshot?.step == 5 && desk.snapshot?.trainer.parameters == there)
    try desk.press("home")
    #expect(desk.snapshot?.step == 0 && desk.snapshot?.branch.end == 12)
    #expect(desk.state.frame().text.contains("batch 0 of 12"))
  }

  /// At full speed the training moves the timeline, up to its end.
  @Test func playingTrainsToTheEnd() throws {
    var desk = try desk()
    try desk.press("+ + + +")
    _ = desk.state.handle(.key(" "))
    #expect(desk.train?.order.goal == .run(until: 12))
    #expect(desk.state.nextTick == .milliseconds(33))
    desk.settle()
    #expect(desk.train?.timeline.step == 12 && desk.train?.timeline.isPlaying == false)
    #expect(desk.state.nextTick == nil)
  }

  @Test func pauseHoldsTheTrainingWhereItIs() throws {
    var desk = try desk()
    try desk.press("+ + + +")
    _ = desk.state.handle(.key(" "))
    desk.engine.take(try #require(desk.train?.jobOrder))
    for _ in 0..<4 { desk.engine.step(isWatched: true) }
    desk.report()
    #expect(desk.train?.timeline.step == 4)
    // Two more batches go by before the key is heard of.
    for _ in 0..<2 { desk.engine.step(isWatched: true) }
    try desk.press("space")
    #expect(desk.train?.order.goal == .hold)
    #expect(desk.train?.timeline.step == 6 && desk.snapshot?.branch.end == 6)
  }

  @Test func slowPlayingGoesBatchByBatch() throws {
    var desk = try desk()
    try desk.press("- - -")
    _ = desk.state.handle(.key(" "))
    _ = desk.state.handle(.tick(.milliseconds(600)))
    desk.settle()
    #expect(desk.snapshot?.step == 1 && desk.train?.timeline.isPlaying == true)
  }

  /// The built-in digits are learned so that it can be watched; one's own training does not wait.
  @Test func builtInDigitsAreTrainedOnSlowly() throws {
    var desk = try desk()
    #expect(desk.state.frame().text.contains("Space trains 16 batches/s."))
    _ = desk.state.handle(.key(" "))
    for _ in 0..<4 {
      _ = desk.state.handle(.tick(.milliseconds(125)))
      desk.settle()
    }
    #expect(desk.snapshot?.step == 8 && desk.train?.timeline.isUnpaced == false)
    try desk.press("+ + + +")
    #expect(desk.snapshot?.step == 12)
    var plan = try TrainingPlan.small()
    plan.images = .read(
      training: plan.images.load().training, validation: plan.images.load().validation)
    #expect(!plan.isDemonstration)
    let own = try State.opened(with: TrainScene(plan))
    #expect(own.scene.timeline.speedText(words) == words.fullSpeed)
  }

  @Test func slowMachineTrainsMoreSlowly() throws {
    var desk = try desk()
    _ = desk.state.handle(.key(" "))
    for _ in 0..<200 { _ = desk.state.handle(.tick(.milliseconds(125))) }
    // Nothing was trained meanwhile.
    #expect(desk.train?.timeline.step == 12 || desk.train?.timeline.step == 16)
  }

  @Test func axesOfBothChartsStandInLine() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    try desk.press("end")
    let frame = desk.state.frame()
    let corners = (0..<34).compactMap { row in
      (0..<110).first { frame[row, $0].glyph == "└" }
    }
    #expect(corners.count == 2 && corners[0] == corners[1])
  }

  /// What guessing gives is asked, and shown once the training has begun.
  @Test func guessingIsAskedAboutBeforeItIsShown() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    let classes = try #require(desk.snapshot?.evaluation?.confusion.count)
    let asked = "\(classes) classes: how often is a guess right, and how large is its loss?"
    let start = desk.state.frame().text
    #expect(start.contains(asked) && !start.contains("╌ guessing"))
    try desk.press("right")
    let begun = desk.state.frame().text
    #expect(!begun.contains(asked) && begun.contains("╌ guessing"))
    #expect(begun.contains(NumberText.short(100 / Float(classes)) + " %"))
  }

  @Test func rateChangedInThePastMakesABranch() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    try desk.press("end home right right learning-rate? 0 . 1 enter")
    #expect(desk.snapshot?.branches.count == 2 && desk.snapshot?.current == 1)
    #expect(desk.snapshot?.step == 2 && desk.snapshot?.trainer.learningRate == 0.1)
    try desk.press("end branches+")
    let text = desk.state.frame().text
    #expect(text.contains("lr 0.1 at 2") && text.contains("▸ 2"))
    try desk.press("do:branch")
    #expect(desk.snapshot?.current == 0 && desk.snapshot?.trainer.learningRate == 0.02)
    #expect(desk.snapshot?.step == 12)
  }

  @Test func ratesPressedInARowAddUp() throws {
    var desk = try desk()
    for _ in 0..<3 { try desk.state.press("learning-rate+") }
    desk.settle()
    let rate = try #require(desk.snapshot?.trainer.learningRate)
    #expect(rate == 0.05 && desk.snapshot?.branches.count == 1)
  }

  @Test func answersThatAreNoRateOrSeedAreRefused() throws {
    var desk = try desk()
    for keys in ["learning-rate? - 1 enter", "learning-rate? n a n enter", "do:seed x enter"] {
      try desk.press(keys)
      #expect(desk.state.prompt?.complaint != nil, "\(keys)")
      try desk.press("esc")
    }
    try desk.press("do:branch")
    #expect(desk.state.notice == words.noBranchYet)
  }

  @Test func seedBeginsAnew() throws {
    var desk = try desk()
    try desk.press("end / s e e d enter 9 enter")
    #expect(desk.snapshot?.step == 0 && desk.snapshot?.trainer.seed == 9)
    #expect(desk.snapshot?.branch.end == 0)
  }

  @Test func chosenLayerIsSeenOnAnyScreen() throws {
    let names = ["conv2", "relu", "max", "flat", "lin10"]
    for size in [ScreenLayout.smallest, Size(width: 60, height: 16), .standard] {
      var desk = try desk(size: size)
      try desk.press("v")
      for name in names {
        let title = desk.state.frame().place(of: name)
        #expect(title != nil || name == "flat", "\(name) at \(size)")
        try desk.press("tab")
      }
    }
  }

  @Test func everyViewShowsWhatItIsAbout() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    try desk.press("end")
    #expect(desk.state.frame().text.contains("prediction"))
    try desk.press("v")
    #expect(desk.state.frame().text.contains("conv2") && desk.state.frame().text.contains("lin10"))
    try desk.press("v tab tab tab tab")
    let layers = desk.state.frame().text
    #expect(layers.contains("▸ linear10") && layers.contains("‖Δw‖/‖w‖") && layers.contains("dead"))
    try desk.press("v")
    let right = try #require(desk.snapshot?.evaluation?.score)
    #expect(desk.state.frame().text.contains("\(right.correct) of \(right.images) right"))
    try desk.press("v")
    #expect(desk.train?.view == .run)
  }

  /// Where not all layers have room, it is said how many do, and how to see the next.
  @Test func layersWithoutRoomAreCounted() throws {
    var desk = try TrainingDesk(
      .small(layers: "conv6@5:p2, relu, maxpool2, conv16@5, relu, maxpool2, flatten, linear10"))
    try desk.press("v")
    #expect(desk.state.frame().text.contains("of 8 layers fit   Tab goes on to relu"))
  }

  /// What is right has another colour than mistakes have, and the title says which.
  @Test func rightAnswersHaveTheirOwnColour() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    try desk.press("end v v v")
    let frame = desk.state.frame()
    #expect(frame.text.contains("■ right") && frame.text.contains("■ mistakes"))
    let snapshot = try #require(desk.snapshot)
    let evaluation = try #require(snapshot.evaluation)
    let names = (0..<10).map(String.init)
    let drawing = ClassesDrawing(evaluation: evaluation, names: names, step: 0)
    var alone = Frame(Size(width: 110, height: 30))
    drawing.draw(into: &alone, in: Rect(alone.size), Look())
    let colors = Set(alone.cells.compactMap(\.style.background))
    // The lightest blue stands for the most that are right, the lightest orange for most mistakes.
    for value in evaluation.score.correct > 0 ? [Float(-1), 1] : [1] {
      #expect(colors.contains(ColorScale(-1...1).color(value, .dark)), "\(value)")
    }
  }

  @Test func unitsOfALayerAreGoneThrough() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    try desk.press("v v down")
    #expect(desk.train?.unit == 1 && desk.state.frame().text.contains("unit 2 of 2"))
    try desk.press("down")
    #expect(desk.train?.unit == 0)
    try desk.press("up backtab")
    #expect(desk.train?.layer == 4 && desk.train?.unit == 0)
  }

  @Test func lostTrainingSaysSoAndCanGoBack() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    try desk.press("right learning-rate? 1 e 3 8 enter end")
    #expect(desk.snapshot?.isLost == true)
    #expect(desk.state.frame().text.contains("not finite"))
    try desk.press("home learning-rate? 0 . 0 1 enter right right")
    #expect(desk.snapshot?.isLost == false && desk.snapshot?.step == 2)
    #expect(!desk.state.frame().text.contains("not finite"))
  }

  /// As the steps of a lesson do: an order that is the same would never be answered again.
  @Test func sceneThatTakesAJobShowsWhatItHasDone() throws {
    var desk = try desk()
    try desk.press("right right")
    let live = try #require(desk.train)
    func next(_ step: Int) -> TrainScene {
      var scene = TrainScene(live.plan)
      scene.timeline.go(toStep: step)
      scene.follow()
      return scene.takingJob(of: live)
    }
    #expect(next(2).snapshot?.step == 2)
    #expect(!next(2).isBusy || next(2).order.number > live.order.number)
    #expect(next(5).isBusy && next(5).order.number > live.order.number)
    // What was changed by hand is gone with the next step.
    try desk.press("learning-rate? 0 . 5 enter right")
    let changed = try #require(desk.train)
    desk.state.scenes[desk.state.current] = TrainScene(changed.plan).takingJob(of: changed)
    desk.settle()
    #expect(desk.train?.trainer.learningRate == live.trainer.learningRate)
  }

  @Test func nothingIsTrainedBeforeSomebodyLooks() throws {
    var state = try State.opened(.slide)
    #expect(state.train?.jobOrder == nil)
    try state.press("6")
    #expect(state.train?.jobOrder != nil)
    // It goes on while another scene is looked at.
    try state.press("+ + + + space 1")
    _ = state.handle(.tick(.milliseconds(16)))
    #expect(state.train?.jobOrder?.goal == .run(until: 2820))
  }

  /// Each of the last layer's numbers stands beside the name of its class.
  @Test(arguments: [Size.standard, Size(width: 110, height: 34), Size(width: 200, height: 60)])
  func outputsBearTheNamesOfTheirClasses(_ size: Size) throws {
    let layers = "conv4@5, relu, maxpool2, flatten, linear10"
    var desk = try TrainingDesk(try .small(layers: layers), size: size)
    try desk.press("right v")
    let frame = desk.state.frame()
    let title = try #require(frame.place(of: "lin10"))
    let columns = (title.column..<title.column + 9).map { column in
      String((title.row + 1..<size.height - 4).map { frame[$0, column].glyph }.filter(\.isNumber))
    }
    #expect(columns.contains("0123456789"), "\(columns)")
  }

  @Test func theNumbersOfTheLayersAreSaid() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    try desk.press("right v v")
    #expect(desk.state.frame().text.contains("A dead unit gives 0 for every validation"))
    try desk.press("?")
    #expect(desk.state.frame().text.contains("‖w‖ is the length"))
  }
}
