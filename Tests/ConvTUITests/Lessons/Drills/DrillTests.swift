import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

struct DrillTests {
  private let chinese = Words(language: .chinese)

  private func numbers(_ text: String) -> [String] {
    text.numbers.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.sorted()
  }

  @Test(arguments: DrillKind.allCases) func theSameSeedGivesTheSameQuestions(_ kind: DrillKind) {
    for level in Drill.levels {
      let questions = Array(Drill(kind, level: level, seed: 7).prefix(50))
      #expect(questions == Array(Drill(kind, level: level, seed: 7).prefix(50)))
      #expect(questions != Array(Drill(kind, level: level, seed: 8).prefix(50)))
      // No question comes twice in a row, and few come again at all.
      #expect(zip(questions, questions.dropFirst()).allSatisfy { $0 != $1 })
      #expect(Set(questions).count > 20, "level \(level): \(Set(questions).count)")
    }
  }

  @Test func withoutAKindAllTakeTurns() {
    let steps = Drill(nil, level: 1, seed: 3).prefix(14).map { $0.scene?.name ?? "" }
    #expect(steps.prefix(7).sorted() == steps.suffix(7).sorted())
    #expect(Set(steps) == ["slide", "field", "learn", "flip", "pool"])
  }

  /// How much there is to compute, and what with.
  @Test(arguments: DrillKind.allCases) func levelsGrow(_ kind: DrillKind) throws {
    let work = Drill.levels.map { level in
      Drill(kind, level: level, seed: 1).prefix(200).reduce(0) {
        $0 + ($1.question?.way?.text(in: words).count ?? 0)
          + ($1.question?.text?.text(in: words).count ?? 0) + $1.say.text(in: words).count
      }
    }
    // The first level of convolutions asks in words.
    #expect(work[1] < work[2] && work[2] < work[4], "\(work)")
  }

  /// Up to the third level one needs no paper for the last sum.
  @Test(arguments: DrillKind.allCases) func firstLevelsComeOutClean(_ kind: DrillKind) throws {
    let scenes = try SceneKind.examples()
    for level in 1...3 {
      let run = try LessonRun(
        Drill(kind, level: level, seed: 2).lesson(of: 100), scenes: scenes, words)
      for stage in run.stages {
        guard case .number(let number) = stage.expected else { continue }
        #expect(abs(number * 10 - (number * 10).rounded()) < 1e-4 && abs(number) < 4000)
      }
    }
  }

  /// Nothing of a question is cut at 80×24, before the answer and after it.
  @Test(arguments: DrillKind.allCases, Language.allCases)
  func everyQuestionIsShownWhole(_ kind: DrillKind, _ language: Language) throws {
    let words = Words(language: language)
    for level in Drill.levels {
      var state = try State.drill(kind, level: level, seed: 5, language: language)
      for _ in 0..<12 {
        let step = try #require(state.lesson?.step)
        let question = try #require(step.question)
        let asked = state.frame().text.squeezed
        for text in [step.say.text(in: words), words.text(of: question)] {
          #expect(asked.contains(text.squeezed), "level \(level): \(state.frame().text)")
        }
        // Rows without room are told by an arrow; those of maps have no numbers yet.
        if kind != .field, kind != .parameters { #expect(!state.frame().text.contains("↕")) }
        try state.press("esc h")
        let way = try #require(question.way).text(in: words)
        #expect(
          state.frame().text.squeezed.contains(way.squeezed),
          "level \(level): \(way) \(state.frame().text)")
        try state.press("space")
      }
    }
  }

  @Test(arguments: [DrillKind.value, .flip, .pool, .size, .field, .gradient])
  func nothingGivesTheAnswerAway(_ kind: DrillKind) throws {
    for level in 2...5 {
      var state = try State.drill(kind, level: level, seed: 11)
      for _ in 0..<10 {
        let shown = state.frame().text
        #expect(shown.contains("?"))
        for told in ["the largest is", " sees rows ", "Numbers count paths"] {
          #expect(!shown.contains(told))
        }
        try state.press("space")
      }
    }
  }

  @Test func itGoesOnWithoutEndAndBack() throws {
    var state = try State.drill(nil)
    var frames = [state.frame()]
    for _ in 0..<30 {
      try state.press("space")
      frames.append(state.frame())
    }
    #expect(state.lesson?.index == 30 && state.lesson?.step != nil)
    #expect(state.frame().text.contains("question 31, 0 right"))
    for frame in frames.reversed() {
      #expect(state.frame() == frame)
      try state.press("backspace")
    }
  }

  /// A step is made when one comes to it, not before.
  @Test func stepsAreMadeOnDemand() throws {
    var state = try State.drill(.gradient)
    #expect(state.lesson?.lesson.steps.count == 1)
    try state.press("space space backspace")
    #expect(state.lesson?.lesson.steps.count == 3 && state.lesson?.index == 1)
  }

