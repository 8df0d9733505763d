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
    _ = desk.state.handle(.key(" "))
    #expect(desk.train?.order.goal == .run(until: 12))
    #expect(desk.state.nextTick == .milliseconds(33))
    desk.settle()
    #expect(desk.train?.timeline.step == 12 && desk.train?.timeline.isPlaying == false)
    #expect(desk.state.nextTick == nil)
  }

  @Test func pauseHoldsTheTrainingWhereItIs() throws {
    var desk = try desk()
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
    try desk.press("- - - - - -")
    _ = desk.state.handle(.key(" "))
    _ = desk.state.handle(.tick(.milliseconds(600)))
    desk.settle()
    #expect(desk.snapshot?.step == 1 && desk.train?.timeline.isPlaying == true)
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
    #expect(abs(rate - 0.02 * 1.1 * 1.1 * 1.1) < 1e-6 && desk.snapshot?.branches.count == 1)
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

  @Test func samplesAreGoneThroughAndDrawn() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    let first = desk.snapshot?.image
    try desk.press("n")
    #expect(desk.snapshot?.image != first && desk.state.frame().text.contains("sample 2 of 6"))
    try desk.press("N N")
    #expect(desk.state.frame().text.contains("sample 6 of 6"))
    try desk.press("e enter down down down esc")
    #expect(desk.snapshot?.label == nil && desk.state.frame().text.contains(words.drawn))
    let pixels = try #require(desk.snapshot?.image.elements)
    for row in 14...17 { #expect(pixels[row * 28 + 14] == 1) }
    #expect(pixels[22 * 28 + 14] == 0)
    try desk.press("e backspace")
    #expect(desk.snapshot?.image.elements.allSatisfy { $0 == 0 } == true)
  }

  @Test func clickDrawsWhereThePixelIs() throws {
    var desk = try desk(size: Size(width: 110, height: 34))
    let title = try #require(desk.state.frame().place(of: "sample 1"))
    // The picture begins a line below its title; two pixels stand in a line.
    let body = desk.state.layout.body
    let left = try #require(
      (0..<110).first { column in
        let point = Point(row: title.row + 1, column: column)
        return desk.train?.pixel(at: point, in: body, desk.state.look) != nil
      })
    desk.state.click(Point(row: title.row + 6, column: left + 9))
    desk.settle()
    let pixels = try #require(desk.snapshot?.image.elements)
    #expect(pixels[10 * 28 + 9] == 1 && pixels[20 * 28 + 20] == 0)
    // The button held, down to another cell; then a stroke of its own.
    desk.state.drag(Point(row: title.row + 9, column: left + 9))
    desk.state.click(Point(row: title.row + 6, column: left + 20))
    desk.settle()
    let line = try #require(desk.snapshot?.image.elements)
    for row in 10...16 { #expect(line[row * 28 + 9] == 1) }
    #expect(line[10 * 28 + 20] == 1 && line[10 * 28 + 15] == 0)
  }

  @Test(arguments: [ScreenLayout.smallest, Size(width: 60, height: 16), .standard])
  func sampleIsSeenWholeWithWhatItIsTakenFor(_ size: Size) throws {
    for depth in [ColorDepth.none, .direct] {
      var desk = try desk(size: size, look: Look(depth: depth))
      try desk.press("e v")
      let text = desk.state.frame().text
      #expect(text.contains(words.drawn) && text.contains("prediction"))
      #expect(!text.contains("↕") && !text.contains("↔"))
      let body = ScreenLayout(size).body
      let pixels = (body.row..<body.rows.upperBound).flatMap { row in
        (0..<size.width / 2).compactMap { column in
          desk.train?.pixel(
            at: Point(row: row, column: column), in: body, desk.state.look)
        }
      }
      #expect((20..<28).contains(try #require(pixels.map(\.row).max())))
      #expect((24..<28).contains(try #require(pixels.map(\.column).max())))
    }
  }

  @Test func penIsSeenWhereTheCurvesLeaveNoRoomForTheSample() throws {
    var desk = try desk(size: ScreenLayout.smallest)
    #expect(!desk.state.frame().text.contains("prediction"))
    try desk.press("e enter")
    #expect(desk.state.frame().text.contains("prediction"))
    try desk.press("esc")
    #expect(desk.state.frame().text.contains(words.validation))
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

  @Test func nothingIsTrainedBeforeSomebodyLooks() throws {
    var state = try State.opened(.slide)
    #expect(state.train?.jobOrder == nil)
    try state.press("6")
    #expect(state.train?.jobOrder != nil)
    // It goes on while another scene is looked at.
    try state.press("space 1")
    _ = state.handle(.tick(.milliseconds(16)))
    #expect(state.train?.jobOrder?.goal == .run(until: 2820))
  }
}
