import Drawing

/// Words about an answer that is being written.
extension Words {
  func keys(of prompt: Prompt) -> String {
    "Enter takes it, " + (prompt.wordToComplete == nil ? "" : "Tab completes it, ") + "Esc leaves"
  }

  var pasteWasCut: String { "The pasted text was cut after 4096 characters." }

  func nothingBegins(with word: String) -> String {
    word.isEmpty ? "There is nothing to choose from." : "Nothing begins with \(quoted(word))."
  }

  /// What a word may become: as much of it as can be read at a glance.
  func candidates(_ names: [String]) -> String {
    var room = 160
    let shown = names.prefix {
      room -= $0.cellWidth + 2
      return room >= 0
    }
    let rest = names.count - shown.count
    return (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "  ")
  }

  var kernelsThatWork: String {
    "Rows such as 0,1;2,3 would work, fractions as in 1/9,1/9, a divisor as in 1,2,1 / 4, or "
      + "[[0,1],[2,3]]."
  }
}
