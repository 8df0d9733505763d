import Drawing

/// What is asked without a lesson, in a box below the scene.
struct QuizBox {
  let state: State

  /// The lines that it takes on a screen of some lines.
  static func height(screen: Int) -> Int { screen >= 30 ? 5 : screen >= 20 ? 3 : 2 }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    frame.fill(rect, look.bar)
    let inner = rect.inset(top: rect.height > 4 ? 1 : 0, left: 2, right: 2)
    frame.write(
      Array(lines(Size(width: inner.width, height: rect.height)).prefix(inner.height)), in: inner,
      look)
  }

  private func lines(_ size: Size) -> [Line] {
    let words = look.words
    let count = state.quiz.count(in: state.scene.kind)
    let score = Span("   " + words.found(count), .secondary)
    guard let attempt = state.riddle else {
      let start = (state.scene as? any SceneWithRiddles)?.riddles.isEmpty ?? true
      return verdict(size.width)
        + [
          [Span(start ? words.quizBegins : found, .strong), score].prefix(within: size.width)
        ]
    }
    let question: Line = [Span(words.text(of: attempt.question), .strong)]
    if state.isEditing { return [question, [Span(words.cellTakesDigits, .secondary)]] }
    let answer = words.lines(of: attempt, width: size.width)
    // What came of the answer to the question before.
    let before = attempt.verdict == nil && attempt.text.isEmpty ? verdict(size.width) : []
    if size.height > 2 {
      return [(question + [score]).prefix(within: size.width)] + answer + before
    }
    let first = (question + [Span("  ")] + answer[0]).prefix(within: size.width)
    return [first] + (answer.count > 1 ? Array(answer.dropFirst()) : before)
  }

  private var look: Look { state.look }

  private var found: String {
    let timeline = state.scene.timeline
    return timeline.step < timeline.length ? look.words.stepIsFound : look.words.lastIsFound
  }

  /// That the last answer was right.
  private func verdict(_ width: Int) -> [Line] {
    guard let last = state.quiz.attempt, last.scene.kind == state.scene.kind, !last.isOpen else {
      return []
    }
    return look.words.lines(of: last, width: width)
  }
}
