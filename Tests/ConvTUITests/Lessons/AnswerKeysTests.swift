import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

/// Keys and clicks while a lesson asks.
struct AnswerKeysTests {
  private static let twoSteps = """
    title: T
    steps:
      - say: Look.
        scene: slide
      - say: Look again.
        hide: true
        ask: {value: "Y[0,0]"}
    """

  @Test func oneBackspaceTooManyDoesNotGoBack() throws {
    var state = try State.lesson(Self.twoSteps)
    try state.press("space 1 backspace backspace")
    #expect(state.lesson?.index == 1)
    #expect(state.sentences.contains("Backspace once more goes back"))
    try state.press("backspace")
    #expect(state.lesson?.index == 0)
  }

  @Test func backspaceGoesBackWhereNothingWasTyped() throws {
    var state = try State.lesson(Self.twoSteps)
    try state.press("space backspace")
    #expect(state.lesson?.index == 0)
  }

  @Test(arguments: ["1 9 enter 5", "h 5"])
  func digitsOpenNoSceneOnceTheAnswerIsKnown(_ keys: String) throws {
    var state = try State.lesson(Self.twoSteps)
    try state.press("space " + keys)
    #expect(state.scene.kind == .slide && state.sentences.contains("5 does nothing here"))
  }

  @Test func digitThatIsNoChoiceOpensNoScene() throws {
    var state = try State.asked("scene: slide\nask: {choice: [one, two], right: 1, text: Which?}")
    try state.press("3")
    #expect(state.scene.kind == .slide && state.lesson?.isOpen == true)
  }

  @Test(arguments: [Size.standard, Size(width: 110, height: 34)], [false, true])
  func aClickAnswersAChoice(_ size: Size, _ isLarge: Bool) throws {
    var state = try State.asked(
      "scene: slide\nask: {choice: [the red, the blue, the green], right: 2, text: Which?}",
      size: size)
    if isLarge { try state.press("b") }
    for (answer, isRight) in [("the green", false), ("the blue", true)] {
      let frame = state.frame()
      let row = try #require(
        (0..<size.height).first { frame.text(row: $0).contains("  " + answer) })
      let column = try #require(frame.text(row: row).range(of: answer))
      let at = Point(
        row: row,
        column: frame.text(row: row).distance(
          from: frame.text(row: row).startIndex, to: column.lowerBound))
      _ = state.handle(.input(.mouse(Mouse(action: .press, at: at))))
      #expect(state.sentences.contains("Right: 2.") == isRight, "\(state.frame().text)")
    }
  }
}
