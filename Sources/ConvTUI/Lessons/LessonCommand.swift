import ArgumentParser
import Drawing
import Formats

struct LessonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Goes through a lesson; without a name, lists the lessons.",
    discussion: """
      Space goes on and Backspace goes back. A question is answered by typing; Enter checks, and h \
      shows the answer. Between two steps everything can be tried; the next step puts the scene right.
      A lesson goes on where it was left; Home or --restart starts it over.

      A lesson of your own is a YAML file, which is read again whenever it changes. convtui lesson check FILE… tells what is wrong with some. For \
      example:

        title: Padding
        steps:
          - say: The kernel lies on the upper left corner.
            scene: slide
            set: {padding: 1}
            step: 1
            hide: true
            ask:
              value: Y[0,0]
              answer: 0

      A step needs say; it may have scene, set, step, part, play, hide, formulas, point, ask and notes. A question \
      has one of value, size, quantity, number, choice, kernel, parameters, field, row, cells and draw, and \
      may have text, hint, answer, right and with.

      formulas: true shows the size formula and the like, which a lesson hides at first.
      point: lights up cells, such as "Y[0,0], X[0,0..1]".
      kernel: lists what the kernel has to do, such as finds vertical edges, sums to 0 or 3×3.
      parameters: is a layer's number, all, or layers such as conv16@3 with input: 3×32×32.
      field: is the layer whose receptive field is asked for; row: a row of the unrolled X, from 0.
      cells: field has the receptive field marked, draw: Y where Y is bright, or with where: not 0.
      quantity: is loss, next-loss or next-K[0,1] in learn.
      """)

  @Argument(
    help: "The name of a built-in lesson, or a file; or check and the files to check.",
    completion: .file(extensions: ["yaml", "yml"]))
  var names: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The step to begin with, from 1. The default is where the lesson was left.", valueName: "n"))
  var from: Int?

  @Flag(help: "Begin with the first step, and forget the answers that were given.")
  var restart = false

  @OptionGroup var handout: HandoutOptions
  @OptionGroup var screen: ScreenOptions

  @OptionGroup var sharing: ShareOptions

  func validate() throws {
    guard names.first == "check" || names.count <= 1 else {
      throw ValidationError { $0.oneLesson }
    }
    guard (1...Timeline.largestStep).contains(from ?? 1) else {
      throw ValidationError { $0.lessonStepOutside }
    }
  }

  @MainActor func run() async throws {
    guard let name = names.first else {
      return try Output.write(Self.list(LessonArchive(), .ofProcess))
    }
    if name == "check" { return try check(names.dropFirst()) }
    let source = LessonSource(name)
    let stamp = source.path.flatMap(FileStamp.init)
    let lesson = try Self.lesson(source)
    if let from, from > lesson.steps.count {
      throw Failure { $0.lessonEnds(lesson.steps.count, from: from) }
    }
    let examples = try SceneKind.examples()
    var run = try Self.translating(name) { () throws(LessonError) in
      try LessonRun(lesson, scenes: examples, from: (from ?? 1) - 1, .ofProcess)
    }
    let words = Words(language: screen.language ?? .ofProcess)
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
        lesson.rawValue, (try? LessonReader.lesson(lesson.bytes).title.text(in: words)) ?? "",
        archive?.progress(in: .builtIn(lesson)).map(words.lessonState) ?? "",
      ]
    }
    let widths = (0..<3).map { column in rows.map { $0[column].cellWidth }.max() ?? 0 }
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
