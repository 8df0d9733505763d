extension Question {
  /// A wrong answer that a usual mistake leads to, and what to say of it.
  struct Trap: Hashable, Sendable {
    let answer: String
    let why: LocalText
  }

  /// The mistake that the question itself knows of in an answer.
  func trap(_ answer: String) -> Mistake? {
    guard let value = Expression.value(of: answer) else { return nil }
    let trap = traps.first { trap in
      Expression.value(of: trap.answer).map { abs($0 - value) <= max(1e-6, 1e-5 * abs($0)) }
        ?? false
    }
    return trap.map { .told($0.why) }
  }
}
