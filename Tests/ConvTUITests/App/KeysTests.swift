import Drawing
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Terminal

/// The keys that mean the same in every scene.
struct KeysTests {
  private static let wide = Size(width: 110, height: 34)

  /// A letter is bound to the same action wherever it is bound.
  @Test func oneLetterHasOneMeaning() {
    var meanings: [Key: Set<ActionGroup>] = [:]
    for kind in SceneKind.allCases {
      for binding in Bindings.table(of: kind) {
        for case .character(let letter) in binding.keys where letter.isLetter {
          meanings[.character(letter), default: []].insert(binding.action.group)
        }
      }
    }
    #expect(meanings.count <= 30)
    for (key, groups) in meanings { #expect(groups.count == 1, "\(key)") }
  }

  @Test(arguments: [SceneKind.slide, .edges, .flip, .pool])
  func hiddenResultsAreQuestionMarks(_ kind: SceneKind) throws {
    var state = try State.opened(kind, size: Self.wide, look: Look(hasBlocks: false))
    try state.press("end")
    let shown = state.frame()
    try state.press("h")
    let hidden = state.frame()
    #expect(hidden != shown && hidden.text.count { $0 == "?" } > shown.text.count { $0 == "?" })
    try state.press("h")
    #expect(state.frame() == shown)
  }

  @Test func hiddenSumIsNotWritten() throws {
    var state = try State.opened(size: Self.wide, look: Look(hasBlocks: false))
    try state.press("right")
    #expect(state.frame().text.contains("= 19"))
    try state.press("h")
    #expect(state.frame().text.contains("= ?") && !state.frame().text.contains("19"))
  }

  @Test func resetIsTakenBack() throws {
    var state = try State.opened()
    try state.press("padding+ right right r")
    #expect(state.slide?.settings.sliding == Sliding() && state.scene.timeline.step == 0)
    try state.press("u")
    #expect(state.slide?.sliding.options.padding == PerAxis(1) && state.scene.timeline.step == 2)
    try state.press("2 padding+ 1 R")
    let fresh = try State.opened()
    #expect(state.settingRows == fresh.settingRows)
    try state.press("2")
    let edges = try State.opened(.edges)
    #expect(state.settingRows == edges.settingRows)
  }

  @Test func digitBeginsToEditTheNumberUnderTheCursor() throws {
    var state = try State.opened()
    try state.press("tab 7 enter")
    #expect(state.slide?.settings.input[0, 0] == 7 && state.scene.kind == .slide)
    try state.press("right - 2 . 5 enter")
    #expect(state.slide?.settings.input[0, 1] == -2.5)
    // An output cannot be edited, and without a cursor a digit opens a scene.
    try state.press("tab tab 2")
    #expect(state.scene.kind == .edges)
  }

  @Test(arguments: InputExample.allCases) func examplesAreOpened(_ example: InputExample) throws {
    var state = try State.opened(size: Self.wide)
    try state.press("o " + example.rawValue.map(String.init).joined(separator: " ") + " enter")
    #expect(state.slide?.settings.input == example.input && state.prompt == nil)
    try state.press("u")
    #expect(state.slide?.settings.input == CourseExample.input)
  }

  @Test func fileIsOpenedAsTheInputOrInAScene() throws {
    let directory = try Directory()
    try directory.file("x.csv", "1,2,3\n4,5,6\n7,8,9")
    var state = try State.opened()
    try state.press("o")
    _ = state.handle(.paste(directory.path + "/x.csv"))
    let asked = state.handle(.key(.enter))
    let request = try #require(asked)
    #expect(request == .open(directory.path + "/x.csv"))
    let read = request.perform(for: state)
    _ = state.handle(try #require(read))
    #expect(state.slide?.settings.input == Tensor(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
    #expect(state.prompt == nil)
    let session = Array(try state.scene.session().text.utf8)
    try directory.file("s.json", String(decoding: session, as: UTF8.self))
    state = try State.opened(.flip)
    let answer = try #require(
      State.Request.open(directory.path + "/s.json").perform(for: state))
    _ = state.handle(answer)
    #expect(state.scene.kind == .slide && state.slide?.settings.input[0, 0] == 1)
    guard
      case .answer(let sentence, false) = State.Request.open("no.csv").perform(for: state)
    else {
      Issue.record("it was opened")
      return
    }
    #expect(sentence.contains("no.csv"))
  }

  @Test func escapeLeadsBackFromAVisit() throws {
    var state = try State.opened(.slide)
    try state.press("padding+ right 7 right tab")
    let (maps, slide) = (state.frame(), state.scenes[0] as? SlideScene)
    try state.press("enter")
    #expect(state.scene.kind == .slide && state.slide?.settings != slide?.settings)
    try state.press("right esc")
    #expect(state.scene.kind == .maps && state.frame() == maps)
    #expect((state.scenes[0] as? SlideScene)?.settings == slide?.settings)
    try state.press("1")
    #expect(state.scene.timeline.step == 1)
  }

  @Test(arguments: SceneKind.allCases) func helpBeginsWithWhatOneLooksAt(_ kind: SceneKind) throws {
    var state = try State.opened(kind, size: Self.wide)
    let about = state.scene.about(words)
    #expect((4...6).contains(about.count))
    for sentence in about { #expect(".?".contains(sentence.last ?? " "), "\(sentence)") }
    try state.press("?")
    #expect(state.frame().text.contains(about[0].prefix(30)))
  }
}
