import ArgumentParser
import Drawing
import Formats
import Model

struct DrillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: Words.ofProcess.say(
      "Asks questions without end, each with its picture.", "不断出题，每题都配有图。"),
    discussion: Words.ofProcess.say(
      """
      The kinds are: size (of an output), value (of a cross-correlation), parameters (of layers), field \
      (what a unit sees), gradient (or the weight after a step), flip (a convolution) and pool. A wrong \
      answer is told why, and after each answer stands the formula with its numbers. Space goes on, \
      Backspace goes back, and Esc, then q ends.

      With --print it prints no frame but a sheet of \(usualCount) or --count questions in Markdown, \
      with pictures in characters; --handout writes one with pictures in files. --answers adds the \
      solutions. The same seed gives the same questions.
      """,
      """
      题目的种类有：size（输出的大小）、value（互相关的值）、parameters（各层的参数）、field（\
      一个单元看到什么）、gradient（梯度或更新后的权重）、flip（卷积）和 pool（汇聚）。答错时\
      会说明原因，每次回答后都会列出代入数字的公式。空格继续，Backspace 返回，先按 Esc 再按 q 结束。

      用 --print 时不打印画面，而是打印一份 \(usualCount) 道题（或 --count 道题）的 Markdown \
      题目单，图以字符画出；--handout 写出的题目单把图存为文件。--answers 加上解答。相同的种子\
      得到相同的题目。
      """))

  static let usualCount = 10

  @Argument(
    help: .say(
      "What is asked; without it, all kinds take turns.",
      "题目的种类；不写则各类轮流出现。"))
  var kind: DrillKind?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The number of questions, from 1 to \(mostQuestions).",
      "题目的数量，从 1 到 \(mostQuestions)。", value: "n"))
  var count: Int?

  private static let mostQuestions = 1000

  @Option(
    parsing: .unconditional,
    help: .say(
      "From 1, small whole numbers, to 5.",
      "难度，从 1（小的整数）到 5。", value: "n"))
  var level = 1

  @Option(
    parsing: .unconditional,
    help: .say(
      "What the questions follow from; the default is another each time.",
      "题目由它产生；默认每次不同。", value: "n"))
  var seed: UInt64?

  @Flag(
    help: .say(
      "Print the questions as JSON and end.",
      "以 JSON 打印题目，然后结束。"))
  var json = false

  @Flag(
    help: .say(
      "Add the answers to a sheet or to JSON.",
      "在题目单或 JSON 中加上答案。"))
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
