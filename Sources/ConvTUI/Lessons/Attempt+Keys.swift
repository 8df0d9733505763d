import Drawing
import Terminal

/// Typing an answer. Where a lesson asks, every letter and digit belongs to the answer, as the cursor
/// says, until Esc leaves it: then keys are commands, and only what looks like an answer begins one. Where
/// a scene asks, that alone begins one. Once one is begun, every key belongs to it until it is checked or
/// cleared.
extension Attempt {
  /// Takes a key that writes or checks the answer.
  ///
  /// - Returns: False where the key is none of these.
  mutating func take(_ key: Key) -> Bool {
    guard isOpen else { return false }
    if marking != nil { return mark(key) }
    let key = key.halfWidth
    switch key {
    case .character(let character) where keeps(character): type(character)
    case .escape where canBeLeft: leaveField()
    case .backspace where text.isEmpty && isBegun: isBegun = false
    case .enter where isWaiting: check()
    case .enter where isLeft && text.isEmpty: isLeft = false
    case _ where text.isEmpty: return false
    case .enter: check()
    case .escape: answer = LineEditor()
    case .backspace, .delete: answer.press(key)
    case .left where isTyping, .right where isTyping, .home where isTyping, .end where isTyping:
      answer.press(key)
    // What would lead elsewhere waits until the answer is checked or cleared.
    default: return isTyping
    }
    return true
  }

  /// Whether an answer is being written; one that was checked is not, until something is typed.
  var isTyping: Bool { !answer.text.isEmpty && !answer.isSelected }

  /// Whether letters belong to the answer though none is begun.
  var isWaiting: Bool { canBeLeft && !isTyping && text.isEmpty }

  /// Whether letters belong to the answer, which Esc changes.
  var canBeLeft: Bool { isOpen && marking == nil && !isRiddle && !isLeft }

  /// Whether a character belongs to the answer now.
  func keeps(_ character: Character) -> Bool {
    guard isOpen, marking == nil else { return false }
    return isTyping || begins(character) || canBeLeft && !Attempt.commands.contains(character)
  }

  /// Clears the answer, and makes letters commands.
  mutating func leaveField() { (answer, isLeft) = (LineEditor(), true) }

  /// What begins no answer: the next step, the list of commands, and the help.
  private static let commands: Set<Character> = [" ", "/", "?"]

  private mutating func type(_ character: Character) {
    let isChoice = if case .choice = question.kind { begins(character) } else { false }
    // The number of a choice is all of the answer, whatever stands there.
    if isChoice { answer = LineEditor() }
    answer.press(.character(character))
    (isBegun, isLeft) = (true, false)
    if isChoice { check() }
  }

  /// Types the first line of a pasted text.
  ///
  /// - Returns: False where no text is waited for.
  mutating func paste(_ text: String) -> Bool {
    if case .choice = question.kind { return false }
    guard isOpen, marking == nil else { return false }
    answer.insert(text.prefix { !$0.isNewline }.prefix(Expression.longest))
    return true
  }

  /// The arrows go to a cell, x marks it.
  private mutating func mark(_ key: Key) -> Bool {
    switch key {
    case .left: marking?.move(.left)
    case .right: marking?.move(.right)
    case .up: marking?.move(.up)
    case .down: marking?.move(.down)
    case "x": marking?.toggle()
    case .enter: check()
    case .escape where marking?.cells.isEmpty == false: marking?.cells = []
    default: return false
    }
    return true
  }

  /// Whether an answer may begin with a character.
  private func begins(_ character: Character) -> Bool {
    let isDigit = character.isASCII && character.isNumber
    switch question.kind {
    case .choice(let answers, _):
      return character.wholeNumberValue.map { (1...answers.count).contains($0) } ?? false
    case .size, .field: return isDigit
    case .kernel: return isDigit || "-−[".contains(character)
    case .cells: return false
    case .row: return isDigit || "-−".contains(character)
    case .cell, .quantity, .number, .parameters, .parametersOf:
      return isDigit || "-−(".contains(character)
    }
  }
}

extension Key {
  /// A character as wide as a Chinese one, as an input method types it, as that of a keyboard.
  fileprivate var halfWidth: Key {
    guard case .character(let character) = self, let scalar = character.unicodeScalars.first,
      (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return self == "\u{3000}" ? " " : self }
    return .character(Character(half))
  }
}
