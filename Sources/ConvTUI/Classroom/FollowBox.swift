import Drawing

/// What the one who is followed says, and whether the follower is up with it, below the scene.
struct FollowBox {
  private let following: Following
  private let words: Words

  init(_ following: Following, _ words: Words) { (self.following, self.words) = (following, words) }

  /// The lines that it needs; during a lesson some more, so that the scene mostly keeps its place.
  func height(width: Int, most: Int) -> Int {
    let usual = following.newest?.lesson == nil ? 1 : 5
    return min(most, max(usual, lines(width: width).count))
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    frame.fill(rect, look.bar)
    let inner = rect.inset(left: 2, right: 2)
    frame.write(Array(lines(width: inner.width).prefix(rect.height)), in: inner, look)
  }

  private func lines(width: Int) -> [Line] {
    var lines = status.folded(to: width)
    guard let lesson = following.newest?.lesson else { return lines }
    lines += [Span(lesson.say)].folded(to: width)
    if !lesson.question.isEmpty { lines += [Span(lesson.question, .accent)].folded(to: width) }
    return lines
  }

  private var status: Line {
    guard let view = following.newest else {
      return [Span(words.waitsForShare(following.name), .secondary)]
    }
    var line: Line = []
    if let lesson = view.lesson {
      line = [
        Span(lesson.title + "  ", .strong),
        Span(words.step(min(lesson.step + 1, lesson.steps), of: lesson.steps) + "  ", .secondary),
      ]
    }
    if view.scene == nil {
      line.append(Span(words.cannotBeFollowed(view.kind), .warning))
    } else if following.isAway {
      line.append(Span(words.looksAround, .warning))
    } else {
      line.append(Span(words.follows(following.name), .secondary))
    }
    return line
  }
}
