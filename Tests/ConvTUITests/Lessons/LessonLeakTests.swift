import Drawing
import Model
import Testing

@testable import ConvTUI

/// Nothing is given away before its time, and the way is shown after it.
struct LessonLeakTests {
  private static let wide = Size(width: 110, height: 34)

  @Test func theSizeFormulaWaitsUntilItIsTaught() throws {
    let plain = try State.asked("scene: slide\nstep: 4", size: Self.wide)
    #expect(!plain.sentences.contains("+ 1 = 2 rows") && !plain.sentences.contains("rank"))
    let taught = try State.asked("scene: slide\nstep: 4\nformulas: true", size: Self.wide)
    #expect(taught.sentences.contains("+ 1 = 2 rows"))
    // Outside a lesson it stands there as ever.
    var state = try State.opened(size: Self.wide)
    try state.press("end")
    #expect(state.sentences.contains("+ 1 = 2 rows"))
  }

  @Test func theSizeFormulaIsHiddenWhileASizeIsAskedFor() throws {
    var state = try State.asked(
      "scene: slide\nstep: 4\nformulas: true\nask: {size: Y}", size: Self.wide)
    #expect(!state.sentences.contains("+ 1 = 2 rows"))
    #expect(state.consequence == nil)
    try state.answer("2")
    #expect(state.sentences.contains("+ 1 = 2 rows"))
    #expect(state.consequence != nil)
  }

  @Test func helpDoesNotNameTheAnswer() throws {
    for (fields, sentence) in [
      ("scene: slide\nask: {size: Y}", "so Y has 2×2 numbers"),
      ("scene: field\nstep: 2\nask: {field: 2}", "covers 3×3 pixels"),
    ] {
      var state = try State.asked(fields, size: Size(width: 160, height: 60))
      #expect(state.scene.about(words).joined().contains(sentence))
      try state.press("?")
      #expect(!state.sentences.contains(sentence), "\(fields)")
      try state.press("esc esc h ?")
      #expect(state.sentences.contains(sentence), "\(fields)")
    }
    var learn = try State.asked(
      "scene: learn\nstep: 2\nask: {quantity: loss}", size: Size(width: 160, height: 60))
    #expect(learn.scene.about(words).joined().contains("6.194"))
    try learn.press("?")
    #expect(!learn.frame().text.contains("squared errors: 6.194"))
    try learn.press("esc esc h ?")
    #expect(learn.frame().text.contains("squared errors: 6.194"))
  }

  @Test func noSentenceSaysThatSpacePlays() throws {
    for kind in SceneKind.allCases {
      for language in [Language.english, .chinese] {
        let about = try kind.example().about(Words(language: language)).joined()
        #expect(!about.lowercased().contains("space") && !about.contains("空格"), "\(kind)")
      }
    }
    let train = try State.asked("scene: train", size: Self.wide)
    #expect(!train.sentences.contains("Space trains"))
  }

  @Test(arguments: [
    ("scene: slide\nstep: 1\nhide: true\nask: {value: \"Y[1,0]\"}", 3),
    ("scene: slide\nstep: 3\nhide: true\nask: {value: \"Y[1,0]\"}", 3),
    ("scene: edges\nhide: true\nask: {value: \"Y[1,2]\"}", 10),
  ])
  func hGoesThroughTheSumThatWasAskedFor(_ fields: String, _ step: Int) throws {
    var state = try State.asked(fields, size: Self.wide)
    let parts = state.scene.timeline.parts
    try state.press("esc h")
    #expect(state.scene.timeline.isPlaying)
    #expect(state.scene.timeline.position == (step - 1) * parts)
    var seen: [Int] = []
    while let tick = state.nextTick, seen.count < 100 {
      _ = state.handle(.tick(tick))
      seen.append(state.scene.timeline.position)
    }
    // Part by part, and no further.
    #expect(seen == Array((step - 1) * parts + 1...step * parts))
    #expect(!state.scene.timeline.isPlaying && state.scene.timeline.step == step)
  }

