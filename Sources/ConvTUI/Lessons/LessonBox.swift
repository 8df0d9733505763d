import Drawing

/// What a lesson says and asks, in a box below the scene.
struct LessonBox {
  let run: LessonRun
  let words: Words

  /// The lines that the longest step of the lesson needs, so that the scene keeps its place.
  func height(width: Int, most: Int) -> Int {
    let longest =
      run.lesson.steps.map { step in
        lines(of: step, width: width).count + (step.question == nil ? 0 : 2)
      }.max() ?? 0
    return min(most, longest + (longest > 6 ? 2 : 1))
  }

  /// The lines that are needed now: for the back row the rest is the scene's.
  func presentHeight(width: Int, most: Int) -> Int {
    let needed =
      run.step.map { lines(of: $0, width: width).count + ($0.question == nil ? 0 : 2) }
      ?? lines(width: width).count
    return min(most, needed + (needed > 7 ? 2 : 1))
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    frame.fill(rect, look.bar)
    let inner = rect.inset(top: rect.height > 8 ? 1 : 0, left: 2, right: 2)
    frame.write(Array(lines(width: inner.width).prefix(rect.height)), in: inner, look)
  }

  /// What is shown now.
  private func lines(width: Int) -> [Line] {
    guard let step = run.step else {
      return words.summary(of: run).flatMap { [Span($0, .strong)].folded(to: width) }
    }
    var lines = self.lines(of: step, width: width)
    guard run.question != nil else { return lines }
    if run.isOpen {
      let (before, after) = run.answer.window(width: max(1, width / 2))
      let keys = "   " + (run.answer.text.isEmpty ? words.lessonShows : words.lessonChecks)
      lines.append([
        Span("▌ ", .accent), Span(before, .strong), Span("▏", .accent), Span(after, .strong),
        Span(keys, .secondary),
      ])
    }
    if let verdict = run.verdict {
      let isGood = if case .right = verdict { true } else { false }
      let sentence = words.sentence(verdict, solution: run.solution)
      lines += [Span(sentence, isGood ? .positive : .warning)].folded(to: width)
    } else if let solution = run.solution {
      lines += [Span(words.solution(solution), .secondary)].folded(to: width)
    }
    return lines
  }

  /// What a step says and asks.
  func lines(of step: Lesson.Step, width: Int) -> [Line] {
    var lines = [Span(step.say.text(in: words))].folded(to: width)
    guard let question = step.question else { return lines }
    lines += [Span(words.text(of: question), .accent)].folded(to: width)
    if case .choice(let answers, _) = question.kind {
      for (index, answer) in answers.enumerated() {
        let number = Span("\(index + 1)  ", .accent)
        lines.append([number, Span(answer.text(in: words).cut(to: max(1, width - 3)), .strong)])
      }
    }
    return lines
  }
}
