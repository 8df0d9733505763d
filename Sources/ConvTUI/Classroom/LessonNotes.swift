import Formats

/// What a teacher's second terminal shows of a lesson, in the lesson's language.
struct LessonNotes: Hashable, Sendable {
  var title = ""
  /// The step that is shown, from 0; as many as there are once the lesson is over.
  var step = 0
  var steps = 1
  var say = ""
  var notes = ""
  var question = ""
  /// What is right.
  var answer = ""
  /// How one comes to it, and the hint that the class gets from the second try on.
  var way = ""
  var hint = ""
  /// Whether the class sees it: it was found, or shown.
  var isAnswerShown = false
  /// What the next step says and asks.
  var next = ""
  var nextQuestion = ""

  /// The most characters of one text.
  private static let longest = 2000
  /// The most bytes of a line that holds all of them.
  static let longestLine = 1 << 17

  init(_ run: LessonRun, _ words: Words) {
    let lesson = run.lesson
    title = lesson.title.text(in: words)
    (step, steps) = (run.index, lesson.steps.count)
    if let step = run.step {
      say = step.say.text(in: words)
      notes = step.notes?.text(in: words) ?? ""
      question = step.question.map { LessonNotes.text(of: $0, words) } ?? ""
      answer = run.stage.expected.map { LessonNotes.text(of: $0, step.question, words) } ?? ""
    }
    way = run.question?.way?.text(in: words) ?? ""
    hint = run.question?.hint?.text(in: words) ?? ""
    isAnswerShown = run.solution != nil
    guard lesson.steps.indices.contains(run.index + 1) else { return }
    let following = lesson.steps[run.index + 1]
    next = following.say.text(in: words)
    nextQuestion = following.question.map { LessonNotes.text(of: $0, words) } ?? ""
  }

  private static func text(of question: Question, _ words: Words) -> String {
    guard case .choice(let answers, _) = question.kind else { return words.text(of: question) }
    let numbered = answers.enumerated().map { "\($0 + 1) " + $1.text(in: words) }
    return words.text(of: question) + "  " + numbered.joined(separator: "   ")
  }

  private static func text(
    of expected: Expected, _ question: Question?, _ words: Words
  ) -> String {
    guard case .choice(let answers, let right) = question?.kind else {
      return words.text(of: expected)
    }
    return "\(right + 1) " + answers[right].text(in: words)
  }
}

extension LessonNotes {
  private static let texts:
    [(name: String, path: WritableKeyPath<LessonNotes, String> & Sendable)] =
      [
        ("title", \.title), ("say", \.say), ("notes", \.notes), ("question", \.question),
        ("answer", \.answer), ("next", \.next), ("next-question", \.nextQuestion),
      ]

  /// Those that a program of an earlier version does not tell.
  private static let laterTexts:
    [(name: String, path: WritableKeyPath<LessonNotes, String> & Sendable)] = [
      ("way", \.way), ("hint", \.hint),
    ]

  /// A line for a second terminal.
  var line: String {
    var session = Session()
    session.set("step", step)
    session.set("steps", steps)
    session.set("shown", isAnswerShown ? 1 : 0)
    for (name, path) in LessonNotes.texts + LessonNotes.laterTexts {
      session.set(name, String(self[keyPath: path].prefix(LessonNotes.longest)))
    }
    return session.line
  }

  /// What a line tells; nil where it is none of these.
  init?(line: String) {
    guard let fields = try? SessionFields(Array(line.utf8)),
      let steps = try? fields.int("steps", in: 1...Timeline.largestStep),
      let step = try? fields.int("step", in: 0...steps)
    else { return nil }
    (self.step, self.steps) = (step, steps)
    isAnswerShown = (try? fields.flag("shown")) ?? false
    for (name, path) in LessonNotes.texts {
      guard let text = try? fields.text(name) else { return nil }
      self[keyPath: path] = String(text.printable.prefix(LessonNotes.longest))
    }
    for (name, path) in LessonNotes.laterTexts {
      let text = (try? fields.text(name)) ?? ""
      self[keyPath: path] = String(text.printable.prefix(LessonNotes.longest))
    }
  }
}

/// What a second terminal asks of a lesson.
enum NotesWish: String, CaseIterable, Sendable {
  case next, back, answer

  var action: Action {
    switch self {
    case .next: .lessonNext
    case .back: .lessonBack
    case .answer: .lessonAnswer
    }
  }

  /// The most bytes of its line.
  static let longestLine = 16
}