  /// Of two results of a window, the one that was not asked for may be asked next.
  @Test(arguments: [("max", "4", "mean[0,0] = ?"), ("mean", "2", "= ?")])
  func theOtherResultOfAWindowStaysHidden(_ name: String, _ answer: String, _ hidden: String) throws
  {
    let input = "\"0,1,2;3,4,5;6,7,8\""
    var state = try State.asked(
      "scene: pool\nset: {input: \(input), size: 2, stride: 1}\nstep: 1\nhide: true\n"
        + "ask: {value: \"\(name)[0,0]\"}")
    try state.answer(answer)
    #expect(state.sentences.contains("Right: \(answer)."))
    #expect(
      state.sentences.contains(hidden) && !state.sentences.contains("8 / 4 = 2") || name == "mean")
    #expect(!state.sentences.contains("the largest is X[1,1]") || name == "max")
  }

  /// What goes into a hidden result is the question: it comes with the hint, or with the answer.
  @Test(arguments: [
    ("slide", "Y[1,1]", "4", "4×0", "43"), ("pool", "mean[0,0]", "1", "8 + 1 + 0 + 3", "3"),
    ("edges", "Y[0,1]", "2", "1×1 + 0×−1", "1"),
  ])
  func productsWaitForTheHintOrTheAnswer(
    _ scene: String, _ cell: String, _ step: String, _ products: String, _ answer: String
  ) throws {
    let opened = try State.asked(
      "scene: \(scene)\nstep: \(step)\nhide: true\nask: {value: \"\(cell)\"}", size: Self.wide)
    #expect(!opened.sentences.contains(products) && opened.sentences.contains("\(cell) = ?"))
    var hinted = opened
    for wrong in ["1000", "1001"] {
      #expect(!hinted.sentences.contains(products))
      try hinted.answer(wrong)
    }
    #expect(hinted.sentences.contains(products))
    var solved = opened
    try solved.answer(answer)
    #expect(solved.sentences.contains(products))
  }

  /// A step that points at several outputs is about none of the windows.
  @Test func noSumStandsBesideSeveralOutputsThatAreShown() throws {
    for (point, isWritten) in [("Y[0,0..1]", false), ("Y[1,1]", true)] {
      let state = try State.asked("scene: slide\nstep: 4\npoint: \"\(point)\"", size: Self.wide)
      #expect(state.sentences.contains("Y[1,1] = 4×0") == isWritten, "\(point)")
    }
  }

  /// What was found stays in sight until the scene changes; what is asked next does not.
  @Test func whatWasFoundStaysInSight() throws {
    let lesson = try LessonReader.lesson(BuiltInLesson.crossCorrelation.bytes)
    let scenes = try SceneKind.examples()
    var state = State(scenes: scenes, look: Look(), size: Self.wide)
    state.begin(try LessonRun(lesson, scenes: scenes, from: 2, words))
    for (number, answer) in ["19", "25", "37"].enumerated() {
      #expect(state.sceneLook.guessed["Y"]?.count ?? 0 == number)
      try state.answer(answer)
      #expect(state.sceneLook.guessed["Y"]?.count == number + 1)
      try state.press("space")
    }
    try state.press("backspace")
    #expect(state.sceneLook.guessed["Y"]?.contains(Position(row: 0, column: 1)) == true)
    var pool = try State.lesson(
      "title: T\nsteps:\n  - say: A\n    scene: pool\n    step: 1\n    hide: true\n"
        + "    ask: {value: \"max[0,0]\"}\n  - say: B\n    ask: {value: \"mean[0,0]\"}\n"
        + "  - say: C\n    set: {stride: 1}\n    step: 1\n    ask: {value: \"mean[0,0]\"}",
      size: Self.wide)
    try pool.answer("8")
    try pool.press("space")
    #expect(pool.sentences.contains("max[0,0] = max(") && pool.sentences.contains("mean[0,0] = ?"))
    try pool.press("space")
    #expect(pool.sentences.contains("max[0,0] = ?"))
  }

  /// How a weight moves is what the lesson asks: it is written once it is taught.
  @Test func howAWeightMovesWaitsUntilItIsTaught() throws {
    let fields = "scene: learn\nstep: 1"
    let ask = "\nask: {quantity: \"next-K[0,1]\"}"
    for (fields, isWritten) in [
      (fields, false), (fields + "\nformulas: true", true),
      (fields + "\nformulas: true" + ask, false),
    ] {
      for size in [Size.standard, Self.wide] {
        let said = try State.asked(fields, size: size).sentences
        #expect(said.contains("next w₁") == isWritten, "\(said)")
        #expect(said.contains("multiplies the error") == isWritten || isWritten, "\(said)")
      }
    }
  }

  /// Block digits keep their size from step to step of one scene with the same numbers.
  @Test func theDrawingKeepsItsSizeThroughTheFirstLesson() throws {
    for size in [Size.standard, Self.wide, Size(width: 200, height: 60)] {
      let lesson = try LessonReader.lesson(BuiltInLesson.crossCorrelation.bytes)
      let scenes = try SceneKind.examples()
      let heights = try (0..<8).map { step in
        var state = State(scenes: scenes, look: Look(), size: size)
        state.begin(try LessonRun(lesson, scenes: scenes, from: step, words))
        // While it is asked, with the hint, and with the answer.
        var heights: [Int?] = [state.heightOfInput]
        if step > 1, let answer = ["19", "25", "37", "43"].dropFirst(step - 2).first {
          for text in ["1000", "1001", answer] {
            try state.answer(text)
            heights.append(state.heightOfInput)
          }
        }
        return heights
      }
      #expect(heights[0][0] != nil && Set(heights.joined()).count == 1, "\(size): \(heights)")
    }
  }

  @Test func aRightAnswerLeavesTheWindowWhereItIs() throws {
    var state = try State.asked("scene: slide\nstep: 1\nhide: true\nask: {value: \"Y[1,0]\"}")
    try state.answer("37")
    #expect(!state.scene.timeline.isPlaying && state.scene.timeline.step == 1)
  }

  @Test func secondTryHintThenTheWay() throws {
    var state = try State.asked(
      "scene: slide\nstep: 1\nhide: true\nask: {value: \"Y[0,0]\", hint: Add four products.}",
      size: Self.wide)
    try state.answer("100")
    #expect(state.sentences.contains("Not yet; try once more."))
    try state.answer("18")
    #expect(
      state.sentences.contains("the product 1×1 is missing. Add four products."),
      "\(state.sentences)")
    try state.press("esc h")
    #expect(state.sentences.contains("The answer is 19.") && state.scene.timeline.isPlaying)
  }
}

extension State {
  /// The rows that the first matrix of the scene takes.
  fileprivate var heightOfInput: Int? {
    (scene as? any SceneWithCells)?.views(in: layout.body, sceneLook).first?.rect.height
  }
}
