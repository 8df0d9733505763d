import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

struct CommandListTests {
  @Test func aFileOfTheFolderIsFoundAndOpened() throws {
    var state = try State.opened()
    #expect(state.handle(.key(.character("/"))) == .findFiles)
    _ = state.handle(.files(["data/", "photo.png", "table.csv"]))
    try state.press("t a b l e")
    #expect(state.frame().text.contains("table.csv"))
    #expect(state.handle(.key(.enter)) == .open("table.csv"))
    #expect(state.overlay == nil)
  }

  @Test func aClickOnAFileOpensIt() throws {
    var state = try State.opened()
    try state.press("/ t a b l e")
    _ = state.handle(.files(["table.csv"]))
    let line = try #require(state.frame().place(of: "table.csv"))
    #expect(state.handle(.mouse(Mouse(action: .press, at: line))) == .open("table.csv"))
  }

  @Test func whatOneLooksForStandsFirstAndStepsLast() throws {
    let commands = try State.opened().commands
    #expect(commands.prefix(2).map(\.title) == ["stride", "padding"])
    let steps = commands.indices.filter {
      if case .perform(let action) = commands[$0].deed { action.group == .steps } else { false }
    }
    #expect(steps == Array(commands.indices.suffix(steps.count)))
  }

  @Test(arguments: SceneKind.allCases) func eachEntrySaysItsOwn(_ kind: SceneKind) throws {
    let commands = try State.opened(kind).commands
    #expect(Set(commands.map(\.title)).count == commands.count)
    for (entry, next) in zip(commands, commands.dropFirst()) {
      guard case .perform = entry.deed, case .perform = next.deed else { continue }
      #expect(entry.purpose != next.purpose, "\(next.title)")
    }
  }

  @Test func pagesEndsAndTheWayAroundAreReached() throws {
    var state = try State.opened(size: Size(width: 110, height: 34))
    try state.press("/")
    let count = state.commands.count
    for (key, number) in [
      ("up", count), ("down", 1), ("pgdn", 11), ("pgup", 1), ("end", count), ("pgdn", count),
      ("home", 1),
    ] {
      try state.press(key)
      #expect(state.frame().text.contains(" \(number) of \(count) "), "\(key)")
    }
  }

  @Test func otherWordsForASettingFindIt() throws {
    var state = try State.opened()
    try state.press("/ s i z e")
    #expect(state.frame().text.contains("rows of X"))
    #expect(state.frame().text.contains("columns of X"))
  }

  /// What only another scene has is found, and Enter goes there.
  @Test func aSettingOfAnotherSceneLeadsThere() throws {
    var state = try State.opened(.learn)
    try state.press("/ s t r i d e")
    #expect(state.frame().text.contains("in Slide, Enter goes there"))
    try state.press("enter")
    #expect(state.scene.kind == .slide)
    guard case .settings(let panel) = state.overlay else {
      Issue.record("no panel")
      return
    }
    #expect(state.settingRows[panel.selected].name == "stride")
    // Where nothing is typed, there is only what can be done here.
    #expect(!state.commands.contains { $0.isElsewhere })
    try state.press("esc / s t r i d e")
    #expect(!state.frame().text.contains("Enter goes there"))
  }

  /// What is done in another view is found too, with all places; Enter goes to the first.
  @Test func anActionOfAnotherViewSaysWhereItIs() throws {
    var state = try State.opened(.learn, size: Size(width: 110, height: 34))
    try state.press("/ z o o m")
    #expect(state.frame().text.contains("in surface, Train’s maps, Maps, Enter goes there"))
    try state.press("enter")
    #expect(state.learn?.view == .surface && state.overlay == nil)
    #expect(state.notice == "Here z does it: zoom in." && state.isNoticeGood)
    var list = CommandList()
    list.paste("zoom")
    #expect(list.search(in: state.commands(for: list)).entries.first?.isElsewhere == false)
  }

  @Test(arguments: [
    ("pad", "padding"), ("k", "Kernel K"), ("sob", "kernel: sobel-x"), ("big", "large"),
    ("exit", "quit"), ("zoom", "zoom"),
  ])
  func theBestStandsFirst(_ typed: String, _ title: String) throws {
    let state = try State.opened(typed == "zoom" ? .maps : .slide)
    var list = CommandList()
    list.paste(typed)
    #expect(list.search(in: state.commands(for: list)).entries.first?.title == title)
  }

  /// A word that begins so comes before one that holds it.
  @Test func beginningsComeBeforeMiddles() throws {
    let state = try State.opened()
    var list = CommandList()
    list.paste("in")
    let titles = list.search(in: state.commands(for: list)).entries.map(\.title)
    let begins = try #require(titles.firstIndex(of: "Input X"))
    let holds = try #require(titles.firstIndex(of: "padding"))
    #expect(begins < holds)
  }

  @Test func whatIsSpelledAlikeIsOffered() throws {
    var state = try State.opened()
    try state.press("/ p a d i n g")
    #expect(state.frame().text.contains("These are spelled alike."))
    try state.press("enter")
    guard case .settings(let panel) = state.overlay else {
      Issue.record("no panel")
      return
    }
    #expect(state.settingRows[panel.selected].name == "padding")
    try state.press("esc / q w e r t y")
    #expect(state.frame().text.contains("Try a setting"))
  }

  @Test func groupsAreNamedOnce() throws {
    var state = try State.opened(size: Size(width: 200, height: 60))
    try state.press("/")
    let lines = state.frame().text.split(separator: "\n")
    for group in ["settings", "views", "kernels"] {
      #expect(lines.count { $0.hasPrefix("┃ \(group) ") } == 1, "\(group)")
    }
  }

  @Test func aKernelIsLearnedOrTakenWhereThereIsOne() throws {
    var learn = try State.opened(.learn)
    try learn.press("/ s o b e l - x enter")
    #expect(learn.learn?.task.targetKernel == NamedKernel.named("sobel-x")?.kernel)
    var pool = try State.opened(.pool)
    try pool.press("/ s o b e l - x enter")
    #expect(pool.scene.kind == .slide)
    #expect(pool.slide?.settings.kernel == NamedKernel.named("sobel-x")?.kernel)
  }
}
