import Formats

/// A command as its help describes it.
struct CommandOutline {
  let name: String
  /// What it does, in one sentence.
  let abstract: String
  let paragraphs: [String]
  let options: [OptionOutline]
  let commands: [CommandOutline]

  /// Reads a command as swift-argument-parser dumps it; nil where it is hidden, or the parser's own.
  init?(_ dump: JSONValue) {
    guard let fields = dump.fields, !OptionOutline.isHidden(fields),
      let name = fields["commandName"]?.text, name != "help"
    else { return nil }
    self.name = name
    abstract = fields["abstract"]?.text ?? ""
    paragraphs = (fields["discussion"]?.text ?? "").split(separator: "\n\n").map(String.init)
    options = (fields["arguments"]?.list ?? []).compactMap(OptionOutline.init)
    commands = (fields["subcommands"]?.list ?? []).compactMap(CommandOutline.init)
  }

  /// The whole program.
  static func program() throws -> CommandOutline {
    let dump = try JSONValue(Array(RootCommand._dumpHelp().utf8))
    guard let outline = dump.fields?["command"].flatMap(CommandOutline.init) else {
      preconditionFailure("the program describes itself")
    }
    return outline
  }

  /// How it is called.
  func synopsis(of path: String, _ words: Words) -> String {
    ([path] + options.filter(\.isArgument).map(\.place) + [words.helpAnyOptions])
      .joined(separator: " ")
  }

  /// The options that several commands have alike, in their order.
  static func shared(by commands: [CommandOutline]) -> [OptionOutline] {
    guard let first = commands.first else { return [] }
    return first.options.filter { option in commands.allSatisfy { $0.options.contains(option) } }
  }
}

/// An option, a flag or an argument as the help describes it.
struct OptionOutline: Hashable {
  /// With its hyphens, the short ones first; none of an argument.
  let names: [String]
  /// What stands for its value; nil of a flag.
  let value: String?
  let isOptional: Bool
  let isRepeating: Bool
  let explanation: String

  init?(_ dump: JSONValue) {
    guard let fields = dump.fields, !OptionOutline.isHidden(fields) else { return nil }
    let names = (fields["names"]?.list ?? []).compactMap { name -> String? in
      guard let word = name.fields?["name"]?.text else { return nil }
      return (name.fields?["kind"]?.text == "long" ? "--" : "-") + word
    }
    let words = Words.ofProcess
    self.names = names.sorted { $0.utf8.count < $1.utf8.count }
    value = fields["kind"]?.text == "flag" ? nil : fields["valueName"]?.text.map(words.valueName)
    isOptional = fields["isOptional"] == .word("true")
    let values = (fields["allValues"]?.list ?? []).compactMap(\.text)
    isRepeating = fields["isRepeating"] == .word("true")
    let own = ["--help": words.helpOption, "--version": words.versionOption]
    explanation = words.explanation(
      self.names.compactMap { own[$0] }.first ?? fields["abstract"]?.text ?? "", values: values,
      usual: fields["defaultValue"]?.text)
  }

  var isArgument: Bool { names.isEmpty }

  /// As it is typed, with what stands for its value.
  var term: String {
    let name = names.isEmpty ? nil : names.joined(separator: ", ")
    return [name, value.map { "<\($0)>" }].compactMap(\.self).joined(separator: " ")
  }

  /// An argument as it stands in a call.
  fileprivate var place: String {
    let word = term + (isRepeating ? "…" : "")
    return isOptional ? "[\(word)]" : word
  }

  fileprivate static func isHidden(_ fields: [String: JSONValue]) -> Bool {
    fields["shouldDisplay"] == .word("false")
  }
}
