import Foundation
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct LessonFileTests {
  @Test(arguments: BuiltInLesson.allCases) func everyBuiltInLessonIsRight(
    _ lesson: BuiltInLesson
  ) throws {
    let faults = try LessonCheck.faults(lesson.bytes, words)
    #expect(faults.isEmpty, "\(faults.map(words.sentence))")
    let steps = try LessonReader.lesson(lesson.bytes).steps
    #expect((6...15).contains(steps.count))
    #expect(steps.contains { $0.question != nil })
  }

  @Test(arguments: BuiltInLesson.allCases) func everyStepHasNotes(_ lesson: BuiltInLesson) throws {
    for step in try LessonReader.lesson(lesson.bytes).steps {
      let texts = Language.allCases.map { step.notes?.text(in: Words(language: $0)) ?? "" }
      #expect(!texts.contains("") && Set(texts).count == 2, "line \(step.place.line)")
    }
  }

  @Test(arguments: Language.allCases) func theTemplateIsRight(_ language: Language) throws {
    let words = Words(language: language)
    let bytes = Array(words.lessonTemplate.utf8)
    #expect(try LessonCheck.faults(bytes, words).isEmpty)
    #expect(try LessonReader.lesson(bytes).steps.count == 4)
  }

  @Test(arguments: [
    "scene: field\n    step: 1\n    ask: {field: 2}",
    "scene: slide\n    step: 2\n    ask: {value: \"Y[0,1]\"}",
  ])
  func anAnswerOnTheScreenIsAFault(_ step: String) throws {
    func faults(_ step: String) throws -> [String] {
      let text = "title: T\nsteps:\n  - say: Look.\n    " + step
      return try LessonCheck.faults(Array(text.utf8), words).map(words.sentence)
    }
    let shown = try faults(step)
    #expect(shown.count == 1 && shown[0].contains("The answer stands on the screen"), "\(shown)")
    #expect(try faults("hide: true\n    " + step).isEmpty)
  }

  /// What stands on the screen when a question is put, in whatever way it came there.
  @Test(arguments: [
    ("scene: slide\n    step: 4\n    hide: true\n    ask: {size: Y}", "with: {padding: 1}"),
    (
      "scene: slide\n    set: {view: matrix}\n    hide: true\n    ask: {row: 1}",
      "stands on the screen"
    ),
    ("scene: learn\n    ask: {quantity: loss}", "stands on the screen"),
    (
      "scene: slide\n    set: {kernel: identity}\n    ask: {kernel: identity, answer: \"1\"}",
      "stands on the screen"
    ),
    (
      "scene: slide\n    step: 1\n    part: 2\n    ask: {value: \"Y[0,1]\"}", "stands on the screen"
    ),
    (
      "scene: slide\n    hide: true\n    step: 2\n    ask: {size: Y, with: {padding: 0}}\n  - say: B\n"
        + "    set: {padding: 0}\n    ask: {value: \"Y[0,1]\"}", "in the step before"
    ),
    (
      "scene: slide\n    step: 2\n  - say: B\n    hide: true\n    ask: {value: \"Y[0,1]\"}",
      "in the step before"
    ),
    (
      "scene: slide\n    hide: true\n    ask: {value: \"Y[0,1]\", text: \"Y[0,1] = 1×0 + 2×1 + 4×2 + "
        + "5×3: how much?\"}", "What goes into the answer"
    ),
  ])
  func whatGivesAnAnswerAwayIsAFault(_ step: String, _ part: String) throws {
    let text = "title: T\nsteps:\n  - say: Look.\n    " + step
    let faults = try LessonCheck.faults(Array(text.utf8), words).map(words.sentence)
    #expect(faults.count == 1 && faults[0].contains(part), "\(faults)")
  }

  /// The usual slips of whoever writes YAML for the first time.
  @Test(arguments: [
    ("    ask: {value: Y[0,0]}", "needs quotes: {value: \"Y[0,0]\"}"),
    ("\tstep: 1", "not with tabs"), ("   step: 1", "begin in one column"),
    ("    notes: Look: here", "colon"), ("    answer: 19", "stands below ask"),
  ])
  func aSlipInYAMLIsExplained(_ line: String, _ part: String) throws {
    let sentences = try Self.sentences(line)
    #expect(sentences.contains { $0.contains(part) }, "\(sentences)")
  }

  @Test(arguments: [
    ("1", BuiltInLesson.crossCorrelation), ("Pooling", .pooling), ("互相关运算", .crossCorrelation),
    ("EDGES", .edges), ("learning a kernel", .learning), ("12", .transposed),
  ])
  func aLessonIsFoundByNumberNameAndTitle(_ name: String, _ lesson: BuiltInLesson) {
    #expect(LessonSource(name) == .builtIn(lesson))
  }

  @Test func anUnknownNameSuggestsTheNearest() {
    #expect(BuiltInLesson.nearest(to: "pading") == .paddingStride)
    #expect(BuiltInLesson.nearest(to: "Poling") == .pooling)
    #expect(BuiltInLesson.nearest(to: "quantum") == nil)
    #expect(LessonSource("pading") == .file("pading"))
  }

  /// The lesson that README shows to whoever writes one.
  @Test func lessonOfReadmeIsRight() throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../README.md").standardized
    let lines = try String(contentsOf: readme, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "```yaml")) + 1
    let lesson = lines[start...].prefix { $0 != "```" }.joined(separator: "\n")
    #expect(try LessonCheck.faults(Array(lesson.utf8), words).isEmpty)
  }

  /// A lesson of one step after `scene: slide`.
  private static func sentences(_ step: String) throws -> [String] {
    let text = "title: T\nsteps:\n  - say: Look.\n    scene: slide\n" + step
    return try LessonCheck.faults(Array(text.utf8), words).map(words.sentence)
  }

  @Test(arguments: [
    ("    sett: {padding: 1}", "line 5, column 5: “sett” means nothing here; did you mean “set”?"),
    ("    set: {paddin: 1}", "line 5, column 11"), ("    set: {padding: x}", "line 5, column 11"),
    ("    step: 5", "the last is 4"), ("    step: -1", "is not a whole number"),
    ("    hide: maybe", "neither true nor false"),
    ("    ask: {value: \"Z[0,0]\"}", "The scene has no “Z”"),
    ("    ask: {value: \"Y[2,0]\"}", "rows go to 1"), ("    ask: {value: Y}", "no cell"),
    ("    ask: {value: \"Y[0,0]\", answer: 18}", "given as “18”, but it is 19"),
    ("    ask: {size: Y, answer: 3×2}", "but it is 2×2"),
    ("    ask: {quantity: loss}", "The scene has no “loss”"),
    ("    ask: {number: 3*}", "“text” is missing"),
    ("    ask: {number: 3*, text: How many?}", "cannot be computed"),
    ("    ask: {choice: [a, b], text: Which?}", "“right” is missing"),
    ("    ask: {choice: [a, b], text: Which?, right: 3}", "Answer 3 cannot be right"),
    ("    ask: {size: Y, number: 2}", "has size and number"),
    ("    ask: {text: What?}", "is missing"),
    ("    say: again", "“say” stands here twice"),
    ("    notes: {fr: x}", "“fr” means nothing here"),
  ])
  func aFaultIsNamedWithItsPlace(_ step: String, _ part: String) throws {
    let sentences = try Self.sentences(step)
    #expect(sentences.count == 1 && sentences[0].contains(part), "\(sentences)")
    #expect(sentences[0].hasPrefix("line "))
  }

  /// One run tells them all, in the order of the lines.
  @Test func allFaultsAreNamedAtOnce() throws {
    let sentences = try Self.sentences(
      """
          sett: 1
          hide: maybe
          set: {paddin: 1, stride: x, padding: 1}
          point: "Q[0,0]"
          ask: {value: "Y[0,0]", answer: 3, traps: {0: No., x: No.}}
        - say: Look.
          step: 99
          ask: {number: 3*}
        - scene: slid
      """)
    let parts = [
      (5, "“sett”"), (6, "“maybe”"), (7, "“paddin”"), (7, "“x” is no value of stride"),
      (8, "“Q”"), (9, "but it is 0"), (9, "“0” is right"), (9, "“x” is no answer"),
      (10, "no step 99"), (12, "“text” is missing"), (13, "“say” is missing"), (13, "“slid”"),
    ]
    #expect(sentences.count == parts.count, "\(sentences)")
    for (sentence, (line, part)) in zip(sentences, parts) {
      #expect(sentence.hasPrefix("line \(line),") && sentence.contains(part), "\(sentence)")
    }
  }

  @Test func aQuestionKnowsItsTrapsItsWayAndItsStep() throws {
    var state = try State.asked(
      """
      scene: slide
      hide: true
      ask:
        value: Y[0,0]
        traps: {2*9: So the 1 is left out.}
        way: It is 0 + 2 + 6 + 12 - 1 and a bit.
        then: 3
      """)
    try state.answer("18")
    #expect(state.sentences.contains("So the 1 is left out."))
    try state.answer("19")
    #expect(state.sentences.contains("and a bit.") && state.scene.timeline.step == 3)
  }

  @Test func aLongStepIsNamed() throws {
    let long = String(repeating: "many words of a sentence ", count: 40)
    let sentences = try Self.sentences("  - say: \(long)\n")
    #expect(
      sentences.count == 1 && sentences[0].contains("line 5") && sentences[0].contains("80×24"))
  }

  @Test func textsAreGivenByLanguage() throws {
    let text = "title: {en: T, zh: 标题}\nsteps:\n  - say: {zh: 看, en: Look.}\n"
    let lesson = try LessonReader.lesson(Array(text.utf8))
    #expect(lesson.title.text(in: words) == "T" && lesson.steps[0].say.text(in: words) == "Look.")
    #expect(lesson.title.texts["zh"] == "标题")
  }

  /// Whatever stands in a file, it is a lesson or has faults.
  @Test(arguments: 0..<20) func mutatedLessonsAreReadOrRefused(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let scenes = try SceneKind.examples()
    let lessons = BuiltInLesson.allCases.map(\.bytes)
    for _ in 0..<Mutations.each(of: 20, atLeast: 100) {
      var bytes = lessons.randomElement(using: &generator)!
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
        }
      }
      do throws(LessonError) {
        _ = try LessonRun(try LessonReader.lesson(bytes), scenes: scenes, words)
      } catch {
        #expect(!words.sentence(error).isEmpty && error.line >= 1 && error.column >= 1)
      }
    }
  }
}
