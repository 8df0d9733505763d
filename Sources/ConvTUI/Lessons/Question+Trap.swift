extension Question {
  /// A wrong answer that a usual mistake leads to, and what to say of it.
  struct Trap: Hashable, Sendable {
    let answer: String
    let why: LocalText
    var place = LessonPlace.ofDrills
  }

  /// The mistake that the question itself knows of in an answer.
  func trap(_ answer: String) -> Mistake? {
    traps.first { isSame($0.answer, answer) }.map { .told($0.why) }
  }

  /// Whether two texts are the same answer.
  private func isSame(_ one: String, _ other: String) -> Bool {
    switch kind {
    case .size, .field:
      guard let one = Expected.size(one), let other = Expected.size(other) else { return false }
      return one == other
    default:
      guard let one = Expression.value(of: one), let other = Expression.value(of: other) else {
        return one == other
      }
      return abs(one - other) <= max(1e-6, 1e-5 * abs(one))
    }
  }
}
