import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

struct LessonRunTests {
  /// A lesson in front.
  private func opened(
    _ lesson: BuiltInLesson = .crossCorrelation, from step: Int = 0, size: Size = .standard
  ) throws -> State {
    let scenes = try SceneKind.examples()
    let run = try LessonRun(
      LessonReader.lesson(lesson.bytes), scenes: scenes, from: step, words)
    var state = State(scenes: scenes, look: Look(), size: size)
    state.begin(run)
    return state
  }

  private func text(_ state: State) -> String { state.frame().text }

  @Test func aRightAnswerIsSaidAndShown() throws {
    var state = try opened(from: 2)
    #expect(text(state).contains("What is Y[0,0]?") && state.look.hidesResults)
    try state.press("1 9 enter")
    #expect(text(state).contains("Right: 19.") && text(state).contains("= 19"))
    #expect(state.lesson?.count(.atOnce) == 1)
  }

  @Test(arguments: [
    ("1 8 enter", "the product 1×1 is missing"), ("2 0 enter", "1×1 is a product, not a sum"),
    ("8 enter", "sum of the window"), ("5 enter", "the kernel is turned"),
    ("2 5 enter", "that is Y[0,1]"), ("1 4 enter", "is multiplied by"),
    ("1 0 0 enter", "Not yet"),
    ("x enter", "What is Y[0,0]?"), ("( enter", "A number is needed"),
  ])
  func aUsualMistakeIsRecognised(_ keys: String, _ part: String) throws {
    var state = try opened(from: 2)
    try state.press(keys)
    #expect(text(state).contains(part), "\(text(state))")
    #expect(state.lesson?.isOpen == true)
  }

  @Test func aSizeKnowsItsMistakes() throws {
    for (change, answer, part) in [
      ("padding", "2×2", "without the padding"), ("stride", "2×2", "stride 1"),
      ("dilation", "2×2", "without dilation"),
    ] {
      let value = change == "dilation" ? "2" : change == "stride" ? "2" : "1"
      let file = """
        title: T
        steps:
          - say: Look.
            scene: slide
            ask: {size: Y, with: {\(change): \(value)}}
        """
      let scenes = try SceneKind.examples()
      let run = try LessonRun(
        LessonReader.lesson(Array(file.utf8)), scenes: scenes, words)
      var state = State(scenes: scenes, look: Look(), size: .standard)
      state.begin(run)
      try state.press(answer.map(String.init).joined(separator: " ") + " enter")
      #expect(text(state).contains(part), "\(change): \(text(state))")
      // The question alone has the setting.
      #expect(state.slide?.output.shape == Shape(2, 2))
    }
  }

  @Test func asecondWrongAnswerGetsTheHint() throws {
    var state = try opened(from: 2)
    try state.press("1 0 0 enter")
    #expect(!text(state).contains("0×0 + 1×1"))
    try state.press("1 0 1 enter")
    // With the hint the products come, which were asked for until then.
    #expect(state.sentences.contains("The four products stand above now; add them."))
    #expect(text(state).contains("Y[0,0] = 0×0 + 1×1 + 3×2 + 4×3 = ?"))
    try state.press("1 9 enter")
    #expect(state.lesson?.count(.later) == 1)
  }

  @Test func hShowsTheAnswer() throws {
    var state = try opened(from: 2)
    try state.press("esc h")
    #expect(text(state).contains("The answer is 19.") && text(state).contains("19"))
    #expect(state.lesson?.count(.shown) == 1)
  }

