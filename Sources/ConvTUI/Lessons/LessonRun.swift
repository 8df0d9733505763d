import Drawing

/// A lesson on its way: which step is shown, what was answered, and the scenes after each step.
///
/// The scenes are made once, before the first step is shown: going back is exact whatever was changed
/// in between, and a lesson with a fault does not begin.
struct LessonRun: Sendable {
  /// Of an endless one as many steps as were seen.
  private(set) var lesson: Lesson
  /// The scenes as each step leaves them.
  private(set) var stages: [Stage]
  /// Where further steps come from; nil where the lesson ends.
  private var more: (any IteratorProtocol<Lesson.Step> & Sendable)?
  private let words: Words
  /// The step that is shown; after the last one comes the summary.
  private(set) var index: Int
  /// The questions and what was answered, by their steps.
  private var attempts: [Int: Attempt] = [:]
  /// Whether it was taken up where it was left, and nothing has been done since.
  private(set) var isTakenUp = false

  typealias Outcome = Attempt.Outcome

  /// What a step shows.
  struct Stage: Sendable {
    var scenes: [any Scene]
    var current: Int
    var hidesResults: Bool
    var showsFormulas = false
    var expected: Expected?
    /// What the question is about: the scene, or how it would be.
    var asked: (any Scene)?
  }

  /// - Parameters:
  ///   - more: Steps after those of the lesson, each of which can be shown; they are made when they
  ///     are come to.
  ///   - first: The step to begin with, from 0.
  /// - Throws: `LessonError` where a step cannot be shown.
  init(
    _ lesson: Lesson, then more: (any IteratorProtocol<Lesson.Step> & Sendable)? = nil,
    scenes: [any Scene], from first: Int = 0, _ words: Words
  ) throws(LessonError) {
    var stage = Stage(scenes: scenes, current: 0, hidesResults: false)
    var stages: [Stage] = []
    for step in lesson.steps {
      var faults = LessonFaults()
      stage.apply(step, words, &faults)
      try faults.check()
      stages.append(stage)
    }
    (self.lesson, self.stages, self.more, self.words) = (lesson, stages, more, words)
    index = min(first, lesson.steps.count - 1)
    for (index, (step, stage)) in zip(lesson.steps, stages).enumerated() {
      attempts[index] = stage.attempt(of: step)
    }
  }

  /// The step that is shown; nil at the summary.
  var step: Lesson.Step? { lesson.steps.indices.contains(index) ? lesson.steps[index] : nil }
  /// What the scene shows; the last step's after it.
  var stage: Stage { stages[min(index, stages.count - 1)] }
  var question: Question? { step?.question }
  /// The question of the step and what was answered.
  var attempt: Attempt? {
    get { attempts[index] }
    set { attempts[index] = newValue }
  }
  /// Whether an answer is waited for.
  var isOpen: Bool { attempt?.isOpen ?? false }
  /// What is right, once it has been answered or shown.
  var solution: Expected? { attempt?.solution }

  /// The hidden numbers that were found since the scene was last changed: they stay in sight. Others stay
  /// hidden, as they may be asked next.
  var foundCells: [CellName] {
    guard stage.hidesResults, !lesson.steps.isEmpty else { return [] }
    let last = min(index, lesson.steps.count - 1)
    var first = last
    while first > 0, lesson.steps[first].leavesTheScene { first -= 1 }
    let found = (first...last).compactMap { attempts[$0]?.foundCell }
    let asked = isOpen ? question?.kind : nil
    return found.filter { asked != .cell($0) }
  }

  /// Whether there is always another step.
  var isEndless: Bool { more != nil }

  mutating func go(by steps: Int) {
    while index + steps >= stages.count, let step = more?.next() { append(step) }
    index = max(0, min(stages.count, index + steps))
    isTakenUp = false
    attempts[index]?.leave()
  }

  /// How the questions were answered, by their steps.
  var outcomes: [Int: Outcome] { attempts.compactMapValues(\.outcome) }

  /// Goes on where it was left.
  mutating func takeUp(_ progress: LessonProgress) {
    index = max(0, min(stages.count - 1, progress.step))
    for (step, outcome) in progress.outcomes { attempts[step]?.takeUp(outcome) }
    isTakenUp = index > 0
  }

  /// Begins anew.
  mutating func restart() {
    for (index, (step, stage)) in zip(lesson.steps, stages).enumerated() {
      attempts[index] = stage.attempt(of: step)
    }
    go(by: -index)
  }

  /// Takes over how far another one has come through an earlier state of this lesson.
  mutating func carryOn(from old: LessonRun) {
    index = min(old.index, stages.count)
    isTakenUp = old.isTakenUp
    for (step, before) in old.attempts
    where attempts[step]?.question.kind == before.question.kind {
      attempts[step]?.takeUp(before)
    }
  }

  private mutating func append(_ step: Lesson.Step) {
    var stage = stages[stages.count - 1]
    var faults = LessonFaults()
    stage.apply(step, words, &faults)
    precondition(faults.all.isEmpty, "the step can be shown")
    attempts[stages.count] = stage.attempt(of: step)
    lesson.steps.append(step)
    stages.append(stage)
  }

  /// How many questions were answered in each way.
  func count(_ outcome: Outcome) -> Int { attempts.values.count { $0.outcome == outcome } }
  var questionCount: Int { lesson.steps.count { $0.question != nil } }
}

extension Lesson.Step {
  /// Whether it changes no number of the scene that is shown.
  fileprivate var leavesTheScene: Bool { scene == nil && settings.isEmpty }
}

extension LessonRun.Stage {
  /// The question of a step, of which nothing is answered yet.
  fileprivate func attempt(of step: Lesson.Step) -> Attempt? {
    guard let question = step.question, let expected, let asked else { return nil }
    return Attempt(question, expected: expected, about: asked)
  }
}
