/// Words about an answer that is being written.
extension Words {
  func keys(of prompt: Prompt) -> String {
    "Enter takes it, " + (prompt.wordToComplete == nil ? "" : "Tab completes it, ") + "Esc leaves"
  }

  var pasteWasCut: String { "The pasted text was cut after 4096 characters." }

  func nothingBegins(with word: String) -> String {
    word.isEmpty ? "There is nothing to choose from." : "Nothing begins with \(quoted(word))."
  }

  /// What a word may become, the first ones.
  func candidates(_ names: [String]) -> String {
    let most = 16
    let rest = names.count - most
    return names.prefix(most).joined(separator: "  ") + (rest > 0 ? "  and \(rest) more" : "")
  }

  var kernelsThatWork: String {
    "Rows such as 0,1;2,3 would work, fractions as in 1/9,1/9, a divisor as in 1,2,1 / 4, or "
      + "[[0,1],[2,3]]."
  }
}
