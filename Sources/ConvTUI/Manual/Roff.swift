import Drawing

/// Text in the language of man(7): requests on lines of their own, and ASCII alone, so that the page
/// is the same in every locale.
struct Roff {
  private(set) var text = ""

  /// The head of the page. Lines are not hyphenated: a hyphen might be taken for a part of a name.
  mutating func title(_ name: String, date: String, source: String, volume: String) {
    line(".TH \(quoted(name.uppercased())) 1 \"\(date)\" \(quoted(source)) \(quoted(volume))")
    line(".nh")
    line(".ad l")
  }

  mutating func section(_ title: String) { line(".SH \(quoted(title.uppercased()))") }
  mutating func subsection(_ title: String) { line(".SS \(quoted(title))") }

  /// - Parameter isFirst: Whether a heading stands before it, which parts them already.
  mutating func paragraph(_ words: String, isFirst: Bool = false) {
    if !isFirst { line(".PP") }
    filled(words)
  }

  /// Lines that stay as they are.
  mutating func verbatim(_ lines: String) {
    line(".PP")
    line(".nf")
    for words in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      filled(String(words))
    }
    line(".fi")
  }

  /// What is typed as it stands, and what stands for something else.
  mutating func synopsis(_ literal: String, _ rest: [String]) {
    line(".B \(quoted(literal))")
    for word in rest { line(".I \(quoted(word))") }
  }

  /// A term with what it means.
  mutating func item(_ term: String, value: String?, _ explanation: String) {
    line(".TP")
    switch (term.isEmpty, value) {
    case (false, let value?): line(".BI \(quoted(term + " ")) \(quoted(value))")
    case (false, nil): line(".B \(quoted(term))")
    case (true, let value): line(".I \(quoted(value ?? ""))")
    }
    filled(explanation)
  }

  private mutating func filled(_ words: String) {
    let text = breakable(words)
    // At the start of a line these would make it a request.
    line(text.hasPrefix(".") ? "\\&" + text : text)
  }

  /// Wide characters have no spaces between them: each may end a line that a mark does not bind to
  /// the next.
  private func breakable(_ words: String) -> String {
    var last: Character?
    return words.reduce(into: "") { text, character in
      if let last, last != " ", last.mayEndLine(before: character) { text += "\\:" }
      text += escaped(String(character))
      last = character
    }
  }

  private mutating func line(_ line: String) { text += line + "\n" }

  private func quoted(_ words: String) -> String { "\"\(escaped(words))\"" }

  /// What a text is written as: characters that typesetting would change or that are not ASCII by
  /// their names.
  private func escaped(_ words: String) -> String {
    words.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": " "
      case "\\": "\\e"
      case "-": "\\-"
      case "\u{2010}": "\\-"
      case "'": "\\(aq"
      case "\"": "\\(dq"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case "`": "\\(ga"
      case _ where scalar.isASCII: String(scalar)
      default: "\\[u\(hexadecimal(scalar.value))]"
      }
    }.joined()
  }

  /// At least four digits.
  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
