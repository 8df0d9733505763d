import Glibc
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Formats
@testable import Model
@testable import Terminal

struct SharingTests {
  private static func view(_ line: String) throws -> SharedView {
    try SharedView(Array(line.utf8)) { try Load.picture($0) }
  }

  private func follower(size: Size = .standard) throws -> State {
    var state = try State.opened(size: size)
    state.following = Following("class.json")
    return state
  }

  private static let kinds = SceneKind.allCases.filter { $0.restore != nil }

  @Test(arguments: kinds) func aFollowerSeesTheSame(_ kind: SceneKind) throws {
    var teacher = try State.opened(kind)
    var state = try follower()
    for keys in ["", "right right", "h", "v", "end", "tab down", "h"] {
      try teacher.press(keys)
      let line = teacher.shared
      #expect(!line.contains("\n") && line.utf8.count < 16_000)
      _ = state.handle(.shared(try Self.view(line)))
      #expect(state.shared == line, "after \(keys)")
      #expect(state.scene.kind == kind && state.look.hidesResults == teacher.look.hidesResults)
      #expect(state.frame().text.contains("following"))
    }
  }

  @Test func aLessonSaysItsSentencesAndNoAnswer() throws {
    var teacher = try State.opened()
    teacher.begin(
      try LessonRun(
        LessonReader.lesson(BuiltInLesson.layer.bytes), scenes: SceneKind.examples(), from: 1, words
      ))
    #expect(!teacher.shared.contains("19.5") && teacher.shared.contains("\"hidden\":1"))
    var state = try follower()
    _ = state.handle(.shared(try Self.view(teacher.shared)))
    let shown = state.frame().text
    for part in ["The convolutional layer", "step 2 of", "Y[0,0] is 19. Now", "What is Y[0,0]?"] {
      #expect(shown.contains(part), "\(part)\n\(shown)")
    }
    #expect(!shown.contains("19.5"))
    // Nor is what goes into it.
    #expect(shown.contains("Y[0,0] = ?") && !shown.contains("0×0 + 1×1"))
    // What is hidden there stays hidden here.
    try state.press("h")
    #expect(state.look.hidesResults && state.frame().text.contains("The teacher has hidden"))
    try teacher.press("esc h")
    _ = state.handle(.shared(try Self.view(teacher.shared)))
    #expect(!state.look.hidesResults)
    try state.press("h")
    #expect(state.look.hidesResults)
  }

  @Test func whatTheClassHasFoundStaysInSight() throws {
    var teacher = try State.opened()
    teacher.begin(
      try LessonRun(
        LessonReader.lesson(BuiltInLesson.crossCorrelation.bytes), scenes: SceneKind.examples(),
        from: 2, words))
    try teacher.press("1 9 enter space")
    var state = try follower()
    _ = state.handle(.shared(try Self.view(teacher.shared)))
    #expect(state.look.hidesResults && state.sceneLook.guessed == ["Y": [.zero]])
  }

  @Test func aFollowerLooksAroundAndCatchesUp() throws {
    var teacher = try State.opened()
    var state = try follower()
    #expect(state.frame().text.contains("Waiting for"))
    _ = state.handle(.shared(try Self.view(teacher.shared)))
    try state.press("right right 3")
    #expect(state.frame().text.contains("You are looking around"))
    try teacher.press("padding+ right")
    _ = state.handle(.shared(try Self.view(teacher.shared)))
    #expect(state.scene.kind == .learn)
    try state.press("enter")
    #expect(state.shared == teacher.shared && state.frame().text.contains("following"))
    // The help, a resize and a theme are no way of one's own.
    try state.press("? t")
    _ = state.handle(.input(.resize(Size(width: 110, height: 34))))
    try state.press("esc")
    try teacher.press("right")
    _ = state.handle(.shared(try Self.view(teacher.shared)))
    #expect(state.shared == teacher.shared)
    // Nor does one who has come back have to catch up.
    try state.press("right left")
    #expect(state.frame().text.contains("following"))
  }

