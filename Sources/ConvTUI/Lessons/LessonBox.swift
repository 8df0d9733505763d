import Drawing

/// What a lesson says and asks, in a box below the scene.
struct LessonBox {
  let run: LessonRun
  let words: Words

  /// The lines that the steps need, with room for what is said of an answer, so that the drawing keeps
  /// its size while one answers, and from step to step of a scene; the rest is the scene's. Long choices
  /// alone take more.
  func height(width: Int, most: Int) -> Int {
    let needed = max(reserved(width: width), lines(width: width).count)
    // A long notice takes a line of the box: then the text stays.
    return min(most, max(2, needed) + (most >= LessonBox.roomy ? 1 : 0))
  }

  private func reserved(width: Int) -> Int {
    guard run.step != nil else { return 0 }
    // Of an endless one the steps to come are not known yet.
    guard !run.isEndless else { return needed(run.lesson.steps[run.index], width) }
    let scene = run.stage.current
    var first = run.index
    while first > 0, run.stages[first - 1].current == scene { first -= 1 }
    let neighbours = run.stages[first...].prefix { $0.current == scene }.indices
    let others = neighbours.filter { !run.lesson.steps[$0].isChoice }
    return ([run.index] + others).reduce(0) { max($0, needed(run.lesson.steps[$1], width)) }
  }

  private func needed(_ step: Lesson.Step, _ width: Int) -> Int {
    // A mistake and a hint behind it mostly need two lines of a narrow screen.
    let said = step.question?.hint == nil || width > 90 ? 0 : 1
    return words.lineCount(of: step, width: width) + said
  }

  /// Where so many lines may be taken, one of them stays free above the text.
  private static let roomy = 13

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    frame.fill(rect, look.bar)
    let inner = LessonBox.inner(rect)
    // Where not all have room, the question and what is said of an answer stay.
    frame.write(Array(lines(width: inner.width).suffix(inner.height)), in: inner, look)
  }

  private static func inner(_ rect: Rect) -> Rect {
    rect.inset(top: rect.rows.upperBound > LessonBox.roomy * 2 ? 1 : 0, left: 2, right: 2)
  }

  /// Which answer of a choice stands at a point, from 0.
  func choice(at point: Point, in rect: Rect) -> Int? {
    let inner = LessonBox.inner(rect)
    guard inner.contains(point), let step = run.step, run.isOpen,
      case .choice(let answers, _) = step.question?.kind
    else { return nil }
    let width = inner.width
    let cut = max(0, lines(width: width).count - inner.height)
    let rows = words.lines(ofChoices: answers, width: width)
    let first = words.lines(of: step, width: width).count - rows.count
    let row = point.row - inner.row + cut - first
    guard rows.indices.contains(row) else { return nil }
    guard rows.count < answers.count else { return row }
    // Beside each other: the last one that begins at the point or before it.
    return words.columns(ofChoices: answers).lastIndex { inner.column + $0 <= point.column }
  }

  /// What is shown now.
  private func lines(width: Int) -> [Line] {
    guard let step = run.step else {
      return words.summary(of: run).flatMap { [Span($0, .strong)].folded(to: width) }
    }
    var lines = words.lines(of: step, width: width)
    guard let attempt = run.attempt else { return lines }
    var answer = words.lines(of: attempt, width: width)
    // Where it has room, the answer stands behind the question.
    if attempt.isOpen, let question = words.shortQuestion(of: step, width: width) {
      lines[question].append(Span("   "))
      lines[question] = (lines[question] + answer.removeFirst()).prefix(within: width)
    }
    lines += answer
    return attempt.isOpen ? lines : lines + words.way(of: attempt.question, width: width)
  }
}

extension Words {
  /// The lines that a step needs until its question is answered, and then.
  func lineCount(of step: Lesson.Step, width: Int) -> Int {
    let count = lines(of: step, width: width).count
    guard let question = step.question else { return count }
    let reasons = question.traps.map {
      [Span(wrong(.told($0.why)), .warning)].folded(to: width).count
    }
    let answer = shortQuestion(of: step, width: width) == nil ? 1 : 0
    // The last of them: what was wrong of an answer that stands there still, or that it is right, and why.
    return count
      + max(answer + max(1, reasons.max() ?? 0), 1 + way(of: question, width: width).count)
  }

  /// The columns that an answer needs behind a question: the cursor, some digits and how it is given.
  private static let answerWidth = 44

  /// Which of the lines of a step is a question with room for an answer behind it; nil where none is.
  fileprivate func shortQuestion(of step: Lesson.Step, width: Int) -> Int? {
    guard let question = step.question,
      text(of: question).cellWidth + 3 + Words.answerWidth <= width
    else { return nil }
    return [Span(step.say.text(in: self))].folded(to: width).count
  }

  /// How one comes to the answer.
  fileprivate func way(of question: Question, width: Int) -> [Line] {
    question.way.map { [Span($0.text(in: self), .strong)].folded(to: width) } ?? []
  }

  /// What a step says and asks.
  func lines(of step: Lesson.Step, width: Int) -> [Line] {
    var lines = [Span(step.say.text(in: self))].folded(to: width)
    guard let question = step.question else { return lines }
    lines += [Span(text(of: question), .accent)].folded(to: width)
    if case .choice(let answers, _) = question.kind {
      lines += self.lines(ofChoices: answers, width: width)
    }
    return lines
  }

  /// Some answers with their numbers: beside each other where all fit, which leaves the drawing more room,
  /// else below each other.
  fileprivate func lines(ofChoices answers: [LocalText], width: Int) -> [Line] {
    let lines = answers.enumerated().map { index, answer -> Line in
      let text = answer.text(in: self).cut(to: max(1, width - Words.numberWidth))
      return [Span("\(index + 1)  ", .accent), Span(text, .strong)]
    }
    let row = Array(lines.joined(separator: [Span(Words.betweenChoices)]))
    return row.cellWidth <= width ? [row] : lines
  }

  /// Where each of some answers begins in a row.
  fileprivate func columns(ofChoices answers: [LocalText]) -> [Int] {
    let widths = answers.map {
      Words.numberWidth + $0.text(in: self).cellWidth + Words.betweenChoices.cellWidth
    }
    return widths.indices.map { widths[..<$0].reduce(0, +) }
  }

  /// The columns of an answer's number.
  private static let numberWidth = 3
  private static let betweenChoices = "     "

  /// The answer that is being typed, and what came of the last one.
  func lines(of attempt: Attempt, width: Int) -> [Line] {
    var lines: [Line] = []
    if attempt.isOpen {
      lines.append(
        ([Span("▌ ", .accent)] + typed(attempt, width: width)
          + answerKeys(of: attempt).map { Span("   " + $0, .secondary) }).prefix(within: width))
    }
    if let verdict = attempt.verdict {
      let isGood = if case .right = verdict { true } else { false }
      let sentence = sentence(verdict, solution: attempt.solution)
      lines += [Span(sentence, isGood ? .positive : .warning)].folded(to: width)
    } else if let solution = attempt.solution {
      lines += [Span(self.solution(solution), .secondary)].folded(to: width)
    }
    return lines
  }

  /// What is answered so far.
  private func typed(_ attempt: Attempt, width: Int) -> Line {
    if let marking = attempt.marking { return [Span(markedCells(marking.cells.count), .strong)] }
    let (before, after) = attempt.answer.window(width: max(1, width / 2))
    return [Span(before, .strong), Span("▏", .accent), Span(after, .strong)]
  }
}
