import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

/// Keys and clicks while a lesson asks.
struct AnswerKeysTests {
  /// Short answers stand in one row, long ones below each other.
  @Test(arguments: [
    (["red", "green", "blue"], true),
    ([String(repeating: "long ", count: 14), "green", "blue"], false),
  ])
  func aChoiceIsClicked(_ answers: [String], _ isInARow: Bool) throws {
    for (index, answer) in answers.enumerated() {
      var state = try State.asked(
        "scene: slide\nask: {choice: [\(answers.joined(separator: ", "))], right: \(index + 1), text: Which?}"
      )
      let rows = try answers.map {
        try #require(state.frame().place(of: $0.trimmedSpaces)).row
      }
      #expect((Set(rows).count == 1) == isInARow)
      state.click(try #require(state.frame().place(of: answer.trimmedSpaces)))
      #expect(state.sentences.contains("Right: \(index + 1)."), "\(state.sentences)")
    }
  }

  private static let twoSteps = """
    title: T
    steps:
      - say: Look.
        scene: slide
      - say: Look again.
        hide: true
        ask: {value: "Y[0,0]"}
    """

  /// Once an answer is begun every key belongs to it, in a lesson and without one.
  @Test(arguments: [
    ("4 x 5", "A number is needed"), ("12q", "A number is needed"),
    ("1 hundred", "A number is needed"),
    ("19 or so?", "A number is needed"), ("0x0+1x1+3x2+4x3", "Right: 19"), ("38 / 2", "Right: 19"),
  ])
  func whatIsTypedIsTheAnswer(_ text: String, _ said: String) throws {
    var lesson = try State.asked("scene: slide\nhide: true\nstep: 1\nask: {value: \"Y[0,0]\"}")
    try lesson.answer(text)
    #expect(lesson.lesson?.index == 0 && lesson.overlay == nil && lesson.prompt == nil)
    let isRight = said.hasPrefix("Right")
    // A product of numbers is a number.
    let expected = text == "4 x 5" ? "Not yet" : said
    #expect(lesson.sentences.contains(expected), "\(lesson.sentences)")
    #expect(lesson.lesson?.isOpen == !isRight)
    var quiz = try State.opened(.slide, look: Look(hasBlocks: false))
    quiz.show(step: 1)
    try quiz.press("h")
    try quiz.answer(text)
    #expect(quiz.sentences.contains(expected) && quiz.overlay == nil && quiz.prompt == nil)
    #expect(quiz.scene.kind == .slide && quiz.quiz.count(in: .slide) == (isRight ? 1 : 0))
  }

  @Test(arguments: ["2 x 2", "2X2", "2 × 2", "2,2"]) func blanksAndCrossesPartASize(
    _ text: String
  ) throws {
    var state = try State.asked("scene: slide\nask: {size: Y}")
    try state.answer(text)
    #expect(state.lesson?.count(.atOnce) == 1)
  }

  @Test func decimalsAreNoSize() throws {
    var state = try State.asked("scene: slide\nask: {size: Y}")
    try state.answer("2.5x2.5")
    #expect(state.sentences.contains("A size is needed") && state.lesson?.isOpen == true)
  }

  /// An answer that was checked is not being typed any more.
  @Test func afterAWrongAnswerTheKeysActAsEver() throws {
    for (key, index) in [("space", 2), ("esc h", 1)] {
      var state = try State.lesson(Self.twoSteps)
      try state.press("space 1 8 enter " + key)
      #expect(state.lesson?.index == index)
      if key == "esc h" { #expect(state.sentences.contains("The answer is 19.")) }
    }
  }

  /// A word is an answer, and no key of the scene.
  @Test(arguments: ["scene: slide\nask: {size: Y}", Self.choice]) func lettersBeginTheAnswer(
    _ step: String
  ) throws {
    var state = try State.asked(step)
    let scene = state.scene.timeline
    try state.answer("left")
    #expect(state.sentences.contains("is needed") || state.sentences.contains("Enter checks"))
    #expect(state.overlay == nil && state.prompt == nil && state.scene.timeline == scene)
    try state.press("esc q")
    #expect(state.lesson?.attempt?.text == "")
  }

  private static let choice = "scene: slide\nask: {choice: [one, two], right: 1, text: Which?}"

  /// Esc makes letters commands, Enter or a digit brings the answer back.
  @Test func escapeLeavesTheAnswer() throws {
    var state = try State.asked("scene: slide\nask: {size: Y}")
    #expect(state.sentences.contains("Esc commands") && !state.sentences.contains("q quit"))
    try state.press("esc")
    #expect(state.sentences.contains("keys are commands now") && state.sentences.contains("q quit"))
    try state.press("s")
    #expect(state.overlay != nil)
    try state.press("esc enter s")
    #expect(state.overlay == nil && state.lesson?.attempt?.text == "s")
    #expect(state.sentences.contains("Enter check") && !state.sentences.contains("space next"))
    try state.press("esc 2 x 2 enter")
    #expect(state.sentences.contains("Right: 2×2."))
  }

  @Test func anEmptyAnswerIsAskedForAndCountsNothing() throws {
    var state = try State.asked("scene: slide\nask: {size: Y}")
    try state.press("enter")
    #expect(state.sentences.contains("A size is needed"))
    try state.press("2 x 2 enter")
    #expect(state.lesson?.count(.atOnce) == 1)
  }

  /// What begins no answer stays what it is.
  @Test func theListAndTheHelpStayInReach() throws {
    for key in ["/", "?"] {
      var state = try State.asked("scene: slide\nask: {size: Y}")
      try state.press(key)
      #expect(state.overlay != nil)
    }
  }

  /// An input method types characters as wide as Chinese ones.
  @Test func wideCharactersAreReadAsOthers() throws {
    var state = try State.asked("scene: slide\nask: {size: Y}")
    try state.press("２ ｘ ２ enter")
    #expect(state.lesson?.count(.atOnce) == 1)
    state = try State.asked(Self.choice)
    try state.press("１")
    #expect(state.lesson?.count(.atOnce) == 1)
  }

  /// The list and a number of it take the place of what was typed.
  @Test func aNumberAnswersAChoiceWhateverWasTyped() throws {
    var state = try State.asked(Self.choice)
    try state.press("l e 1")
    #expect(state.lesson?.count(.atOnce) == 1)
  }

  @Test func theArrowsMoveInTheAnswer() throws {
    var state = try State.lesson(Self.twoSteps)
    try state.press("space 9 left 1 enter")
    #expect(state.lesson?.count(.atOnce) == 1)
  }

  @Test func oneBackspaceTooManyDoesNotGoBack() throws {
    var state = try State.lesson(Self.twoSteps)
    try state.press("space 1 backspace backspace")
    #expect(state.lesson?.index == 1)
    #expect(state.sentences.contains("Backspace once more goes back"))
    try state.press("backspace")
    #expect(state.lesson?.index == 0)
  }

  @Test func backspaceGoesBackWhereNothingWasTyped() throws {
    var state = try State.lesson(Self.twoSteps)
    try state.press("space backspace")
    #expect(state.lesson?.index == 0)
  }

  @Test(arguments: ["1 9 enter 5", "esc h 5"])
  func digitsOpenNoSceneOnceTheAnswerIsKnown(_ keys: String) throws {
    var state = try State.lesson(Self.twoSteps)
    try state.press("space " + keys)
    #expect(state.scene.kind == .slide && state.sentences.contains("5 does nothing here"))
  }

  @Test func digitThatIsNoChoiceOpensNoScene() throws {
    var state = try State.asked("scene: slide\nask: {choice: [one, two], right: 1, text: Which?}")
    try state.press("3")
    #expect(state.scene.kind == .slide && state.lesson?.isOpen == true)
  }

  @Test(arguments: [Size.standard, Size(width: 110, height: 34)], [false, true])
  func aClickAnswersAChoice(_ size: Size, _ isLarge: Bool) throws {
    var state = try State.asked(
      "scene: slide\nask: {choice: [the red, the blue, the green], right: 2, text: Which?}",
      size: size)
    if isLarge { try state.press("b") }
    for (answer, isRight) in [("the green", false), ("the blue", true)] {
      let frame = state.frame()
      let row = try #require(
        (0..<size.height).first { frame.text(row: $0).contains("  " + answer) })
      let column = try #require(frame.text(row: row).range(of: answer))
      let at = Point(
        row: row,
        column: frame.text(row: row).distance(
          from: frame.text(row: row).startIndex, to: column.lowerBound))
      _ = state.handle(.input(.mouse(Mouse(action: .press, at: at))))
      #expect(state.sentences.contains("Right: 2.") == isRight, "\(state.frame().text)")
    }
  }
}
