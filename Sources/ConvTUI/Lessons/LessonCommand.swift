import ArgumentParser
import Drawing
import Formats

struct LessonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: Words.ofProcess.say(
      "Goes through a lesson; without a name, lists the lessons.", "逐步学习一课；不写名称则列出各课。"),
    discussion: Words.ofProcess.lessonHelp)

  @Argument(
    help: .say(
      "The name, number or title of a built-in lesson, or a file; or check and files; or settings and scenes.",
      "内置课程的名称、编号或标题，或一个文件；或 check 和文件；或 settings 和场景。"),
    completion: .file(extensions: ["yaml", "yml"]))
  var names: [String] = []

  @Option(
    parsing: .unconditional,
    help: .say(
      "The step to begin with, from 1. The default is where the lesson was left.",
      "从第几步开始，从 1 起。默认为上次离开之处。", value: "n"))
  var from: Int?

  @Flag(
    help: .say(
      "Begin with the first step, and forget the answers that were given.",
      "从第一步开始，并清除已作的回答。"))
  var restart = false

  @Flag(
    help: .say(
      "Print a short lesson to begin one of your own with, and end: convtui lesson --template > mine.yaml.",
      "打印一份简短的课程样本，然后结束：convtui lesson --template > mine.yaml。"))
  var template = false

  @OptionGroup var handout: HandoutOptions
  @OptionGroup var screen: ScreenOptions

  @OptionGroup var sharing: ShareOptions

  func validate() throws {
    guard ["check", "settings"].contains(names.first) || names.count <= 1 else {
      throw ValidationError { $0.oneLesson }
    }
    guard (1...Timeline.largestStep).contains(from ?? 1) else {
      throw ValidationError { $0.lessonStepOutside }
    }
  }

  @MainActor func run() async throws {
    let words = Words(language: screen.language ?? .ofProcess)
    if template { return try Output.write(words.lessonTemplate) }
    guard let name = names.first else {
      return try Output.write(Self.list(LessonArchive(), .ofProcess))
    }
    if name == "check" { return try check(names.dropFirst()) }
    if name == "settings" {
      return try Output.write(LessonSettings(of: names.dropFirst(), .ofProcess).text)
    }
    let source = LessonSource(name)
    let stamp = source.path.flatMap { FileStamp($0) }
    if source.path != nil, stamp == nil, !name.contains("/"), !name.contains(".") {
      throw Failure { $0.noLesson(name, nearest: BuiltInLesson.nearest(to: name)) }
    }
    let lesson = try Self.lesson(source)
    if let from, from > lesson.steps.count {
      throw Failure { $0.lessonEnds(lesson.steps.count, from: from) }
    }
    let examples = try SceneKind.examples()
    var run = try Self.translating(name) { () throws(LessonError) in
      try LessonRun(lesson, scenes: examples, from: (from ?? 1) - 1, .ofProcess)
    }
    guard !handout.isAsked else { return try handout.write(Handout(run: run, words: words)) }
    var companions = try sharing.companions(hasScreen: !screen.endsByItself)
    if !screen.endsByItself {
      if let path = source.path, let stamp {
        companions.append(LessonFile(path, known: stamp, scenes: examples, .ofProcess))
      }
      if let folder = try? MeetingFolder(), let host = LessonHost(in: folder) {
        companions.append(host)
      }
      if let archive = LessonArchive() {
        let kept = archive.progress(in: source)
        if let kept, !kept.isOver, from == nil, !restart { run.takeUp(kept) }
        if let keeper = LessonKeeper(source, in: archive, kept: kept) { companions.append(keeper) }
      }
    }
    try await screen.run("lesson", with: companions) { [run] size, look in
      var state = State(scenes: examples, look: look, size: size)
      state.begin(run)
      return state
    }
  }

  /// The built-in lessons, a line each, and how far they have come.
  static func list(_ archive: LessonArchive?, _ words: Words) -> String {
    let rows = BuiltInLesson.allCases.map { lesson in
      [
        String(repeating: " ", count: lesson.number < 10 ? 1 : 0) + "\(lesson.number)",
        lesson.rawValue, lesson.title.text(in: words),
        archive?.progress(in: .builtIn(lesson)).map(words.lessonState) ?? "",
      ]
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].cellWidth }.max() ?? 0 }
    return rows.map { row in
      let line = zip(row, widths).map { text, width in
        text + String(repeating: " ", count: width + 2 - text.cellWidth)
      }.joined()
      return line.prefix(through: line.lastIndex { $0 != " " } ?? line.startIndex) + "\n"
    }.joined()
  }

  /// Tells every fault of some files.
  private func check(_ paths: ArraySlice<String>) throws {
    var isFaulty = false
    for path in paths {
      let faults = try LessonCheck.faults(try FileReader.read(path), .ofProcess)
      isFaulty = isFaulty || !faults.isEmpty
      for fault in faults {
        try Output.write("\(path): \(Words.ofProcess.sentence(fault))".printable + "\n")
      }
      if faults.isEmpty { try Output.write(Words.ofProcess.lessonIsRight(path) + "\n") }
    }
    if isFaulty { throw ExitCode(1) }
  }

  /// A built-in lesson, or that of a file.
  private static func lesson(_ source: LessonSource) throws -> Lesson {
    let bytes = try Failure.translating { try source.bytes }
    return try translating(source.name) { () throws(LessonError) in try LessonReader.lesson(bytes) }
  }

  /// Names the lesson in front of what is wrong with it.
  private static func translating<Value>(
    _ name: String, _ body: () throws(LessonError) -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch {
      throw Failure { $0.about(name, $0.sentence(error)) }
    }
  }
}
