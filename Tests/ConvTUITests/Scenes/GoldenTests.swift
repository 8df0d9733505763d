import Formats
import Model
import Testing

@testable import ConvTUI
@testable import Drawing

struct GoldenTests {
  struct Moment: Sendable, CustomTestStringConvertible {
    let name: String
    let scene: SceneKind
    let keys: String
    var look = Look()

    var testDescription: String { name }
  }

  static let moments = [
    Moment(name: "slide-start", scene: .slide, keys: ""),
    Moment(name: "slide-3-products", scene: .slide, keys: ". . ."),
    Moment(name: "slide-step-1", scene: .slide, keys: "right"),
    Moment(name: "slide-padding-1", scene: .slide, keys: "padding+ right right right"),
    Moment(name: "slide-cursor-in-x", scene: .slide, keys: "right tab right down"),
    Moment(name: "slide-cursor-in-k", scene: .slide, keys: "right tab tab left"),
    Moment(name: "slide-cursor-in-y", scene: .slide, keys: "end tab tab tab up"),
    Moment(name: "slide-bias-turned", scene: .slide, keys: "bias? 0 . 5 enter turned+ right ."),
    Moment(
      name: "slide-editor", scene: .slide,
      keys: "padding+ padding+ tab tab e 5 enter do:grow-K do:pen-down-or-up right"),
    Moment(name: "slide-matrix", scene: .slide, keys: "v right . ."),
    Moment(
      name: "slide-matrix-padding", scene: .slide, keys: "padding+ v right right tab tab down"),
    Moment(
      name: "slide-matrix-no-colour", scene: .slide, keys: "padding+ dilation+ v right .",
      look: Look(depth: .none)),
    Moment(name: "flip-padding", scene: .flip, keys: "padding+ bias? 2 enter end"),
    Moment(name: "flip-settings", scene: .flip, keys: "padding+ s down down right"),
    Moment(name: "slide-commands", scene: .slide, keys: "/ p a d down"),
    Moment(name: "edges", scene: .edges, keys: ""),
    Moment(name: "learn-step-0", scene: .learn, keys: ""),
    Moment(name: "learn-step-10", scene: .learn, keys: "end"),
    Moment(name: "learn-diverged", scene: .learn, keys: "learning-rate? . 1 enter g 2 0 0 enter"),
    Moment(name: "learn-surface", scene: .learn, keys: "v right right tab right up"),
    Moment(name: "learn-backward-output", scene: .learn, keys: "v v right ."),
    Moment(name: "learn-backward-kernel", scene: .learn, keys: "v v right . . . tab right"),
    Moment(name: "learn-backward-input", scene: .learn, keys: "v v right pgdn pgdn . . ."),
    Moment(
      name: "learn-surface-no-colour", scene: .learn, keys: "v right right",
      look: Look(depth: .none)),
    Moment(
      name: "learn-surface-branches", scene: .learn,
      keys: "end g 2 enter learning-rate? . 0 1 enter end g 4 enter e 2 enter esc g 6 enter v",
      look: Look(depth: .eight)),
    Moment(name: "flip-first-turn", scene: .flip, keys: "right"),
    Moment(name: "flip-end", scene: .flip, keys: "end"),
    Moment(name: "field", scene: .field, keys: ""),
    Moment(name: "maps", scene: .maps, keys: "right right"),
    Moment(name: "maps-numbers", scene: .maps, keys: "right tab z z z z"),
    Moment(
      name: "maps-no-colour", scene: .maps, keys: "right bias? 1 enter turned+ contrast+ contrast+",
      look: Look(depth: .none)),
    Moment(name: "pool-shift", scene: .pool, keys: "shift+ right right right"),
    Moment(
      name: "slide-no-colour", scene: .slide, keys: "padding+ right . .", look: Look(depth: .none)),
    Moment(name: "learn-eight-colours", scene: .learn, keys: "right", look: Look(depth: .eight)),
  ]

  @Test(arguments: moments) func screenIsAsReviewed(_ moment: Moment) throws {
    var state = State.alone(try moment.scene.example(), look: moment.look)
    try state.press(moment.keys)
    Golden(name: moment.name, frame: state.frame()).check()
  }

  /// The tabs, which all others leave out.
  @Test func tabsAreAsReviewed() throws {
    let wide = Size(width: 110, height: 34)
    Golden(name: "tabs", frame: try State.opened(.flip).frame()).check()
    Golden(name: "tabs-wide", frame: try State.opened(.flip, size: wide).frame()).check()
  }

  @Test(arguments: [
    ("slide", SceneKind.slide, "right"),
    ("slide-products", .slide, "padding+ padding+ bias? 1 enter right . ."),
    ("slide-matrix", .slide, "v right . ."), ("slide-help", .slide, "? space"),
    ("edges", .edges, ""), ("learn", .learn, "right"), ("learn-why", .learn, "end chart+"),
    ("learn-surface", .learn, "v right tab"), ("learn-backward", .learn, "v v right . . ."),
    ("flip", .flip, "end"), ("field", .field, ""), ("maps", .maps, "right tab"),
    ("pool", .pool, "right"),
  ])
  func smallestScreenIsAsReviewed(_ name: String, _ scene: SceneKind, _ keys: String) throws {
    let state = State.alone(
      try scene.example(), size: ScreenLayout.smallest, look: Look(depth: .none))
    Golden(name: "small-" + name, frame: try state.frame(after: keys)).check()
  }

  @Test func deepStackIsAsReviewed() throws {
    let stack = try SpatialGraph(
      try GraphNotation.graph("conv3,conv3:s2:p1,pool2,conv3"), input: PlaneSize(32))
    let state = State.alone(FieldScene(stack))
    Golden(name: "field-deep", frame: state.frame()).check()
  }

  @Test(arguments: [
    ("stack-picture", "", Look()), ("stack", "end tab left left right right", Look()),
    ("stack-closer", "end z z tab up", Look()),
    ("stack-no-colour", "end left padding+", Look(depth: .none)),
    ("stack-apart", "end enter", Look()), ("stack-winner", "end left enter", Look()),
  ])
  func stackIsAsReviewed(_ name: String, _ keys: String, _ look: Look) throws {
    let state = State.alone(try StackSceneTests.scene(40, 30), look: look)
    Golden(name: name, frame: try state.frame(after: keys)).check()
  }

  /// Every scene at every size that counts, in every depth of colour.
  @Test(arguments: SceneKind.allCases, ["40x12", "80x24", "110x34", "200x60"])
  func everySceneIsAsReviewed(_ kind: SceneKind, _ size: String) throws {
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    let frames = try [ColorDepth.direct, .palette, .eight, .none].map { depth in
      let state = State.alone(
        try kind.example(), size: Size(width: numbers[0], height: numbers[1]),
        look: Look(depth: depth))
      return (depth, try state.frame(after: "right right"))
    }
    Golden(name: "screens/\(kind.name)-\(size)", frames: frames).check()
  }
}
