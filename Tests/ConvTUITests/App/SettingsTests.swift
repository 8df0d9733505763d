import Drawing
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Terminal

/// Every setting of every scene, by all ways that lead to it.
struct SettingsTests {
  static let kinds = SceneKind.allCases

  private static func state(_ kind: SceneKind) throws -> State {
    try State.opened(kind, size: Size(width: 160, height: 44))
  }

  @Test(arguments: kinds) func everySceneHasSettings(_ kind: SceneKind) throws {
    let state = try Self.state(kind)
    #expect(state.settingRows.count >= 2)
    let names = state.settingRows.map(\.name)
    #expect(Set(names).count == names.count)
    for row in state.settingRows {
      #expect(!row.label.isEmpty && !row.purpose.isEmpty && !row.value.isEmpty, "\(row)")
    }
  }

  /// What has no place in the strip of a view stays in the panel.
  @Test func theChartIsChosenBelowChartsAlone() throws {
    var state = try Self.state(.learn)
    let label = try #require(state.settingRows.first { $0.name == "chart" }).label
    func strip() -> String { state.frame().text(row: state.layout.strip.row) }
    #expect(strip().contains(label))
    try state.press("v")
    #expect(!strip().contains(label) && state.settingRows.contains { $0.name == "chart" })
  }

  /// Names of methods stay as they are.
  private static let methods: Set<String> = [
    "sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw",
  ]

  @Test(arguments: kinds) func everyChoiceHasAChineseName(_ kind: SceneKind) throws {
    let chinese = Words(language: .chinese)
    for row in try Self.state(kind).settingRows {
      guard case .choice(let names) = row.domain else { continue }
      for name in names where !Self.methods.contains(name) {
        let text = chinese.choice(name)
        #expect(!text.contains { $0.isASCII && $0.isLetter }, "\(kind) \(row.name): \(text)")
      }
    }
  }

  /// A step in the panel, in the list of commands and by the strip come to the same settings.
  @Test(arguments: kinds) func panelCommandsAndStripAgree(_ kind: SceneKind) throws {
    let start = try Self.state(kind)
    for (index, row) in start.settingRows.enumerated() {
      var panel = start
      try panel.press("s")
      for _ in 0..<index { try panel.press("down") }
      try panel.press("right")
      var commands = start
      try commands.press("/")
      let place = try #require(commands.commands.firstIndex { $0.deed == .set(row) })
      for _ in 0..<place { try commands.press("down") }
      try commands.press("right")
      #expect(panel.settingRows == commands.settingRows, "\(kind) \(row.name)")
      guard row.isMain else { continue }
      var strip = start
      let text = strip.frame().text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = String(text[strip.layout.strip.row])
      let label = try #require(line.range(of: row.label + " "))
      let column = line.distance(from: line.startIndex, to: label.upperBound)
      strip.click(Point(row: strip.layout.strip.row, column: column))
      #expect(panel.settingRows == strip.settingRows, "\(kind) \(row.name)")
    }
  }

  /// What a step made is typed into a scene that is as it began, and written into a session.
  @Test(arguments: kinds) func typedValuesAndSessionsAgreeWithSteps(_ kind: SceneKind) throws {
    let start = try Self.state(kind)
    for (index, row) in start.settingRows.enumerated() {
      var stepped = start
      try stepped.press("s")
      for _ in 0..<index { try stepped.press("down") }
      try stepped.press("right esc")
      let changed = stepped.settingRows[index]
      guard changed.value != row.value else { continue }
      var typed = start
      #expect(typed.set(row.name, typed: changed.typed) == nil, "\(kind) \(row.name)")
      #expect(typed.settingRows[index].value == changed.value)
      guard kind.restore != nil else { continue }
      let session = Array(try stepped.scene.session().text.utf8)
      let opened = try State.opened(
        with: Session.scene(from: session, picture: Load.picture), size: start.size)
      #expect(opened.settingRows == stepped.settingRows, "\(kind) \(row.name)")
    }
  }

  @Test func undoTakesBackWhatThePanelChanged() throws {
    for (kind, name) in [
      (SceneKind.slide, "padding"), (.edges, "padding"), (.flip, "padding"), (.pool, "padding"),
      (.field, "input-size"),
    ] {
      var state = try Self.state(kind)
      let before = state.settingRows
      let place = try #require(before.firstIndex { $0.name == name })
      try state.press("s")
      for _ in 0..<place { try state.press("down") }
      try state.press("right esc")
      let after = state.settingRows
      #expect(after != before, "\(kind)")
      try state.press("u")
      #expect(state.settingRows == before)
      try state.press("U")
      #expect(state.settingRows == after)
    }
  }

  @Test func aRefusedStepSaysWhyAndChangesNothing() throws {
    var state = try Self.state(.slide)
    let before = state.settingRows
    #expect(state.set("dilation", typed: "9") != nil)
    #expect(state.settingRows == before)
    let complaint = state.set("stride", typed: "0")
    #expect(complaint?.contains("stride") == true && complaint?.contains("from 1") == true)
  }

  @Test func aKeyWithoutMeaningIsAnswered() throws {
    var state = try Self.state(.edges)
    try state.press("y")
    #expect(state.notice == "y does nothing here; / lists what can be done.")
  }

  @Test func commandsAreFoundByTyping() throws {
    var state = try Self.state(.slide)
    try state.press("/ s o b e l - x enter")
    #expect(state.overlay == nil)
    #expect(state.slide?.kernel == NamedKernel.named("sobel-x")?.kernel)
    try state.press("/ s c e n e : space f l i p enter")
    #expect(state.scene.kind == .flip)
    try state.press("/")
    _ = state.handle(.paste("sobel-\ny"))
    try state.press("home end ctrl-w s o b e l - y enter")
    #expect(state.scene.kind == .flip && state.notice == nil)
    #expect((state.scene as? FlipScene)?.kernel == NamedKernel.named("sobel-y")?.kernel)
    try state.press("/ q u i t q q q")
    #expect(state.frame().text.contains("Nothing here is called"))
    try state.press("esc")
    #expect(state.overlay == nil)
  }
}
