import Drawing
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Terminal

/// Hidden results are answered without a lesson.
struct QuizTests {
  private static let wide = Size(width: 110, height: 34)

  private func hidden(
    _ kind: SceneKind = .slide, step: Int = 1, size: Size = QuizTests.wide
  ) throws -> State {
    var state = try State.opened(kind, size: size, look: Look(hasBlocks: false))
    state.show(step: step)
    try state.press("h")
    return state
  }

  @Test func thePresentOutputIsAskedFor() throws {
    var state = try hidden(step: 0)
    #expect(state.sentences.contains("Results are hidden."))
    try state.press("right")
    #expect(state.sentences.contains("What is Y[0,0]? 0 found"))
    #expect(state.sentences.contains("type the answer, Enter checks"))
    #expect(!state.frame().text.numbers.contains("19"))
  }

  @Test func aRightAnswerUncoversItsCellAndGoesOn() throws {
    var state = try hidden()
    for (answer, next) in [("19", "Y[0,1]"), ("25", "Y[1,0]"), ("37", "Y[1,1]")] {
      try state.answer(answer)
      let shown = state.sentences
      #expect(shown.contains("Right: \(answer).") && shown.contains("What is \(next)?"), "\(shown)")
      #expect(state.look.hidesResults)
    }
    let text = state.frame().text
    for found in ["19", "25", "37"] { #expect(text.numbers.contains(found)) }
    #expect(!text.numbers.contains("43") && text.contains("= ?"))
    try state.answer("43")
    #expect(state.sentences.contains("That was the last one. 4 found"))
    #expect(state.frame().text.contains("= 43"))
  }

  @Test(arguments: [
    (SceneKind.slide, 1, "18", "the product 1×1 is missing"), (.slide, 1, "5", "kernel is turned"),
    (.edges, 2, "0", "1×1 is missing"), (.pool, 1, "3", "the mean of the window"),
    (.flip, 3, "5", "the kernel is turned there"), (.field, 2, "2", "what layer 1 sees"),
    (.field, 2, "4", "add up"),
  ])
  func aWrongAnswerIsToldWhy(
    _ kind: SceneKind, _ step: Int, _ answer: String, _ part: String
  ) throws {
    var state = try hidden(kind, step: step)
    try state.answer(answer)
    #expect(state.sentences.contains(part), "\(state.sentences)")
    #expect(state.quiz.count(in: kind) == 0 && state.scene.timeline.step == step)
  }

  /// All that a scene asks for, answered by plain loops.
  @Test func everySceneOfWindowsAsksForWhatAPlainLoopFinds() throws {
    let (x, k) = (CourseExample.input, CourseExample.kernel)
    func sum(_ row: Int, _ column: Int, isTurned: Bool) -> Float {
      var sum: Float = 0
      for u in 0..<2 {
        for v in 0..<2 {
          sum += x[row + u, column + v] * (isTurned ? k[1 - u, 1 - v] : k[u, v])
        }
      }
      return sum
    }
    var flip = try hidden(.flip, step: 3)
    var pool = try hidden(.pool, step: 1)
    let input = PoolScene.Settings.example.input
    for number in 0..<4 {
      for isTurned in [false, true] {
        try flip.answer("\(Int(sum(number / 2, number % 2, isTurned: isTurned)))")
      }
      let (row, column) = (number / 3 * 2, number % 3 * 2)
      let window = [(0, 0), (0, 1), (1, 0), (1, 1)].map { input[row + $0, column + $1] }
      try pool.answer("\(Int(window.max() ?? 0))")
      try pool.answer("\(window.reduce(0, +) / 4)")
    }
    #expect(flip.quiz.count(in: .flip) == 8 && pool.quiz.count(in: .pool) == 8)
    #expect(pool.scene.timeline.step == 5)
  }

  @Test func anOutputAndAFieldAreAskedFor() throws {
    var learn = try hidden(.learn, step: 2)
    try learn.answer("0.2621")
    #expect(learn.sentences.contains("Right: 0.26") && learn.scene.timeline.step == 3)
    var field = try hidden(.field, step: 1)
    try field.answer("2×2")
    #expect(field.scene.timeline.step == 2)
    // What was found stands in the table, and what is asked does not.
    let rows = field.frame().text.split(separator: "\n").filter { $0.contains("conv2 ") }
    #expect(rows.first?.contains("2×2      2×2") == true && rows.last?.contains("?") == true)
    try field.answer("3")
    #expect(field.sentences.contains("That was the last one."))
  }

  /// What no answer begins with keeps its meaning.
  @Test func otherKeysStillWork() throws {
    var state = try hidden()
    try state.press(".")
    #expect(state.scene.timeline.position == 5)
    try state.press(",")
    try state.press("/")
    #expect(state.overlay != nil)
    try state.press("esc right")
    #expect(state.scene.timeline.step == 2)
    // A digit in X is a number of X.
    try state.press("tab 7 enter")
    #expect(state.slide?.settings.input[0, 1] == 1 || state.prompt == nil)
    #expect(state.slide?.settings != nil && state.quiz.attempt == nil)
    #expect(state.sentences.contains("Digits change the number under the cursor"))
    try state.press("esc 2 5 esc 1")
    #expect(state.current == 0 && state.quiz.attempt?.text == "1")
  }

  @Test func digitsChooseScenesWhereNothingIsHidden() throws {
    var state = try State.opened()
    try state.press("right 2")
    #expect(state.current == 1)
  }

  /// A number that changes after it was found is hidden again.
  @Test func anotherKernelHidesAgain() throws {
    var state = try hidden()
    try state.answer("19")
    #expect(state.frame().text.numbers.contains("19"))
    try state.press("bias+")
    #expect(!state.frame().text.contains("20"))
    try state.press("left")
    #expect(state.sentences.contains("What is Y[0,0]?"))
  }

  @Test func hShowsAllAndBeginsAnew() throws {
    var state = try hidden()
    try state.answer("19")
    try state.press("h h")
    #expect(state.quiz.count(in: .slide) == 0 && state.look.hidesResults)
    #expect(!state.frame().text.numbers.contains("19"))
  }

  @Test func helpTellsTheKeysAndGivesNothingAway() throws {
    var state = try hidden(size: Size(width: 160, height: 50))
    try state.press("?")
    let help = state.sentences
    #expect(
      help.contains("answer what is hidden, Enter checks") && help.contains("show all results"))
    #expect(!help.contains("the scenes"))
  }

