import Drawing

/// A text in Markdown as lines of plain text: its marks are taken out, and what they say is kept where a
/// terminal can show it. Control characters are harmless.
struct MarkdownText {
  let lines: [Line]

  /// A longer text is cut, in characters.
  private static let longest = 1 << 16

  init(_ text: String) {
    var (lines, table): ([Line], [[String]]) = ([], [])
    var isCode = false
    func end(_ table: inout [[String]]) {
      lines += MarkdownText.lines(ofTable: table)
      table = []
    }
    let rows = text.prefix(MarkdownText.longest)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for row in rows {
      let row = row.replacing("\t", with: "    ")
      let bare = row.drop { $0 == " " }
      if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
        end(&table)
        isCode.toggle()
      } else if isCode {
        lines.append([Span("    " + String(row).printable, .accent)])
      } else if bare.hasPrefix("|") {
        table.append(MarkdownText.cells(bare))
      } else {
        end(&table)
        lines.append(MarkdownText.line(bare, indent: row.count - bare.count))
      }
    }
    end(&table)
    while lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  private static func line(_ text: Substring, indent: Int) -> Line {
    guard !text.isEmpty else { return [] }
    let space = String(repeating: " ", count: min(indent, 8))
    let hashes = text.prefix { $0 == "#" }.count
    if (1...6).contains(hashes), text.dropFirst(hashes).first == " " {
      return [Span(plain(text.dropFirst(hashes + 1)), .strong)]
    }
    if text.count > 2, ["---", "***", "___"].contains(String(text.prefix(3))),
      Set(text.filter { $0 != " " }).count == 1
    {
      return [Span(String(repeating: "─", count: 24), .secondary)]
    }
    if let first = text.first, "-*+".contains(first), text.dropFirst().first == " " {
      return [Span(space + "• " + plain(text.dropFirst(2)))]
    }
    if text.hasPrefix("> ") { return [Span(space + "│ " + plain(text.dropFirst(2)), .secondary)] }
    return [Span(space + plain(text))]
  }

  /// Without the marks for bold, italic and code, and links as text and address.
  static func plain(_ text: some StringProtocol) -> String {
    var (plain, rest) = ("", Substring(text))
    while let character = rest.first {
      if character == "\\", let next = rest.dropFirst().first, next.isPunctuation || next.isSymbol {
        plain.append(next)
        rest = rest.dropFirst(2)
      } else if let (name, address, end) = link(rest) {
        plain += address.isEmpty || address == name ? String(name) : "\(name) (\(address))"
        rest = end
      } else if let mark = mark(rest, after: plain.last) {
        rest = rest.dropFirst(mark)
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    return plain.printable
  }

  /// How many characters at the start are marks of emphasis or code: those that touch a word, since others
  /// are signs of a formula.
  private static func mark(_ text: Substring, after before: Character?) -> Int? {
    guard let first = text.first else { return nil }
    if first == "`" { return text.prefix { $0 == "`" }.count }
    guard first == "*" || first == "_" else { return nil }
    let count = text.prefix { $0 == first }.count
    let next = text.dropFirst(count).first
    let (opens, closes) = (
      next.map { !$0.isWhitespace } ?? false, before.map { !$0.isWhitespace } ?? false
    )
    // Within a word it is part of a name, as in snake_case or 3*4.
    let isWithin = opens && closes && (next?.isWord ?? false) && (before?.isWord ?? false)
    return count <= 3 && opens != closes || (opens && closes && !isWithin) ? count : nil
  }

  /// A link or a picture at the start.
  private static func link(
    _ text: Substring
  ) -> (name: Substring, address: Substring, rest: Substring)? {
    let start = text.hasPrefix("![") ? text.dropFirst() : text
    guard start.hasPrefix("["), let close = start.firstIndex(of: "]") else { return nil }
    let after = start[close...].dropFirst()
    guard after.hasPrefix("("), let end = after.firstIndex(of: ")") else { return nil }
    return (
      start[start.index(after: start.startIndex)..<close], after.dropFirst().prefix(upTo: end),
      after[after.index(after: end)...]
    )
  }

  // MARK: Tables

  private static func cells(_ row: Substring) -> [String] {
    var parts = row.split(separator: "|", omittingEmptySubsequences: false)
    parts.removeFirst()
    if let last = parts.last, last.allSatisfy(\.isWhitespace) { parts.removeLast() }
    return parts.map { plain($0.trimmed) }
  }

  private static func lines(ofTable rows: [[String]]) -> [Line] {
    let isRule = { (row: [String]) in
      row.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-:".contains($0) } }
    }
    let shown = rows.filter { !isRule($0) }
    let count = shown.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      shown.map { column < $0.count ? $0[column].cellWidth : 0 }.max() ?? 0
    }
    return shown.enumerated().map { number, row in
      let text = zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
      return [Span(text, number == 0 && rows.count > shown.count ? .strong : .text)]
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension Character {
  fileprivate var isWord: Bool { isLetter || isNumber }
}
