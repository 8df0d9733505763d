import Terminal

/// Typing an answer. What does not begin one keeps its meaning, so that everything else works.
extension Attempt {
  /// Takes a key that writes or checks the answer.
  ///
  /// - Returns: False where the key is none of these.
  mutating func take(_ key: Key) -> Bool {
    guard isOpen else { return false }
    switch key {
    case .character(let character) where takes(character):
      answer.press(key)
      if case .choice = question.kind { check() }
    case "k" where canBeNamed && text.isEmpty: takesLetters = true
    case .escape where takesLetters, .backspace where takesLetters && text.isEmpty:
      (answer, takesLetters) = (LineEditor(), false)
    case _ where text.isEmpty: return false
    case .enter: check()
    case .backspace, .delete, .control("u"), .control("w"): answer.press(key)
    case .escape: answer = LineEditor()
    default: return false
    }
    return true
  }

  /// Whether an answer may be a name, which a key has to begin.
  private var canBeNamed: Bool {
    if case .kernel = question.kind { true } else { false }
  }

  /// Whether a character belongs to the answer as it stands.
  private func takes(_ character: Character) -> Bool {
    switch question.kind {
    case .choice(let answers, _):
      return character.wholeNumberValue.map { (1...answers.count).contains($0) } ?? false
    case .size:
      return character.isASCII && character.isNumber
        || !text.isEmpty && "x×,".contains(character)
    case .kernel:
      if takesLetters { return true }
      return character.isASCII && character.isNumber || "-[".contains(character)
        || !text.isEmpty && " ,;./]".contains(character)
    case .cell, .quantity, .number:
      return character.isASCII && character.isNumber || "-−(".contains(character)
        || !text.isEmpty && "+*×/÷.,)".contains(character)
    }
  }
}
