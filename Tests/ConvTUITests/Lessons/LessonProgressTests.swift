import Glibc
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Formats

struct LessonProgressTests {
  private func run(_ lesson: BuiltInLesson = .crossCorrelation) throws -> LessonRun {
    try LessonRun(LessonReader.lesson(lesson.bytes), scenes: SceneKind.examples(), words)
  }

  /// A lesson that has been gone through up to its fourth step, its question answered.
  private func halfway() throws -> State {
    var state = try State.opened()
    state.begin(try run())
    try state.press("space space 1 9 enter space esc h")
    return state
  }

  @Test func aLessonIsTakenUpWhereItWasLeft() throws {
    let progress = LessonProgress(try #require(halfway().lesson))
    let text = progress.text(of: "cross-correlation")
    let read = try #require(LessonProgress(Array(text.utf8), of: "cross-correlation"))
    #expect(read == progress && read.step == 3 && read.outcomes == [2: .atOnce, 3: .shown])
    var again = try run()
    again.takeUp(read)
    var state = try State.opened()
    state.begin(again)
    #expect(state.frame().text.contains("You were at step 4 of"))
    #expect(state.lesson?.count(.atOnce) == 1 && state.lesson?.count(.shown) == 1)
    try state.press("home")
    #expect(state.lesson?.index == 0 && state.lesson?.outcomes.isEmpty == true)
    // What no key does stands in no help, at any step.
    try state.press("? esc esc space ? esc")
    // Once gone on, Home is the scene's own again, and the list of commands still starts over.
    try state.press("space right home")
    #expect(state.lesson?.index == 2)
    try state.press("do:start-over")
    #expect(state.lesson?.index == 0)
  }

  @Test func filesOfOtherLessonsOrWithOtherThingsAreNone() throws {
    let text = LessonProgress(try #require(halfway().lesson)).text(of: "layer")
    let bytes = Array(text.utf8)
    #expect(LessonProgress(bytes, of: "edges") == nil && LessonProgress([], of: "layer") == nil)
    for count in bytes.indices.dropLast(2) {
      #expect(LessonProgress(Array(bytes[..<count]), of: "layer") == nil, "\(count) bytes")
    }
    var generator = SeededGenerator(seed: 1)
    var lesson = try run()
    for _ in 0..<2000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: changed.indices, using: &generator)
        changed[place] = Array("0123456789-,\"{}[]x".utf8).randomElement(using: &generator)!
      }
      guard let progress = LessonProgress(changed, of: "layer") else { continue }
      lesson.takeUp(progress)
      #expect((0..<lesson.lesson.steps.count).contains(lesson.index))
    }
  }

  @Test func theFolderIsThatOfTheEnvironment() throws {
    #expect(LessonArchive(["XDG_STATE_HOME": "/a", "HOME": "/b"])?.path == "/a/convtui")
    #expect(
      LessonArchive(["XDG_STATE_HOME": "a", "HOME": "/b"])?.path == "/b/.local/state/convtui")
    #expect(LessonArchive(["XDG_STATE_HOME": ""]) == nil)
    let directory = try Directory()
    let archive = try #require(LessonArchive(["XDG_STATE_HOME": directory.path + "/deep/er"]))
    #expect(archive.progress(in: .builtIn(.layer)) == nil && archive.open())
    var status = stat()
    #expect(stat(archive.path, &status) == 0 && status.st_mode & 0o777 == 0o700)
  }

  @Test func aFolderThatCannotBeMadeKeepsNothing() throws {
    let directory = try Directory()
    let file = try directory.file("file", "")
    let archive = try #require(LessonArchive(["XDG_STATE_HOME": file]))
    #expect(!archive.open() && archive.progress(in: .builtIn(.layer)) == nil)
  }

  @Test func filesOfOneNameInTwoFoldersAreTwoLessons() throws {
    let (first, second) = (try Directory(), try Directory())
    let paths = [try first.file("padding.yaml", ""), try second.file("padding.yaml", "")]
    let keys = paths.map { LessonSource($0).key }
    #expect(keys[0] != keys[1] && keys.allSatisfy { $0.hasPrefix("padding-") })
    #expect(LessonSource("layer").key == "layer" && LessonSource("../..").key.first == "-")
  }

  @Test func theListTellsHowFarLessonsHaveCome() throws {
    let directory = try Directory()
    let archive = try #require(LessonArchive(["XDG_STATE_HOME": directory.path]))
    #expect(archive.open())
    #expect(!LessonCommand.list(archive, words).contains("step"))
    var lesson = try #require(halfway().lesson)
    let source = LessonSource("cross-correlation")
    func keep() throws {
      let text = LessonProgress(lesson).text(of: source.key)
      try FileWriter.write(Array(text.utf8), to: archive.file(of: source))
    }
    try keep()
    #expect(
      LessonCommand.list(archive, words).split(separator: "\n")[0]
        .contains("step 4 of \(lesson.lesson.steps.count)"))
    lesson.go(by: 100)
    try keep()
    #expect(LessonCommand.list(archive, words).split(separator: "\n")[0].hasSuffix("done"))
  }

  // MARK: A file that changes

  private static func steps(_ names: [String]) -> String {
    "title: T\nsteps:\n" + names.map { "  - say: \($0)\n    scene: slide\n" }.joined()
  }

  private func lesson(_ text: String) throws(LessonError) -> LessonRun {
    let scenes = (try? SceneKind.examples()) ?? []
    return try LessonRun(try LessonReader.lesson(Array(text.utf8)), scenes: scenes, words)
  }

  @Test func aChangedLessonStaysAtItsStep() throws {
    var state = try State.opened()
    state.begin(try lesson(Self.steps(["one", "two", "three"])))
    try state.press("space")
    let changed = try lesson(Self.steps(["one", "second", "three"]))
    _ = state.handle(.lesson(.success(changed), file: "mine.yaml"))
    #expect(state.lesson?.index == 1 && state.frame().text.contains("second"))
    #expect(state.frame().text.contains("mine.yaml” has changed"))
    // One that has become shorter is over.
    let short = try lesson(Self.steps(["one"]))
    _ = state.handle(.lesson(.success(short), file: "mine.yaml"))
    #expect(state.lesson?.index == 1 && state.lesson?.step == nil)
  }

  @Test func aFaultIsToldAndTheOldLessonStays() throws {
    var state = try State.opened()
    state.begin(try lesson(Self.steps(["one", "two"])))
    try state.press("space")
    let fault = Result { () throws(LessonError) in try lesson("title: T\nsteps: 3\n") }
    _ = state.handle(.lesson(fault, file: "mine.yaml"))
    let shown = state.frame().text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(shown.contains("mine.yaml: line 2, column 8: A list is needed"))
    #expect(shown.contains("The lesson stays as it was.") && shown.contains("two"))
  }

  @Test func answersOfQuestionsThatAreStillThereStay() throws {
    var state = try halfway()
    let old = try #require(state.lesson)
    _ = state.handle(.lesson(.success(try run()), file: "x.yaml"))
    #expect(state.lesson?.outcomes == old.outcomes && state.lesson?.index == old.index)
    _ = state.handle(.lesson(.success(try run(.layer)), file: "x.yaml"))
    #expect(state.lesson?.outcomes.isEmpty == true)
  }
}