  @Test func theLastLineIsClicked() throws {
    var state = try opened()
    for (label, index) in [("next", 1), ("next", 2), ("back", 1)] {
      state.click(try #require(state.frame().place(of: label)))
      #expect(state.lesson?.index == index)
    }
  }

  /// Neither the legend nor the products give the number away that is asked for.
  @Test func nothingGivesTheAnswerAway() throws {
    for (step, answer) in [(2, "19"), (3, "25"), (4, "37"), (5, "43")] {
      for size in [Size.standard, Size(width: 110, height: 34), Size(width: 200, height: 60)] {
        let shown = text(try opened(from: step, size: size))
        #expect(!shown.numbers.contains(answer), "\(shown)")
        #expect(!shown.contains("0 + 1 + 6") && !shown.contains("= 5 + "))
      }
    }
  }

  @Test func helpAndCommandsHaveTheLessonsKeys() throws {
    var state = try opened(from: 2)
    #expect(state.commands.contains { $0.deed == .perform(.lessonNext) })
    #expect(!state.commands.contains { $0.deed == .perform(.play) && !$0.key.isEmpty })
    try state.press("?")
    var pages = text(state)
    for _ in 0..<4 where state.overlay != nil {
      try state.press("pgdn")
      pages += text(state)
    }
    #expect(pages.contains("the lesson's next step") && !pages.contains("play or pause"))
  }

  /// Whatever is tried between two steps, each step shows what it showed before.
  @Test(arguments: BuiltInLesson.allCases) func goingBackIsExact(_ lesson: BuiltInLesson) throws {
    var state = try opened(lesson, size: Size(width: 110, height: 34))
    let count = try LessonReader.lesson(lesson.bytes).steps.count
    var frames = [state.frame()]
    for _ in 0..<count {
      try state.press("space")
      frames.append(state.frame())
      try state.press("right end tab up + s down right esc")
    }
    #expect(text(state).contains("This lesson is over.") || state.overlay != nil)
    for frame in frames.reversed() {
      #expect(state.frame() == frame || frame == frames.last)
      try state.press("backspace")
    }
  }

  @Test func expressionsAreAnswers() throws {
    for (text, value) in [
      ("3*2+4*3", 18.0), ("0×0 + 1×1 + 3×2 + 4×3", 19), ("−(2 − 5) ÷ 2", 1.5), ("1/4", 0.25),
    ] { #expect(Expression.value(of: text) == value, "\(text)") }
    for text in ["", "3*", "(1", "1/0", "a", "1 2 3 x"] {
      #expect(Expression.value(of: text) == nil, "\(text)")
    }
    let loss = Expected.number(12.452002)
    #expect(loss.agrees(with: "12.452") == true && loss.agrees(with: "12.5") == true)
    #expect(loss.agrees(with: "12") == false && loss.agrees(with: "12.46") == false)
    #expect(loss.agrees(with: "twelve") == nil)
    #expect(Expected.size(rows: 4, columns: 5).agrees(with: "4x5") == true)
    #expect(Expected.size(rows: 4, columns: 4).agrees(with: "4") == true)
  }

  @Test(arguments: 0..<8) func aStormLeavesItWhole(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let keys: [Key] = [
      " ", " ", .backspace, .enter, "1", "2", "9", "-", "h", .escape, "s", "/", "?", .right, .left,
      .down, .tab, "v", "r", "R", "u", "o", "k", .end, .home, "g", "5",
    ]
    let sizes = [Size(width: 40, height: 12), .standard, Size(width: 200, height: 60)]
    var state = try opened(BuiltInLesson.allCases.randomElement(using: &generator)!)
    for step in 0..<400 {
      _ = state.handle(.key(keys.randomElement(using: &generator)!))
      if step.isMultiple(of: 50) {
        _ = state.handle(.resize(sizes.randomElement(using: &generator)!))
      }
      if step.isMultiple(of: 7) { #expect(state.frame().size == state.size) }
    }
  }

  @Test func everySizeShowsTheQuestion() throws {
    for size in [
      Size(width: 80, height: 24), Size(width: 110, height: 34), Size(width: 200, height: 60),
    ] {
      for lesson in BuiltInLesson.allCases {
        let steps = try LessonReader.lesson(lesson.bytes).steps
        for (index, step) in steps.enumerated() {
          guard let question = step.question else { continue }
          let state = try opened(lesson, from: index, size: size)
          let shown = text(state).split { $0.isWhitespace }.joined(separator: " ")
          let end = words.text(of: question).split(separator: " ").suffix(2).joined(separator: " ")
          #expect(shown.contains(end), "\(lesson) \(index + 1) at \(size)")
        }
      }
    }
  }
}
