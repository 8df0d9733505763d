/// Text that Markdown shows as it is.
enum Markdown {
  /// A text in which nothing is a sign of Markdown or of HTML.
  static func escaped(_ text: String) -> String {
    let escaped = text.map { "\\`*_[]<>|~$&#".contains($0) ? "\\\($0)" : String($0) }.joined()
    guard let first = escaped.first else { return "" }
    // What at the beginning of a line would begin a list, a heading or a rule.
    if "-+=".contains(first) { return "\\" + escaped }
    let digits = escaped.prefix(while: \.isNumber)
    let rest = escaped.dropFirst(digits.count)
    guard !digits.isEmpty, let next = rest.first, ".)".contains(next),
      rest.dropFirst().first.map({ $0 == " " }) ?? true
    else { return escaped }
    return digits + "\\" + rest
  }

  /// A text whose lines and blanks stay.
  static func block(_ text: String) -> String { "```text\n\(text)```" }

  static func picture(_ name: String, file: String) -> String { "![\(escaped(name))](\(file))" }
}
