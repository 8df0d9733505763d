import Drawing

/// The help of a command, for a terminal of 80 columns: folded by the widths of its characters, which
/// the parser of arguments does not know.
struct CommandHelp {
  private let outline: CommandOutline
  private let path: String
  private let words: Words

  /// - Parameter path: The words that call the command.
  init(_ outline: CommandOutline, path: String, _ words: Words) {
    (self.outline, self.path, self.words) = (outline, path, words)
  }

  /// The help that some arguments ask for: that of the command that they name, else the program's.
  init(for arguments: [String]) throws {
    let program = try Failure.translating { try CommandOutline.program() }
    let name = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    let command = program.commands.first { $0.name == name }
    self.init(
      command ?? program,
      path: ([program] + (command.map { [$0] } ?? [])).map(\.name)
        .joined(separator: " "), .ofProcess)
  }

  /// Whether the parser answers with a help of its own.
  static func isAsked(by message: String) -> Bool { message.hasPrefix("OVERVIEW: ") }

  private static let width = 80
  /// Where the explanations of options begin.
  private static let indent = 26

  var text: String {
    let usage = words.helpUsage + outline.synopsis(of: path, words)
    let parts =
      [folded(words.helpOverview + outline.abstract)]
      + outline.paragraphs.map { $0.split(separator: "\n").flatMap { folded(String($0)) } }
      + [folded(usage)]
      + [
        section(words.helpArguments, outline.options.filter(\.isArgument).map(row)),
        section(words.helpOptions, outline.options.filter { !$0.isArgument }.map(row)),
        section(words.helpSubcommands, outline.commands.map { row($0.name, $0.abstract) }),
        outline.commands.isEmpty ? [] : ["  " + words.helpOfSubcommands(path)],
      ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private func section(_ title: String, _ rows: [[String]]) -> [String] {
    rows.isEmpty ? [] : [title] + rows.flatMap(\.self)
  }

  private func row(_ option: OptionOutline) -> [String] {
    row(option.term, option.explanation)
  }

  /// A term and what it means, beside it where there is room.
  private func row(_ term: String, _ explanation: String) -> [String] {
    let room = CommandHelp.width - CommandHelp.indent
    let margin = String(repeating: " ", count: CommandHelp.indent)
    let lines = [Span(explanation)].folded(to: room).map { margin + $0.trimmed }
    let label = "  " + term
    guard label.cellWidth < CommandHelp.indent, let first = lines.first else {
      return [label] + lines
    }
    return [label + first.dropFirst(label.cellWidth)] + lines.dropFirst()
  }

  /// A paragraph; one that is indented is an example and stays as it is.
  private func folded(_ paragraph: String) -> [String] {
    paragraph.hasPrefix(" ")
      ? [paragraph] : [Span(paragraph)].folded(to: CommandHelp.width).map(\.trimmed)
  }
}

extension Line {
  /// Its text without spaces at its end.
  fileprivate var trimmed: String {
    let text = map(\.text).joined()
    return String(text.prefix(through: text.lastIndex { $0 != " " } ?? text.startIndex))
  }
}
