import Drawing
import Terminal

/// A lesson on its way: which step is shown, what was answered, and the scenes after each step.
///
/// The scenes are made once, before the first step is shown: going back is exact whatever was changed
/// in between, and a lesson with a fault does not begin.
struct LessonRun: Sendable {
  let lesson: Lesson
  /// The scenes as each step leaves them.
  private let stages: [Stage]
  /// The step that is shown; after the last one comes the summary.
  private(set) var index: Int
  var answer = LineEditor()
  /// What came of the last answer.
  private(set) var verdict: Verdict?
  /// The answer that it is about.
  private var checked: String?
  private var tries: [Int: Int] = [:]
  private(set) var outcomes: [Int: Outcome] = [:]
  /// Whether it was taken up where it was left, and nothing has been done since.
  private(set) var isTakenUp = false

  /// What a step shows.
  struct Stage: Sendable {
    var scenes: [any Scene]
    var current: Int
    var hidesResults: Bool
    var expected: Expected?
    /// What the question is about: the scene, or how it would be.
    var asked: (any Scene)?
  }

  /// What came of an answer.
  enum Verdict: Sendable {
    case right
    case wrong(Mistake?)
    /// Wrong again: the hint, where there is one.
    case hint(LocalText?)
    /// It is no answer of this kind.
    case unread(Expected)
    case shown
  }

  /// How a question was answered in the end.
  enum Outcome: Hashable, Sendable, CaseIterable { case atOnce, later, shown }

  /// - Parameter first: The step to begin with, from 0.
  /// - Throws: `LessonError` where a step cannot be shown.
  init(
    _ lesson: Lesson, scenes: [any Scene], from first: Int = 0, _ words: Words
  ) throws(LessonError) {
    var stage = Stage(scenes: scenes, current: 0, hidesResults: false)
    var stages: [Stage] = []
    for step in lesson.steps {
      try stage.apply(step, words)
      stages.append(stage)
    }
    (self.lesson, self.stages) = (lesson, stages)
    index = min(first, lesson.steps.count - 1)
  }

  /// The step that is shown; nil at the summary.
  var step: Lesson.Step? { lesson.steps.indices.contains(index) ? lesson.steps[index] : nil }
  /// What the scene shows; the last step's after it.
  var stage: Stage { stages[min(index, stages.count - 1)] }
  var question: Question? { step?.question }
  /// Whether an answer is waited for.
  var isOpen: Bool { question != nil && outcomes[index] == nil }
  /// What is right, once it has been answered or shown.
  var solution: Expected? { question != nil && !isOpen ? stage.expected : nil }

  mutating func go(by steps: Int) {
    index = max(0, min(stages.count, index + steps))
    isTakenUp = false
    (answer, verdict, checked) = (LineEditor(), nil, nil)
  }

  /// Goes on where it was left.
  mutating func takeUp(_ progress: LessonProgress) {
    index = max(0, min(stages.count - 1, progress.step))
    outcomes = progress.outcomes
    isTakenUp = index > 0
  }

  /// Begins anew.
  mutating func restart() {
    (tries, outcomes) = ([:], [:])
    go(by: -index)
  }

  /// Takes over how far another one has come through an earlier state of this lesson.
  mutating func carryOn(from old: LessonRun) {
    index = min(old.index, stages.count)
    isTakenUp = old.isTakenUp
    for (step, (new, before)) in zip(lesson.steps, old.lesson.steps).enumerated()
    where new.question?.kind == before.question?.kind {
      (tries[step], outcomes[step]) = (old.tries[step], old.outcomes[step])
      if step == index { answer = old.answer }
    }
  }

  /// Checks what was typed.
  mutating func check() {
    guard isOpen, let expected = stage.expected, let question else { return }
    let text = answer.text
    guard text != checked else { return }
    guard let isRight = expected.agrees(with: text) else {
      verdict = .unread(expected)
      return
    }
    let count = tries[index, default: 0] + 1
    (tries[index], checked) = (count, text)
    if isRight {
      outcomes[index] = count == 1 ? .atOnce : .later
      verdict = .right
    } else {
      let mistake = stage.asked.flatMap { Mistake.found(in: text, to: question.kind, $0) }
      verdict = count > 1 && mistake == nil ? .hint(question.hint) : .wrong(mistake)
      answer = LineEditor(text, isSelected: true)
    }
  }

  /// Gives the answer away.
  mutating func show() {
    guard isOpen else { return }
    outcomes[index] = .shown
    verdict = .shown
  }

  /// How many questions were answered in each way.
  func count(_ outcome: Outcome) -> Int { outcomes.values.count { $0 == outcome } }
  var questionCount: Int { lesson.steps.count { $0.question != nil } }
}

extension LessonRun.Stage {
  /// Changes the scenes as a step says.
  fileprivate mutating func apply(_ step: Lesson.Step, _ words: Words) throws(LessonError) {
    if let kind = step.scene {
      current = scenes.firstIndex { $0.kind == kind } ?? current
    }
    scenes[current] = try LessonRun.Stage.changed(scenes[current], step.settings, words)
    scenes[current].timeline.stop()
    if let number = step.step {
      let timeline = scenes[current].timeline
      let last = timeline.end / timeline.parts
      guard number <= last else {
        throw LessonError(.stepOutside(number, last: last), at: step.place)
      }
      scenes[current].timeline.go(to: number * timeline.parts + step.part)
    }
    scenes[current].follow()
    hidesResults = step.hides ?? hidesResults
    (asked, expected) = (nil, nil)
    if let question = step.question { try ask(question, words) }
    if step.plays { _ = scenes[current].timeline.perform(.play) }
  }

  /// Computes what is right.
  private mutating func ask(_ question: Question, _ words: Words) throws(LessonError) {
    let scene = try LessonRun.Stage.changed(scenes[current], question.with, words)
    do throws(LessonError.Reason) {
      (asked, expected) = (scene, try question.kind.expected(in: scene))
    } catch {
      throw LessonError(error, at: question.place)
    }
    if let given = question.given, expected?.agrees(with: given) != true {
      throw LessonError(
        .wrongAnswer(given: given, computed: words.text(of: expected)), at: question.place)
    }
  }

  /// A scene with other settings.
  private static func changed(
    _ scene: any Scene, _ changes: [Lesson.Change], _ words: Words
  ) throws(LessonError) -> any Scene {
    guard !changes.isEmpty else { return scene }
    guard var changed = scene as? any SceneWithSettings else {
      throw LessonError(.unknown(changes[0].name, among: []), at: changes[0].place)
    }
    for change in changes {
      if let complaint = changed.set(change.name, typed: change.value, words) {
        throw LessonError(.refused { _ in complaint }, at: change.place)
      }
    }
    return changed
  }
}
