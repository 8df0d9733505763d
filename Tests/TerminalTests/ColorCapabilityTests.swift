import Testing

@testable import Drawing
@testable import Terminal

@Suite struct ColorCapabilityTests {
  private func depth(_ environment: [String: String], colors: Int = 256, hasRGB: Bool = false)
    -> ColorDepth
  {
    ColorCapability(environment: environment, colors: colors, hasRGB: hasRGB).depth
  }

  @Test(arguments: [
    (256, ColorDepth.palette), (88, .sixteen), (16, .sixteen), (8, .eight), (0, .none),
  ])
  func descriptionCounts(colors: Int, expected: ColorDepth) {
    #expect(depth(["TERM": "some"], colors: colors) == expected)
  }

  @Test(arguments: ["truecolor", "24bit", "TrueColor"])
  func promiseIsBelieved(promise: String) {
    #expect(depth(["TERM": "xterm-256color", "COLORTERM": promise]) == .direct)
    #expect(depth(["TERM": "xterm", "COLORTERM": promise], colors: 8) == .direct)
  }

  @Test(arguments: [
    "xterm-kitty", "xterm-ghostty", "foot", "foot-extra", "alacritty", "wezterm", "st-256color",
    "xterm-direct",
  ])
  func nameOfATerminalOfTodayIsAPromise(name: String) {
    #expect(depth(["TERM": name]) == .direct)
    #expect(depth(["TERM": name, "NO_COLOR": "1"]) == .none)
  }

  @Test(arguments: ["xterm", "xterm-256color", "tmux-256color", "footage", "stterm", ""])
  func otherNamesAreNot(name: String) {
    #expect(depth(["TERM": name]) == .palette)
  }

  @Test func otherPromisesAreNot() {
    #expect(depth(["TERM": "xterm-256color", "COLORTERM": "yes"]) == .palette)
    #expect(depth(["TERM": "xterm-256color", "COLORTERM": ""]) == .palette)
  }

  @Test func promiseOfTheOuterTerminalIsNotForScreen() {
    #expect(depth(["TERM": "screen-256color", "COLORTERM": "truecolor"]) == .palette)
    #expect(
      depth(["TERM": "screen-256color", "COLORTERM": "truecolor", "TMUX": "/tmp/t,1,0"])
        == .direct)
  }

  @Test(arguments: ["linux", "vt100", "vt220"])
  func promiseIsNotForConsoles(name: String) {
    #expect(depth(["TERM": name, "COLORTERM": "truecolor"], colors: 8) == .eight)
  }

  @Test func terminalWithoutColorsHasNoDirectOnesEither() {
    #expect(depth(["TERM": "xterm-mono", "COLORTERM": "truecolor"], colors: 0) == .none)
  }

  @Test func descriptionMayPromiseToo() {
    #expect(depth(["TERM": "xterm-direct"], colors: 1 << 24) == .direct)
    #expect(depth(["TERM": "other"], colors: 8, hasRGB: true) == .direct)
  }

  @Test func onlyATerminalThatUnderstandsIsAsked() {
    func canAsk(_ environment: [String: String], colors: Int = 256) -> Bool {
      ColorCapability(environment: environment, colors: colors).canAsk
    }
    #expect(canAsk(["TERM": "xterm-256color"]) && canAsk(["TERM": "xterm"], colors: 8))
    #expect(canAsk(["TERM": "rxvt-unicode-256color"]))
    for name in [
      "screen-256color", "tmux-256color", "linux", "vt220", "eterm-color", "xterm-kitty",
    ] {
      #expect(!canAsk(["TERM": name]))
    }
    #expect(!canAsk(["TERM": "xterm-256color", "COLORTERM": "truecolor"]))
    #expect(!canAsk(["TERM": "xterm-256color", "NO_COLOR": "1"]))
    #expect(!canAsk(["TERM": "xterm-256color", "TMUX": "/tmp/t,1,0"]))
    #expect(!canAsk(["TERM": "xterm-mono"], colors: 0))
  }

  @Test func wishForNoColorComesFirst() {
    #expect(depth(["NO_COLOR": "1", "COLORTERM": "truecolor", "TERM": "xterm"]) == .none)
    #expect(depth(["NO_COLOR": "", "COLORTERM": "truecolor", "TERM": "xterm"]) == .direct)
  }
}
