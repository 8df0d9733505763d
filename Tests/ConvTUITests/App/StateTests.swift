import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct StateTests {
  @Test func numberKeysChangeTheSceneAndEachKeepsItsState() throws {
    var state = try State.opened()
    try state.press("right right")
    let slide = state.frame()
    for (index, scene) in SceneKind.allCases.enumerated() {
      try state.press("\(index + 1)")
      #expect(state.scene.kind == scene)
    }
    try state.press("3 right right 1")
    #expect(state.frame() == slide)
    try state.press("3")
    #expect(state.scene.timeline.step == 2)
  }

  @Test func spacePlaysAndPausesAndTicksMove() throws {
    var state = try State.opened()
    #expect(state.nextTick == nil)
    try state.press("space")
    #expect(state.scene.timeline.isPlaying && state.nextTick == .milliseconds(500))
    _ = state.handle(.tick(.milliseconds(500)))
    #expect(state.scene.timeline.step == 1)
    try state.press("space")
    _ = state.handle(.tick(.seconds(5)))
    #expect(state.scene.timeline.step == 1 && state.nextTick == nil)
  }

  @Test func leavingASceneStopsIt() throws {
    var state = try State.opened()
    try state.press("space 2 1")
    #expect(!state.scene.timeline.isPlaying)
  }

  @Test(arguments: SceneKind.allCases, [1, 2, 3] as [UInt64])
  func walkBackAndForthEndsWhereAStraightOneDoes(_ name: SceneKind, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let keys = ["tab", "backtab", "pgdn", "pgup", "home", "end", "g 2 enter"]
    let moves = keys + ["right", "right", "left", "left"]
    // What field asks at first is told for good at its end.
    let start = name == .field ? "end" : "home"
    var state = try State.opened(name)
    try state.press(start)
    for _ in 0..<25 {
      var move = moves.randomElement(using: &generator) ?? "right"
      // A training would go on past its end, and the axis grow.
      if state.scene.timeline.step > 9, ["right", "pgdn"].contains(move) { move = "left" }
      if !move.contains("tab") { try state.press(move) }
      // A key that does nothing here says so.
      state.notice = nil
      var straight = try State.opened(name)
      try straight.press(start)
      straight.notice = nil
      try straight.press("g")
      try straight.press("\(state.scene.timeline.step)".map(String.init).joined(separator: " "))
      try straight.press("enter")
      let isEqual = straight.frame() == state.frame()
      #expect(isEqual, "after \(move)")
    }
  }

  @Test func productsBackAndForthLeaveNoTrace() throws {
    var generator = SeededGenerator(seed: 9)
    var state = try State.opened()
    for _ in 0..<60 {
      let moves = [".", ".", ",", "right", "left"]
      try state.press(moves.randomElement(using: &generator) ?? ".")
      state.notice = nil
      var straight = try State.opened()
      for _ in 0..<state.scene.timeline.position { try straight.press(".") }
      let isEqual = straight.frame() == state.frame()
      #expect(isEqual)
    }
  }

  @Test func aKeyAtTheEndOfTheTimelineIsAnswered() throws {
    var state = try State.opened()
    for (keys, answer) in [
      ("left", "This is the start."), (",", "This is the start."),
      ("end right", "This is the end; Home leads to the start."),
      ("- - - -", "It plays no slower."),
    ] {
      try state.press(keys)
      #expect(state.notice == answer, "\(keys)")
    }
    try state.press("left")
    #expect(state.notice == nil)
  }

  @Test func helpOpensAndAnyKeyClosesIt() throws {
    var state = try State.opened()
    let frame = state.frame()
    try state.press("?")
    #expect(state.overlay == .help(page: 0) && state.frame() != frame)
    try state.press("esc")
    #expect(state.frame() == frame)
  }

  @Test(arguments: SceneKind.allCases) func helpIsTurnedPageByPageWhereRoomIsShort(
    _ name: SceneKind
  ) throws {
    var state = try State.opened(name, size: ScreenLayout.smallest)
    let frame = state.frame()
    let views = Set(state.scene.helpViews)
    try state.press("?")
    #expect(state.frame().text.contains("1 of "))
    var text = ""
    while state.overlay != nil {
      text += state.frame().text
      try state.press("space")
    }
    #expect(state.frame() == frame)
    for binding in Bindings.table(of: name)
    where !binding.views.isDisjoint(with: views) && !binding.keys.isEmpty {
      #expect(text.contains(words.help(binding.action, in: name)), "\(binding.action)")
    }
  }

  @Test func helpGoesBackAndIsShutByAnyOtherKey() throws {
    var state = try State.opened(size: ScreenLayout.smallest)
    try state.press("? pgdn down")
    #expect(state.overlay == .help(page: 2))
    try state.press("up pgup left")
    #expect(state.overlay == .help(page: 0))
    try state.press("right e")
    #expect(state.overlay == nil && state.prompt == nil)
    // A page that a larger screen does not have is its last one.
    try state.press("? pgdn pgdn pgdn")
    _ = state.handle(.resize(Size(width: 150, height: 40)))
    #expect(state.frame().text.contains(words.help(.quit, in: .slide)))
    try state.press("pgdn")
    #expect(state.overlay == nil)
  }

  @Test func helpIsShutAndQuitByQ() throws {
    var state = try State.opened()
    try state.press("?")
    #expect(state.handle(.key("q")) == .quit)
    #expect(state.handle(.key("q")) == .quit)
  }

  @Test(arguments: ["", "?", "g"]) func signalEndsItWhateverIsOpen(_ keys: String) throws {
    var state = try State.opened()
    try state.press(keys)
    #expect(state.handle(.end(15)) == .end(15))
  }

  @Test(arguments: SceneKind.allCases) func helpNamesEveryKeyOfTheScene(_ kind: SceneKind) throws {
    let state = try State.opened(kind, size: Size(width: 150, height: 40))
    let text = try state.frame(after: "?").text
    let views = Set(state.scene.helpViews)
    for binding in Bindings.table(of: kind)
    where !binding.views.isDisjoint(with: views) && !binding.keys.isEmpty {
      let key = binding.keys[0]
      let name = if case .shift = key { "⇧ arrows" } else { words.name(of: key) }
      #expect(text.contains(name), "\(binding.action)")
      #expect(text.contains(words.help(binding.action, in: kind)), "\(binding.action)")
    }
  }

  @Test(arguments: SceneKind.allCases) func resizingThereAndBackChangesNothing(
    _ name: SceneKind
  ) throws {
    var state = try State.opened(name)
    let frame = state.frame()
    for size in SceneDrawingTests.sizes {
      _ = state.handle(.resize(size))
      #expect(state.frame().size == size)
    }
    _ = state.handle(.resize(.standard))
    #expect(state.frame() == frame)
  }

  @Test func themeKeyTurnsDarkIntoLightAndBack() throws {
    var state = try State.opened()
    let frame = state.frame()
    try state.press("t")
    #expect(state.look.isLight && state.frame().text == frame.text && state.frame() != frame)
    try state.press("t")
    #expect(state.frame() == frame)
  }

  @Test func noticeGoesWithTheNextKey() throws {
    var state = try State.opened()
    try state.press("u")
    #expect(state.notice == words.nothingToUndo)
    #expect(state.frame().text.contains(words.nothingToUndo))
    try state.press("right")
    #expect(state.notice == nil)
  }

  @Test func keysWithoutABindingDoNothingAndSaySo() throws {
    var state = try State.opened(.edges)
    let frame = state.frame()
    for key in ["z", "Z", "x", "enter", "esc"] {
      try state.press(key)
      #expect(state.notice?.contains("does nothing here") == true)
      state.notice = nil
      #expect(state.frame() == frame)
    }
  }
}
