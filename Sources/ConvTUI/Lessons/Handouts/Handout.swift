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
    let asked = markdown { _, state in Markdown.block(Export.text(state.colored(.none).drawing())) }
    let answers = hasAnswers && !answers.isEmpty ? [["## " + words.answersTitle], answers] : []
    return Handout.document(asked + answers.joined())
  }

  /// A text with pictures in files beside it, and what is right in another file, for the teacher.
  var files: [FigureFile] {
    var pictures: [FigureFile] = []
    let asked = markdown { number, state in
      let (ink, ground) = (state.look.theme.text, state.look.theme.background)
      let svg = Export.svg(state.drawing(), ink: ink, ground: ground)
      let path = "figure-\(number).svg"
      pictures.append(FigureFile(path: path, bytes: Array(svg.utf8)))
      return Markdown.picture(words.figure(number), file: path)
    }
    var texts = [("handout.md", asked)]
    if hasAnswers, !answers.isEmpty {
      texts.append(("answers.md", [title + words.answersOf] + answers))
    }
    return texts.map { FigureFile(path: $0, bytes: Array(Handout.document($1).utf8)) } + pictures
  }

  private static func document(_ parts: [String]) -> String {
    parts.joined(separator: "\n\n") + "\n"
  }

  private var title: String { "# " + Markdown.escaped(run.lesson.title.text(in: words)) }

  /// What is right, by the questions.
  private var answers: [String] {
    zip(run.lesson.steps, run.stages).enumerated().compactMap { index, step in
      step.0.question.map { answered($0, step.1.expected, index + 1) }
    }
  }

  private func markdown(_ place: Placed) -> [String] {
    var parts = [title]
    var jobs = ImmediateJobs()
    var shown: Frame?
    var pictures = 0
    for (index, step) in run.lesson.steps.enumerated() {
      parts += ["## \(index + 1)", Markdown.escaped(step.say.text(in: words))]
      var state = state(at: index)
      jobs.finish(&state)
      let drawing = state.drawing()
      // The same picture again says nothing.
      if drawing != shown {
        (shown, pictures) = (drawing, pictures + 1)
        parts.append(place(pictures, state))
      }
      if let question = step.question { parts += asked(question) }
    }
    return parts
  }

  /// A question, and the answers among which one is right.
  private func asked(_ question: Question) -> [String] {
    var parts = ["**\(Markdown.escaped(words.text(of: question)))**"]
    if case .choice(let answers, _) = question.kind {
      let lines = answers.enumerated().map { index, answer in
        "\(index + 1). \(Markdown.escaped(answer.text(in: words)))"
      }
      parts.append(lines.joined(separator: "\n"))
    }
    return parts
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
