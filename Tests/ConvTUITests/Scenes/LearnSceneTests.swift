import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct LearnSceneTests {
  private static func opened(_ keys: String = "") throws -> State {
    var state = try State.opened(.learn)
    try state.press(keys)
    return state
  }

  @Test func restartKeepsTheLearningRate() throws {
    let text = try State.opened(.learn, size: Size(width: 110, height: 34))
      .frame(after: "end learning-rate? 0 . 0 3 4 enter do:start-again-here").text
    #expect(text.contains("lr 0.034") && text.contains("step 0 of 10"))
  }

  @Test func aPanelSaysWhatTheRateComesTo() throws {
    #expect(try Self.opened("s right").frame().text.contains("0.04 × 60 = 2.40, not below 2"))
  }

  @Test func kernelLearnsTheEdgeDetector() throws {
    let weight = try #require(try Self.opened("g 2 0 0 enter").learn?.weight)
    #expect(abs(weight[0, 0] - 1) < 1e-3 && abs(weight[0, 1] + 1) < 1e-3)
  }

  @Test func goingBackShowsWhatWasThere() throws {
    var state = try Self.opened()
    var frames: [Frame] = []
    for step in 0...10 {
      frames.append(state.frame())
      if step < 10 { try state.press("right") }
    }
    try state.press("home")
    for frame in frames {
      let isEqual = state.frame() == frame
      #expect(isEqual, "step \(state.scene.timeline.step)")
      try state.press("right")
    }
  }

  @Test func scrubbingThereAndBackFromTwoHundredIsTheSame() throws {
    var state = try Self.opened("g 2 0 0 enter")
    let last = state.frame()
    #expect(state.scene.timeline.length == 200 && last.text.contains("step 200 of 200"))
    try state.press("g 7 enter")
    let seventh = state.frame()
    try state.press("end")
    #expect(state.frame() == last)
    try state.press("home g 7 enter")
    #expect(state.frame() == seventh)
    let task = try #require(state.learn?.task)
    var long = LearnScene(
      task, LearnScene.Settings(initialWeight: CourseExample.initialWeight), steps: 200)
    long.timeline.go(toStep: 7)
    long.follow()
    #expect(try State.opened(with: long).frame() == seventh)
  }

  @Test(arguments: [
    ("learning-rate+", Float(0.04)), ("learning-rate-", 0.02),
    ("learning-rate- learning-rate- learning-rate-", 0.009),
    ("learning-rate? 0 . 1 enter learning-rate+", 0.2),
    ("learning-rate? 0 . 0 3 5 enter learning-rate+", 0.04),
    ("learning-rate? 0 . 0 3 5 enter learning-rate-", 0.03),
  ])
  func stepsOfTheRateAreRoundNumbers(_ keys: String, _ rate: Float) throws {
    #expect(try Self.opened(keys).learn?.now.learningRate == rate)
  }

  /// What the sentence says each step multiplies by −0.8 is w₀ + w₁, away from what it comes to.
  @Test func whatOscillatesIsSaidTruly() throws {
    let text = try State.opened(.learn, size: Size(width: 110, height: 34))
      .frame(after: "g 4 enter").text
    #expect(text.contains("each step multiplies the error of w₀ + w₁ by −0.80."))
    var state = try State.opened(.learn)
    var sums: [Float] = []
    for step in 0...4 {
      state.show(step: step)
      let weight = try #require(state.learn?.weight)
      sums.append(weight[0, 0] + weight[0, 1])
    }
    for (before, after) in zip(sums, sums.dropFirst()) {
      #expect(abs(after + 0.8 * before) < 1e-4)
    }
  }

  @Test(arguments: ["0", "- 1", "x", "i n f", "n a n", ""])
  func rateMustBeANumberAboveZero(_ answer: String) throws {
    var state = try Self.opened("learning-rate? ctrl-u")
    try state.press(answer)
    try state.press("enter")
    #expect(state.prompt?.complaint?.contains("is no value of learning rate") == true)
    #expect(state.learn?.now.learningRate == 0.03)
  }

  @Test(arguments: ["x", "s t e p", "s t e p : 0 : 1", "c o s i n e : - 1", "s t e p : 2 : x", ""])
  func scheduleMustBeOneOfThree(_ answer: String) throws {
    var state = try Self.opened("schedule?")
    #expect(state.frame().text.contains("constant, step:10:0.5 or cosine:100"))
    try state.press("ctrl-u")
    try state.press(answer)
    try state.press("enter")
    #expect(state.prompt?.complaint?.contains("is not a schedule") == true)
    try state.press("esc")
    #expect(state.learn?.now.schedule == .constant && state.learn?.branches.count == 1)
  }

  @Test func restartBeginsAnewWithTheSameSettings() throws {
    var state = try Self.opened()
    let start = state.frame()
    try state.press("end do:start-again-here")
    #expect(state.frame() == start)
  }

  @Test func restartKeepsTheLengthThatWasAskedFor() throws {
    let task = try LearnScene.Task(image: CourseExample.bar, targetKernel: CourseExample.edge)
    let settings = LearnScene.Settings(initialWeight: CourseExample.initialWeight)
    var state = try State.opened(with: LearnScene(task, settings, steps: 50))
    try state.press("end do:start-again-here")
    #expect(state.scene.timeline.length == 50)
  }

  @Test func seedsGiveTheSameStartEachTimeAndDifferOneFromAnother() throws {
    let seven = try Self.opened("/ s e e d enter enter 7 enter")
    #expect(try Self.opened("end / s e e d enter enter 7 enter").frame() == seven.frame())
    #expect(try Self.opened("/ s e e d enter enter 8 enter").learn?.weight != seven.learn?.weight)
    #expect(
      try Self.opened("/ s e e d enter enter - 1 enter").prompt?.complaint?.contains(
        "is not a seed")
        == true)
  }

  @Test func theSeedIsASetting() throws {
    var state = try Self.opened("seed? 7 enter")
    #expect(state.learn?.settings.seed == 7)
    let drawn = Tensor.randomKernel(CourseExample.edge.shape, seed: 7)
    #expect(state.learn?.weight == drawn)
    // A weight changed by hand is not the seed's.
    try state.press("e 2 enter")
    #expect(state.learn?.settings.seed == nil)
  }

  /// From a number to the sign of the next one column at least is free.
  @Test(arguments: [Size(width: 40, height: 12), .standard, Size(width: 110, height: 34)])
  func numbersDoNotTouch(_ size: Size) throws {
    for depth in ColorDepth.allCases {
      let state = try State.opened(.learn, size: size, look: Look(depth: depth))
      for step in 0...10 {
        let text = try state.frame(after: String(repeating: "right ", count: step)).text
        for digit in "0123456789" {
          #expect(!text.contains("\(digit)−"), "step \(step)")
        }
      }
    }
  }

  @Test func optimizersGoRoundAtTheStart() throws {
    var state = try Self.opened()
    let start = state.frame()
    var methods: [Optimizer.Method?] = []
    for _ in 0..<6 {
      try state.press("optimizer+")
      methods.append(state.learn?.now.optimizer.method)
      #expect(state.scene.timeline.step == 0 && state.learn?.branches.count == 1)
    }
    #expect(
      methods == [.momentum(0.9), .nesterov(0.9), .rmsprop(0), .adam, .adamw, .sgd]
        && state.frame() == start)
  }

  @Test func meanLossIsTheSumOverTheOutputs() throws {
    let sum = try #require(try Self.opened().learn?.now.loss)
    let mean = try #require(try Self.opened("reduction+").learn?.now.loss)
    #expect(abs(mean * 42 - sum) < 1e-3)
  }

  @Test(arguments: [Size.standard, Size(width: 110, height: 34)])
  func divergingIsShownAndNamed(_ size: Size) throws {
    for depth in ColorDepth.allCases {
      var state = try State.opened(.learn, size: size, look: Look(depth: depth))
      try state.press("learning-rate? . 1 enter")
      // What will happen is not told before the first step.
      #expect(!state.frame().text.contains("diverges"))
      try state.press("right")
      #expect(state.frame().text.contains("diverges"))
      for step in ["1 0", "5 0", "1 0 0", "2 0 0"] {
        try state.press("g \(step) enter")
        #expect(state.frame().size == size)
      }
      let now = try #require(state.learn?.now)
      #expect(!now.loss.isFinite && state.frame().text.contains("diverged: from"))
    }
  }

  @Test func largeTaskIsComputedInPieces() throws {
    var generator = SeededGenerator(seed: 1)
    let image = Tensor(
      Shape(64, 64), (0..<4096).map { _ in Float.random(in: 0...1, using: &generator) })
    let task = try LearnScene.Task(image: image, targetKernel: CourseExample.kernel)
    let start = Tensor.randomKernel(CourseExample.kernel.shape, seed: 2)
    var state = try State.opened(
      with: LearnScene(task, LearnScene.Settings(learningRate: 1e-5, initialWeight: start)))
    try state.press("g 4 0 0 enter")
    #expect(state.scene.isBusy && state.nextTick == .milliseconds(1))
    #expect(state.frame().text.contains("computing"))
    var ticks = 0
    while state.scene.isBusy, ticks < 100 {
      _ = state.handle(.tick(.milliseconds(1)))
      ticks += 1
    }
    #expect((1..<100).contains(ticks) && state.nextTick == nil)
    #expect(state.learn?.history.end == 400)
  }
}
