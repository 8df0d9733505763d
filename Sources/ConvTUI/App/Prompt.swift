import Drawing
import Terminal

/// A question at the foot of the screen, and the answer that is being written.
struct Prompt: Hashable, Sendable {
  /// The action whose answer this is.
  let action: Action
  let question: String
  /// What the answer would be by now.
  let present: String
  var line: LineEditor
  /// Earlier answers to questions of this kind.
  var history = AnswerHistory()
  /// Why the last answer could not be taken.
  var complaint: String?
  /// What else there is to say of the answer so far.
  var remark: String?

  init(_ action: Action, _ question: String, present: String = "") {
    self.action = action
    self.question = question
    self.present = present
    line = LineEditor(present, isSelected: true)
  }

  var answer: String { line.text }

  /// Whether Enter leaves everything as it is; the same seed again is another start.
  var changesNothing: Bool { !present.isEmpty && answer == present && action != .seed }

  /// Types, moves, deletes, or brings back an earlier answer.
  mutating func type(_ key: Key) {
    (complaint, remark) = (nil, nil)
    switch key {
    case .up, .down:
      if let answer = history.step(by: key == .up ? -1 : 1, from: answer) {
        line = LineEditor(answer)
      }
    default: line.press(key)
    }
  }

  /// Takes in a text as if it were typed.
  ///
  /// The ends of a matrix's rows become semicolons; elsewhere ends of lines and tabs part words as
  /// spaces do.
  ///
  /// - Returns: Whether it was too long to be taken in whole.
  @discardableResult
  mutating func paste(_ text: String) -> Bool {
    (complaint, remark) = (nil, nil)
    let text = [.kernel, .open].contains(action) ? Prompt.rows(text) : text
    let words = text.split { $0.isWhitespace }.joined(separator: " ").filter { $0.cellWidth > 0 }
    line.insert(words.prefix(Prompt.longestPaste))
    return words.count > Prompt.longestPaste
  }

  /// The most characters that are taken in of a paste.
  static let longestPaste = 4096

  /// Lines of numbers as rows; any other text as it is.
  private static func rows(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.split { $0.isWhitespace }.joined(separator: " ") }.filter { !$0.isEmpty }
    guard lines.count > 1, let start = lines[0].first, start.isNumber || "+-−.".contains(start)
    else { return text }
    return lines.map { $0.last == ";" ? String($0.dropLast()) : $0 }.joined(separator: ";")
  }
}
