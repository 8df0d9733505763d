import Formats

/// How far somebody has come in a lesson.
struct LessonProgress: Hashable, Sendable {
  /// The step that is shown, from 0; as many as there are once the lesson is over.
  let step: Int
  let steps: Int
  let outcomes: [Int: LessonRun.Outcome]

  var isOver: Bool { step >= steps }

  init(_ run: LessonRun) {
    (step, steps, outcomes) = (run.index, run.lesson.steps.count, run.outcomes)
  }
}

extension LessonProgress {
  /// More steps than any lesson has.
  private static let mostSteps = 10_000
  /// A letter for each way in which a question was answered.
  private static let letters = zip(LessonRun.Outcome.allCases, "123")

  /// The progress that a file keeps; nil where it is no such file, or one of another lesson.
  init?(_ bytes: [UInt8], of lesson: String) {
    guard let fields = try? SessionFields(bytes), (try? fields.text("lesson")) == lesson,
      let steps = try? fields.int("steps", in: 1...LessonProgress.mostSteps),
      let step = try? fields.int("step", in: 0...steps),
      let answers = try? fields.text("answers"), answers.utf8.count <= steps
    else { return nil }
    let outcomes = answers.enumerated().compactMap { index, letter in
      LessonProgress.letters.first { $0.1 == letter }.map { (index, $0.0) }
    }
    (self.step, self.steps) = (step, steps)
    self.outcomes = Dictionary(uniqueKeysWithValues: outcomes)
  }

  /// What a file keeps of it.
  func text(of lesson: String) -> String {
    var session = Session()
    session.set("lesson", lesson)
    session.set("step", step)
    session.set("steps", steps)
    session.set(
      "answers",
      String(
        (0..<steps).map { index in
          LessonProgress.letters.first { $0.0 == outcomes[index] }?.1 ?? "-"
        }))
    return session.text
  }
}
