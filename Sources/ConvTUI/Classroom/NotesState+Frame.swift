import Drawing

/// What the teacher's second terminal shows.
extension NotesState {
  private var words: Words { look.words }

  func frame() -> Frame {
    var frame = Frame(size, style: look.page)
    let page = Rect(size)
    guard size.width >= 20, size.height >= 6 else { return frame }
    let header = page.inset(bottom: size.height - 1)
    let footer = page.inset(top: size.height - 1)
    frame.fill(header, look.bar)
    frame.fill(footer, look.bar)
    drawHeader(into: &frame, in: header.inset(left: 2, right: 2))
    frame.write([keys(width: size.width - 4)], in: footer.inset(left: 2, right: 2), look)
    let margin = size.height >= 20 ? 2 : 1
    let body = page.inset(top: margin, left: 2, bottom: margin, right: 2)
    let lines =
      lesson.map { self.lines(of: $0.notes, width: body.width) } ?? choice(width: body.width)
    frame.write(Array(lines.prefix(body.height)), in: body, look)
    return frame
  }

  /// Which lesson it is and how far it is, the time, and how much of it is left.
  private func drawHeader(into frame: inout Frame, in rect: Rect) {
    var title: Line = [Span("convtui", .accent)]
    if let notes = lesson?.notes {
      title += [
        Span("   " + notes.title, .strong),
        Span("   " + words.step(min(notes.step + 1, notes.steps), of: notes.steps), .secondary),
      ]
    }
    var time: Line = [Span(clock.text, .strong)]
    if let secondsLeft {
      time.append(
        Span("   " + words.timeLeft(secondsLeft), secondsLeft < 300 ? .warning : .positive))
    }
    frame.write([title], in: rect.inset(right: min(rect.width, time.cellWidth + 2)), look)
    frame.write([time], in: rect.inset(left: max(0, rect.width - time.cellWidth)), look)
  }

  private func lines(of notes: LessonNotes, width: Int) -> [Line] {
    guard notes.step < notes.steps else {
      return [Span(words.lessonIsOver, .strong)].folded(to: width)
    }
    var lines = section(words.shownNow, [Span(notes.say)], width)
    if !notes.question.isEmpty {
      lines += [Span(notes.question, .accent)].folded(to: width)
      let isShown = notes.isAnswerShown
      lines += [
        Span(words.answerIs, .secondary), Span(notes.answer, .positive),
        Span(
          "   " + (isShown ? words.classSees : words.classDoesNotSee),
          isShown ? .strong : .secondary),
      ].folded(to: width)
      for (name, text) in [(words.wayIs, notes.way), (words.hintIs, notes.hint)] where !text.isEmpty
      {
        lines += [Span(name, .secondary), Span(text)].folded(to: width)
      }
    }
    lines += [[]]
    if !notes.notes.isEmpty {
      lines += section(words.teachersNotes, [Span(notes.notes, .strong)], width) + [[]]
    }
    let isLast = notes.step + 1 == notes.steps
    lines += section(
      words.nextStep, [Span(isLast ? words.summaryFollows : notes.next, .secondary)], width)
    if !notes.nextQuestion.isEmpty {
      lines += [Span(notes.nextQuestion, .secondary)].folded(to: width)
    }
    return lines
  }

  private func section(_ title: String, _ text: Line, _ width: Int) -> [Line] {
    [[Span(title, .accent)]] + text.folded(to: width)
  }

  /// The lessons on this machine, or how to begin one.
  private func choice(width: Int) -> [Line] {
    var lines: [Line] = []
    if hasEnded { lines += [Span(words.lessonHasEnded, .warning)].folded(to: width) + [[]] }
    guard !lessons.isEmpty else {
      return lines + [Span(words.noLessonYet, .strong)].folded(to: width)
    }
    lines += [Span(words.chooseLesson, .strong)].folded(to: width) + [[]]
    for (index, lesson) in lessons.enumerated() {
      let notes = lesson.notes
      lines.append([
        Span("\(index + 1)  ", .accent), Span(notes.title.cut(to: max(1, width / 2)), .strong),
        Span("   " + words.step(min(notes.step + 1, notes.steps), of: notes.steps)),
        Span("   " + words.process(lesson.id), .secondary),
      ])
    }
    return lines
  }

  /// As many as have room, the more needed ones first.
  private func keys(width: Int) -> Line {
    let all: [(String, String)] =
      (lesson == nil
        ? [] : [(words.name(of: " "), words.lessonNext), ("Backspace", words.lessonBack)])
      + (lesson?.notes.question.isEmpty == false ? [("h", words.lessonAnswer)] : [])
      + (lessons.count > 1 || isChoosing ? [("l", words.lessonsLabel)] : [])
      + (minutes == nil ? [] : [("r", words.timeAnew)])
      + [("q", words.label(.quit, in: .slide)), ("t", words.title(of: .theme, in: .slide))]
    var line: Line = []
    for (key, label) in all {
      let next =
        line + [Span(line.isEmpty ? key : "   " + key, .accent), Span(" " + label, .secondary)]
      guard next.cellWidth <= width else { break }
      line = next
    }
    return line
  }
}
