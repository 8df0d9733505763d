import ArgumentParser
import Drawing
import Formats
import Model

struct DrillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill", abstract: "Asks questions without end, each with its picture.",
    discussion: """
      The kinds are: size (of an output), value (of a cross-correlation), parameters (of layers), field \
      (what a unit sees), gradient (or the weight after a step), flip (a convolution) and pool. A wrong \
      answer is told why, and after each answer stands the formula with its numbers. Space goes on, \
      Backspace goes back, and q ends.

      With --print it prints no frame but a sheet of \(usualCount) or --count questions in Markdown, \
      with pictures in characters; --handout writes one with pictures in files. --answers adds the \
      solutions. The same seed gives the same questions.
      """)

  static let usualCount = 10

  @Argument(help: "What is asked; without it, all kinds take turns.")
  var kind: DrillKind?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of questions, from 1 to \(mostQuestions).", valueName: "n"))
  var count: Int?

  private static let mostQuestions = 1000

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("From 1, small whole numbers, to 5.", valueName: "n"))
  var level = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What the questions follow from; the default is another each time.", valueName: "n"))
  var seed: UInt64?

  @Flag(help: "Print the questions as JSON and end.")
  var json = false

  @Flag(help: "Add the answers to a sheet or to JSON.")
  var answers = false

  @OptionGroup var handout: HandoutOptions
  @OptionGroup var screen: ScreenOptions

  /// Whether the questions are written, not asked.
  private var isSheet: Bool { screen.print || json || handout.isAsked }

  func validate() throws {
    guard isSheet || !answers else { throw ValidationError(\.drillAnswersAlone) }
    guard Drill.levels.contains(level) else {
      throw ValidationError { $0.drillLevelOutside(Drill.levels) }
    }
    guard count.map((1...Self.mostQuestions).contains) ?? true else {
      throw ValidationError { $0.drillCountOutside(Self.mostQuestions) }
    }
  }

  @MainActor func run() async throws {
    let drill = Drill(kind, level: level, seed: seed ?? UInt64.random(in: 1...9999))
    let words = Words(language: screen.language ?? .ofProcess)
    let scenes = try SceneKind.examples()
    guard isSheet else {
      let run =
        try count.map { try LessonRun(drill.lesson(of: $0), scenes: scenes, words) }
        ?? drill.run(scenes, words)
      return try await screen.run("drill") { size, look in
        var state = State(scenes: scenes, look: look, size: size)
        state.begin(run)
        return state
      }
    }
    let lesson = drill.lesson(of: count ?? Self.usualCount)
    let run = try LessonRun(lesson, scenes: scenes, words)
    let sheet = Handout(run: run, words: words, size: screen.size.size, hasAnswers: answers)
    try handout.write(sheet)
    if json {
      try Output.write(drill.json(run, hasAnswers: answers, words).text(.lines) + "\n")
    } else if screen.print {
      try Output.write(sheet.text)
    }
  }
}
