import Terminal

/// Typing an answer. What does not begin one keeps its meaning, so that everything else works.
extension Attempt {
  /// Takes a key that writes or checks the answer.
  ///
  /// - Returns: False where the key is none of these.
  mutating func take(_ key: Key) -> Bool {
    guard isOpen else { return false }
    if marking != nil { return mark(key) }
    switch key {
    case .character(let character) where takes(character):
      answer.press(key)
      isBegun = true
      if case .choice = question.kind { check() }
    case "k" where canBeNamed && text.isEmpty: takesLetters = true
    case .escape where takesLetters, .backspace where takesLetters && text.isEmpty:
      (answer, takesLetters) = (LineEditor(), false)
    case .backspace where text.isEmpty && isBegun: isBegun = false
    case _ where text.isEmpty: return false
    case .enter: check()
    case .backspace, .delete, .control("u"), .control("w"): answer.press(key)
    case .escape: answer = LineEditor()
    default: return false
    }
    return true
  }

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

  /// Whether a character belongs to the answer as it stands.
  private func takes(_ character: Character) -> Bool {
    switch question.kind {
    case .choice(let answers, _):
      return character.wholeNumberValue.map { (1...answers.count).contains($0) } ?? false
    case .size, .field:
      return character.isASCII && character.isNumber
        || !text.isEmpty && "xX×*,".contains(character)
    case .kernel:
      if takesLetters { return true }
      return character.isASCII && character.isNumber || "-[".contains(character)
        || !text.isEmpty && " ,;./]".contains(character)
    case .cells: return false
    case .row:
      return character.isASCII && character.isNumber || "-−".contains(character)
        || !text.isEmpty && " ,;./".contains(character)
    case .cell, .quantity, .number, .parameters, .parametersOf:
      return character.isASCII && character.isNumber || "-−(".contains(character)
        || !text.isEmpty && "+*×/÷.,)".contains(character)
    }
  }
}