  @Test func hidingReachesAlsoWhoLooksAround() throws {
    var teacher = try State.opened()
    var state = try follower()
    _ = state.handle(.shared(try Self.view(teacher.shared)))
    try state.press("right")
    try teacher.press("h")
    _ = state.handle(.shared(try Self.view(teacher.shared)))
    #expect(state.look.hidesResults && state.scene.timeline.step == 1)
  }

  @Test func aSceneThatCannotBeSavedIsNamed() throws {
    let teacher = try State.opened(.train)
    var state = try follower()
    _ = state.handle(.shared(try Self.view(teacher.shared)))
    #expect(state.frame().text.contains("The teacher shows Train, which cannot"))
    #expect(state.scene.kind == .slide)
  }

  // MARK: The file

  @Test func theLastWholeLineCounts() throws {
    func last(_ text: String) -> String? {
      SharedFile.lastLine(of: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(last("") == nil && last("half") == nil && last("one\n") == "one")
    #expect(last("one\ntwo\nhalf") == "two" && last("\n") == "")
    let directory = try Directory()
    let (first, second) = (try State.opened().shared, try State.opened(.edges).shared)
    // Cut at each byte, it shows the state before, never half of one.
    let bytes = Array("\(first)\n\(second)\n".utf8)
    for count in bytes.indices {
      let path = try directory.file("class.json", Array(bytes[..<count]))
      let news = SharedFile.news(in: path, after: nil)
      let isWhole = count > first.utf8.count
      guard case .view(let view) = news else {
        #expect(!isWhole)
        continue
      }
      #expect(isWhole && view.kind == .slide)
    }
    let path = try directory.file("class.json", bytes)
    let news = try #require(SharedFile.news(in: path, after: nil))
    #expect(news.line == Array(second.utf8) && SharedFile.news(in: path, after: news) == nil)
    #expect(SharedFile.news(in: directory.path + "/none", after: nil) == nil)
  }

  @Test func aFileOfAnotherVersionIsOneSentence() throws {
    let directory = try Directory()
    let line = try State.opened().shared.replacing("\"convtui\":1", with: "\"convtui\":2")
    let path = try directory.file("class.json", line + "\n")
    guard case .fault(let sentence, _) = SharedFile.news(in: path, after: nil) else {
      Issue.record("it was read")
      return
    }
    #expect(sentence.contains("version 2") && sentence.contains("class.json"))
  }

  @Test(arguments: kinds) func changedLinesDoNoHarm(_ kind: SceneKind) throws {
    var teacher = try State.opened(kind)
    teacher.begin(
      try LessonRun(
        LessonReader.lesson(BuiltInLesson.layer.bytes), scenes: SceneKind.examples(), words))
    teacher.show(scene: SceneKind.allCases.firstIndex(of: kind) ?? 0)
    let line = Array(teacher.shared.utf8)
    var state = try follower()
    var generator = SeededGenerator(seed: 11)
    let marks = Array("0123456789-.,[]{}\"eN:x\u{1B}".utf8)
    for _ in 0..<400 {
      var changed = line
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: changed.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: changed.remove(at: place)
        case 1: changed[place] = marks.randomElement(using: &generator)!
        default: changed.insert(marks.randomElement(using: &generator)!, at: place)
        }
      }
      // Larger numbers are as good as any, but slow.
      guard !String(decoding: changed, as: UTF8.self).contains(#/\d{4}/#) else { continue }
      guard let view = try? SharedView(changed, picture: { try Load.picture($0) }) else { continue }
      _ = state.handle(.shared(view))
      #expect(state.frame().size == state.size)
    }
  }

  @MainActor @Test func anotherFileIsNotReplaced() throws {
    let directory = try Directory()
    var options = ShareOptions()
    options.share = try directory.file("notes.txt", "mine\n")
    #expect(throws: Failure.self) { _ = try options.companions(hasScreen: true) }
    // Neither a pipe, which would wait for a reader, nor a folder is written to.
    let pipe = directory.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, directory.path, "/dev/null"] {
      options.share = path
      #expect(throws: Failure.self) { _ = try options.companions(hasScreen: true) }
    }
    options.share = try directory.file("class.json", try State.opened().shared + "\n")
    #expect(try options.companions(hasScreen: true).count == 1)
  }
}
