/// The answers that questions of one kind had, and which of them is shown in place of a new one.
struct AnswerHistory: Hashable, Sendable {
  /// The newest last.
  private(set) var answers: [String] = []
  /// The one that is shown; `answers.count` is the new one.
  private var shown = 0
  private var new = ""

  private static let most = 50

  /// Keeps an answer; one that was there already becomes the newest.
  mutating func keep(_ answer: String) {
    guard !answer.isEmpty else { return }
    answers.removeAll { $0 == answer }
    answers = answers.suffix(AnswerHistory.most - 1) + [answer]
    shown = answers.count
  }

  /// The answer before or after the one that is shown; nil where there is none.
  ///
  /// - Parameter text: What stands there now.
  mutating func step(by step: Int, from text: String) -> String? {
    guard (0...answers.count).contains(shown + step) else { return nil }
    if shown == answers.count { new = text }
    shown += step
    return shown == answers.count ? new : answers[shown]
  }
}
