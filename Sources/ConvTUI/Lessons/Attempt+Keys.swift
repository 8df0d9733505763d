import Terminal

/// Typing an answer. What does not begin one keeps its meaning, so that everything else works; once one
/// is begun, every key belongs to it until it is checked or cleared.
extension Attempt {
  /// Takes a key that writes or checks the answer.
  ///
  /// - Returns: False where the key is none of these.
  mutating func take(_ key: Key) -> Bool {
    guard isOpen else { return false }
    if marking != nil { return mark(key) }
    switch key {
    case .character(let character) where isTyping || begins(character):
      answer.press(key)
      isBegun = true
      if case .choice = question.kind { check() }
    case "k" where canBeNamed: (answer, takesLetters) = (LineEditor(), true)
    case .escape where takesLetters, .backspace where takesLetters && text.isEmpty:
      (answer, takesLetters) = (LineEditor(), false)
    case .backspace where text.isEmpty && isBegun: isBegun = false
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
  var isTyping: Bool { takesLetters || !answer.text.isEmpty && !answer.isSelected }

  /// Types the first line of a pasted text.
  ///
  /// - Returns: False where no text is waited for.
  mutating func paste(_ text: String) -> Bool {
    if case .choice = question.kind { return false }
    guard isOpen, marking == nil else { return false }
    takesLetters = takesLetters || canBeNamed
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

  /// Whether an answer may be a name, which a key has to begin.
  private var canBeNamed: Bool {
    if case .kernel = question.kind { true } else { false }
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