  @Test func aCountEndsWithASummary() throws {
    let scenes = try SceneKind.examples()
    let run = try LessonRun(
      Drill(.value, level: 1, seed: 1).lesson(of: 2), scenes: scenes, words)
    var state = State(scenes: scenes, look: Look(), size: .standard)
    state.begin(run)
    try state.press("esc h space esc h space")
    #expect(state.lesson?.step == nil && state.lesson?.count(.shown) == 2)
    #expect(!state.frame().text.contains("question 3,"))
  }

  /// After the answer the scene shows what was asked about.
  @Test func aSizeIsShownWhenItIsKnown() throws {
    var state = try State.drill(.size, level: 3, seed: 2)
    let before = try #require(state.slide?.output.shape)
    guard case .size(let rows, let columns) = state.lesson?.stage.expected else {
      Issue.record("no size")
      return
    }
    try state.press("esc h")
    #expect(state.slide?.output.shape == Shape(rows, columns) && before != Shape(rows, columns))
    try state.press("space backspace")
    #expect(state.slide?.output.shape == Shape(rows, columns))
  }

  /// And goes to the number that was asked for.
  @Test(arguments: [DrillKind.value, .flip, .pool]) func theWindowIsShownWhenItIsKnown(
    _ kind: DrillKind
  ) throws {
    var state = try State.drill(kind, level: 3, seed: 2)
    for _ in 0..<10 {
      let question = try #require(state.lesson?.question)
      #expect(state.scene.timeline.step == 0)
      guard case .number(let right) = state.lesson?.stage.expected else { continue }
      try state.type(right)
      let cell = try #require(words.text(of: question).split(separator: " ").last?.dropLast())
      #expect(state.scene.timeline.step == question.solvedAt)
      #expect(state.frame().text.contains(cell))
      try state.press("space")
    }
  }

  @Test(arguments: 0..<8) func aStormLeavesItWhole(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let keys: [Key] = [
      " ", " ", .backspace, .enter, "1", "2", "9", "-", "h", .escape, "s", "/", "?", .right, .left,
      .down, .tab, "v", "r", "R", "u", "o", "k", .end, .home, "g", "5", "x", "/",
    ]
    let sizes = [Size(width: 40, height: 12), .standard, Size(width: 200, height: 60)]
    var state = try State.drill(nil, level: 1 + Int(seed) % 5, seed: seed)
    for step in 0..<400 {
      _ = state.handle(.key(keys.randomElement(using: &generator)!))
      if step.isMultiple(of: 50) {
        _ = state.handle(.resize(sizes.randomElement(using: &generator)!))
      }
      if step.isMultiple(of: 7) { #expect(state.frame().size == state.size) }
    }
  }

  @Test func theProgramPrintsSheetsAndData() throws {
    let arguments = ["drill", "value", "--seed", "3", "--count", "4", "--level", "2"]
    let sheet = try Program.run(arguments + ["--print"])
    #expect(sheet.status == 0 && !sheet.text.contains("## Answers"))
    #expect(sheet.lines.count { $0.hasPrefix("**What is Y") } == 4)
    let solved = try Program.run(arguments + ["--print", "--answers"])
    #expect(solved.text.hasPrefix(sheet.text) && solved.text.contains("## Answers"))
    let data = try Program.run(arguments + ["--json", "--answers"])
    #expect(data.status == 0 && data.text.contains("\"answer\": "))
    #expect(try Program.run(["drill", "--answers"]).status == 64)
    #expect(try Program.run(["drill", "--level", "6"]).status == 64)
    #expect(try Program.run(["drill", "--count", "0", "--print"]).status == 64)
    #expect(try Program.run(["drill", "size", "--seed", "-1", "--print"]).status == 64)
  }

  @Test func questionsAreChineseWithTheSameNumbers() throws {
    for kind in DrillKind.allCases {
      for level in Drill.levels {
        for step in Drill(kind, level: level, seed: 9).prefix(20) {
          let question = try #require(step.question)
          let texts =
            [step.say, question.text, question.way].compactMap(\.self) + question.traps.map(\.why)
          for text in texts {
            let (english, translated) = (text.text(in: words), text.text(in: chinese))
            #expect(numbers(english) == numbers(translated), "\(english) \(translated)")
          }
          #expect(step.say.text(in: chinese) != step.say.text(in: words))
        }
      }
    }
  }
}

extension State {
  /// Answers with a number.
  fileprivate mutating func type(_ number: Double) throws {
    let text = SettingValue.number(Float(number)).typed
    try press(text.map(String.init).joined(separator: " ") + " enter")
  }
}
