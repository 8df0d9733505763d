import Terminal

/// A question at the foot of the screen, and the answer typed so far.
struct Prompt: Hashable, Sendable {
  /// The action whose answer this is.
  let action: Action
  let question: String
  var answer: String
  /// Why the last answer could not be taken.
  var complaint: String?

  init(_ action: Action, _ question: String, answer: String = "") {
    self.action = action
    self.question = question
    self.answer = answer
  }

  /// The answer, or as much of its end as fits.
  func end(within width: Int) -> String {
    guard answer.cellWidth > width else { return answer }
    var end = answer[...]
    while !end.isEmpty, String(end).cellWidth >= width { end.removeFirst() }
    return "…" + end
  }

  /// Types, or takes back, one character.
  mutating func type(_ key: Key) {
    complaint = nil
    switch key {
    case .character(let character) where character.cellWidth > 0: answer.append(character)
    case .backspace, .delete: _ = answer.popLast()
    default: break
    }
  }

  /// Takes in a text as if it were typed; ends of lines and tabs part words as spaces do.
  mutating func paste(_ text: String) {
    complaint = nil
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    answer += words.filter { $0.cellWidth > 0 }.prefix(Prompt.longestPaste)
  }

  private static let longestPaste = 4096
}
