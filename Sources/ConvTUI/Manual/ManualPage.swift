/// The manual page, written from what the help knows.
///
/// What several commands have alike stands there once, after the commands.
struct ManualPage {
  private let program: CommandOutline
  private let ofAll: [OptionOutline]
  /// Of scenes, lessons and drills, and of what is seen of them elsewhere.
  private let ofScreens: [OptionOutline]
  private let ofScenes: [OptionOutline]

  init(_ program: CommandOutline) {
    self.program = program
    let ofAll = CommandOutline.shared(by: program.commands)
    let names = SceneKind.allCases.map(\.name)
    let ofScreens = CommandOutline.shared(
      by: program.commands.filter {
        (names + ["lesson", "drill", "notes", "follow"]).contains($0.name)
      }
    ).filter { !ofAll.contains($0) }
    ofScenes = CommandOutline.shared(by: program.commands.filter { names.contains($0.name) })
      .filter { !ofAll.contains($0) && !ofScreens.contains($0) }
    self.ofScreens = ofScreens
    self.ofAll = ofAll
  }

  /// The page in the language of man(7), in ASCII.
  var text: String {
    var roff = Roff()
    roff.title(program.name, date: Version.date, source: "\(program.name) \(Version.number)")
    roff.section("Name")
    roff.paragraph(
      "\(program.name) \u{2010} \(Words.ofFiles.manualName(program.abstract))", isFirst: true)
    roff.section("Synopsis")
    roff.synopsis(program.name, ["[command]", "[options]"])
    roff.section("Description")
    paragraphs(program.paragraphs, in: &roff)
    roff.section("Commands")
    for command in program.commands { describe(command, in: &roff) }
    roff.section("Options of scenes, lessons and drills")
    options(ofScreens, in: &roff)
    roff.section("Options of every scene")
    options(ofScenes, in: &roff)
    roff.section("Options of every command")
    options(ofAll, in: &roff)
    roff.section("Exit status")
    terms(Words.ofFiles.exitStatuses, in: &roff)
    roff.section("Environment")
    terms(Words.ofFiles.environment, in: &roff)
    return roff.text
  }

  private func describe(_ command: CommandOutline, in roff: inout Roff) {
    // What all of a kind have stands there once.
    let told = [ofAll, ofScreens, ofScenes].filter { $0.allSatisfy(command.options.contains) }
    let own = command.options.filter { option in !told.contains { $0.contains(option) } }
    let arguments = own.filter(\.isArgument).map { argument in
      let word = "<\(argument.value ?? "")>"
      return argument.isOptional ? "[\(word)]" : word
    }
    roff.subsection(
      ([program.name, command.name] + arguments + ["[options]"]).joined(separator: " "))
    paragraphs([command.abstract] + command.paragraphs, in: &roff)
    options(own, in: &roff)
  }

  private func paragraphs(_ paragraphs: [String], in roff: inout Roff) {
    for (index, paragraph) in paragraphs.enumerated() {
      if paragraph.hasPrefix(" ") {
        roff.verbatim(paragraph)
      } else {
        roff.paragraph(paragraph, isFirst: index == 0)
      }
    }
  }

  private func options(_ options: [OptionOutline], in roff: inout Roff) {
    for option in options {
      roff.item(option.names.joined(separator: ", "), value: option.value, option.explanation)
    }
  }

  private func terms(_ terms: [(String, String)], in roff: inout Roff) {
    for (term, explanation) in terms { roff.item(term, value: nil, explanation) }
  }
}