  @Test(arguments: [
    Size(width: 40, height: 12), .standard, QuizTests.wide, Size(width: 200, height: 60),
  ])
  func theQuestionHasRoomAtEverySize(_ size: Size) throws {
    for kind in [SceneKind.slide, .edges, .flip, .pool] {
      var state = try hidden(kind, step: 4, size: size)
      try state.answer("-1000")
      #expect(state.sentences.contains("What is ") && state.sentences.contains("Not yet"))
    }
  }

  @Test func aPasteIsAnAnswer() throws {
    var state = try hidden()
    _ = state.handle(.input(.paste("1+18\n7")))
    try state.press("enter")
    #expect(state.sentences.contains("Right: 19."))
    var lesson = try State.asked("scene: slide\nask: {kernel: identity, answer: identity}")
    _ = lesson.handle(.input(.paste("identity")))
    try lesson.press("enter")
    #expect(lesson.lesson?.count(.atOnce) == 1)
  }

  @Test func itIsAskedInChinese() throws {
    var state = try State.opened(look: Look(hasBlocks: false, language: .chinese))
    try state.press("right h")
    try state.answer("18")
    #expect(state.sentences.contains("Y[0,0] 是多少？"))
    #expect(state.sentences.contains("少了乘积 1×1"))
  }
}
