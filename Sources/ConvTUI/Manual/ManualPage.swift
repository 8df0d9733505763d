/// The manual page, written from what the help knows.
///
/// What several commands have alike stands there once, after the commands.
struct ManualPage {
  private let program: CommandOutline
  private let words: Words
  private let ofAll: [OptionOutline]
  /// Of scenes, lessons and drills, and of what is seen of them elsewhere.
  private let ofScreens: [OptionOutline]
  private let ofScenes: [OptionOutline]

  init(_ program: CommandOutline, _ words: Words) {
    (self.program, self.words) = (program, words)
    let ofAll = CommandOutline.shared(by: program.commands)
    let names = SceneKind.known.map(\.name)
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
    roff.title(
      program.name, date: Version.date, source: "\(program.name) \(Version.number)",
      volume: words.manualVolume)
    roff.section(words.manualNameSection)
    roff.paragraph(
      "\(program.name) \u{2010} \(words.manualName(program.abstract))", isFirst: true)
    roff.section(words.manualSynopsis)
    roff.synopsis(program.name, [words.manualCommand, words.helpAnyOptions])
    roff.section(words.manualDescription)
    paragraphs(program.paragraphs, in: &roff)
    roff.section(words.manualCommands)
    for command in program.commands { describe(command, in: &roff) }
    roff.section(words.manualOptionsOfScreens)
    options(ofScreens, in: &roff)
    roff.section(words.manualOptionsOfScenes)
    options(ofScenes, in: &roff)
    roff.section(words.manualOptionsOfAll)
    options(ofAll, in: &roff)
    roff.section(words.manualExitStatus)
    terms(words.exitStatuses, in: &roff)
    roff.section(words.manualEnvironment)
    terms(words.environment, in: &roff)
    return roff.text
  }

  private func describe(_ command: CommandOutline, in roff: inout Roff) {
    // What all of a kind have stands there once.
    let told = [ofAll, ofScreens, ofScenes].filter { $0.allSatisfy(command.options.contains) }
    let own = command.options.filter { option in !told.contains { $0.contains(option) } }
    roff.subsection(command.synopsis(of: program.name + " " + command.name, words))
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
