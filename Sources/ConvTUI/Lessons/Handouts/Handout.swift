import Drawing

/// A lesson on paper: what it says and asks, with pictures; the answers stand at the end of a text that
/// is printed, and in a file of their own where there are files.
struct Handout {
  let run: LessonRun
  let words: Words
  /// The characters of the screen that the pictures are drawn on.
  var size = Size(width: 100, height: 30)
  var hasAnswers = true

  /// A picture as it stands in the text.
  private typealias Placed = (_ number: Int, _ state: State) -> String

  /// The whole in one text, whose pictures are drawn in characters.
  var text: String {
    let sheet = sheet { _, state in
      Markdown.block(Export.text(state.colored(.none).drawing()))
    }
    let answers = sheet.answers.isEmpty ? [] : ["## " + words.answersTitle] + sheet.answers
    return Handout.document(sheet.asked + answers)
  }

  /// A text with pictures in files beside it, and what is right in another file, for the teacher.
  var files: [FigureFile] {
    var pictures: [FigureFile] = []
    let sheet = sheet { number, state in
      let (ink, ground) = (state.look.theme.text, state.look.theme.background)
      let svg = Export.svg(state.drawing(), ink: ink, ground: ground)
      let path = "figure-\(number).svg"
      pictures.append(FigureFile(path: path, bytes: Array(svg.utf8)))
      return Markdown.picture(words.figure(number), file: path)
    }
    var texts = [("handout.md", sheet.asked)]
    if !sheet.answers.isEmpty {
      texts.append(("answers.md", [title + words.answersOf] + sheet.answers))
    }
    return texts.map { FigureFile(path: $0, bytes: Array(Handout.document($1).utf8)) } + pictures
  }

  private static func document(_ parts: [String]) -> String {
    parts.joined(separator: "\n\n") + "\n"
  }

  private var title: String { "# " + Markdown.escaped(run.lesson.title.text(in: words)) }

  /// What students get, and what only the teacher does.
  private struct Sheet {
    var asked: [String]
    var answers: [String] = []
  }

  /// The steps, in numbers of the sheet's own: a step that tells what was asked stands with the answers.
  private func sheet(_ place: Placed) -> Sheet {
    var sheet = Sheet(asked: [title, words.nameLine])
    var jobs = ImmediateJobs()
    var shown: Frame?
    var (number, pictures) = (0, 0)
    for (index, (step, stage)) in zip(run.lesson.steps, run.stages).enumerated() {
      var state = state(at: index)
      jobs.finish(&state)
      let drawing = state.drawing()
      var parts = [Markdown.escaped(step.say.text(in: words))]
      // The same picture again says nothing.
      if drawing != shown, hasAnswers || !step.tells {
        (shown, pictures) = (drawing, pictures + 1)
        parts.append(place(pictures, state))
      }
      if step.tells {
        if hasAnswers { sheet.answers += parts }
        parts = []
        if step.question == nil { continue }
      }
      number += 1
      sheet.asked += ["## \(number)"] + parts
      guard let question = step.question else { continue }
      sheet.asked += asked(question)
      if hasAnswers { sheet.answers.append(answered(question, stage.expected, number)) }
    }
    return sheet
  }

  /// A question, the answers among which one is right, and room to write one.
  private func asked(_ question: Question) -> [String] {
    var parts = ["**\(Markdown.escaped(words.text(of: question)))**"]
    if case .choice(let answers, _) = question.kind {
      let lines = answers.enumerated().map { index, answer in
        "\(index + 1). \(Markdown.escaped(answer.text(in: words)))"
      }
      parts.append(lines.joined(separator: "\n"))
    }
    return parts + [words.answerLine]
  }

  /// What is right, and how one comes to it.
  private func answered(_ question: Question, _ expected: Expected?, _ number: Int) -> String {
    var texts = [words.text(of: expected)]
    if case .choice(let answers, let right) = question.kind {
      texts.append(answers[right].text(in: words))
    }
    if let way = question.way ?? question.hint { texts.append(way.text(in: words)) }
    return "**\(number).** " + texts.map(Markdown.escaped).joined(separator: words.say("; ", "；"))
  }

  /// The program at a step, on white, with room for what is said besides.
  private func state(at index: Int) -> State {
    var run = run
    run.go(by: index - run.index)
    let box = LessonBox(run: run, words: words).height(width: size.width - 8, most: size.height)
    var state = State(
      scenes: run.stage.scenes, look: Look(isLight: true, language: words.language),
      size: Size(width: size.width, height: size.height + box))
    state.begin(run)
    return state
  }
}
