import Formats

extension Drill {
  /// The questions of a sheet as data.
  func json(_ run: LessonRun, hasAnswers: Bool, _ words: Words) -> JSON {
    let questions = zip(run.lesson.steps, run.stages).compactMap { step, stage in
      step.question.map { question in
        JSON.object(
          asked(step, question, words)
            + (hasAnswers ? answered(question, stage.expected, words) : []))
      }
    }
    return .object([
      ("drill", .text(kind?.rawValue ?? "all")), ("level", .number(level)),
      ("seed", .number("\(seed)")), ("questions", .list(questions)),
    ])
  }

  private func asked(_ step: Lesson.Step, _ question: Question, _ words: Words) -> [JSON.Field] {
    func settings(_ changes: [Lesson.Change]) -> JSON {
      // Of two values of a setting the last counts.
      let last = Dictionary(changes.map { ($0.name, $0.value) }) { $1 }
      return .object(last.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
    }
    var fields: [JSON.Field] = [
      ("say", .text(step.say.text(in: words))), ("question", .text(words.text(of: question))),
    ]
    if case .choice(let answers, _) = question.kind {
      fields.append(("choices", .list(answers.map { .text($0.text(in: words)) })))
    }
    fields.append(("scene", step.scene.map { .text($0.name) } ?? .null))
    fields.append(("set", settings(step.settings)))
    if !question.with.isEmpty { fields.append(("with", settings(question.with))) }
    return fields
  }

  private func answered(
    _ question: Question, _ expected: Expected?, _ words: Words
  ) -> [JSON.Field] {
    let answer: JSON =
      switch expected {
      case .number(let number): .number(number)
      case .size(let rows, let columns): .list(of: [rows, columns])
      case .choice(let index): .number(index + 1)
      case let other: .text(words.text(of: other))
      }
    return [("answer", answer), ("way", question.way.map { .text($0.text(in: words)) } ?? .null)]
  }
}
