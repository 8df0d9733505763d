import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct PromptTests {
  @Test func goToReachesAStep() throws {
    var state = try State.opened()
    try state.press("g")
    #expect(state.frame().text.contains("go to step (0–4)"))
    try state.press("3 enter")
    #expect(state.prompt == nil && state.scene.timeline.step == 3)
  }

  @Test(arguments: ["5", "- 1", "x", "1 . 5", ""])
  func goToSaysWhatItNeedsAndStays(_ answer: String) throws {
    var state = try State.opened()
    try state.press("g")
    try state.press(answer)
    try state.press("enter")
    #expect(state.prompt?.complaint == "use a whole number from 0 to 4")
    #expect(state.frame().text.contains("use a whole number from 0 to 4"))
    #expect(state.scene.timeline.step == 0)
    try state.press("backspace")
    #expect(state.prompt?.complaint == nil)
  }

  @Test func typedCharactersStandInTheFooterUntilTaken() throws {
    var state = try State.opened()
    try state.press("g 1 2 backspace")
    #expect(state.prompt?.answer == "1")
    #expect(state.frame().text(row: 23).contains(") 1▏"))
    try state.press("enter")
    #expect(state.scene.timeline.step == 1)
  }

  @Test func pasteIsPartOfAnAnswer() throws {
    var state = try State.opened()
    try state.press("k")
    _ = state.handle(.paste("\u{1B}[31msobel\u{7}\r\n\t-x q\n"))
    #expect(state.prompt?.answer == "[31msobel -x q")
    _ = state.handle(.paste(String(repeating: "a", count: 1 << 20)))
    #expect(state.prompt?.answer.count == 14 + 4096)
  }

  @Test func pasteWithoutAQuestionDoesNothingAndSaysSo() throws {
    var state = try State.opened()
    _ = state.handle(.paste("q"))
    #expect(state.prompt == nil && state.notice == words.pasteWithoutQuestion)
    try state.press("right")
    #expect(state.notice == nil && state.scene.timeline.step == 1)
  }

  @Test func whatIsTypedStaysInSightWhereRoomIsShort() throws {
    let state = try State.opened(.learn, size: ScreenLayout.smallest)
    #expect(try state.frame(after: "schedule? c o s i n e : 9").text.contains("cosine:9▏"))
    let keys = "schedule? " + String(repeating: "a ", count: 50) + "b c"
    #expect(
      try state.frame(after: keys).text.contains("…" + String(repeating: "a", count: 33) + "bc▏"))
  }

  @Test func goToIsForAMapInMaps() throws {
    var state = try State.opened(.maps)
    try state.press("g")
    #expect(state.prompt?.question == "go to map (0–5)")
  }

  @Test(arguments: [SceneKind.slide, .edges, .flip, .maps])
  func kernelThatIsNeitherANameNorRowsMayBeAFile(_ scene: SceneKind) throws {
    var state = try State.opened(scene)
    try state.press("k d / k . n p y")
    #expect(state.handle(.key(.enter)) == .readKernels("d/k.npy"))
    // The question stays until there is an answer.
    #expect(state.prompt?.complaint?.contains("d/k.npy") == true)
    _ = state.handle(.answer("damaged", isGood: false))
    #expect(state.prompt?.complaint == "damaged" && state.notice == nil)
    func given(_ kernel: Tensor) -> GivenKernel {
      GivenKernel(name: "K", kernel: kernel, source: "d/k.npy")
    }
    let before = state.frame()
    _ = state.handle(.kernels([given(Tensor(Shape([3, 1, 1])))]))
    #expect(state.prompt?.complaint != nil)
    _ = state.handle(.kernels([given(Tensor(rows: [[7, -7]]))]))
    #expect(state.prompt == nil && state.frame() != before)
    if let scene = state.scene as? any KernelScene {
      #expect(scene.kernel == Tensor(rows: [[7, -7]]))
    } else {
      #expect((state.scene as? MapsScene)?.filters.map(\.weight.elements) == [[7, -7]])
    }
  }

  @Test func kernelByNameAsksForNoFile() throws {
    var state = try State.opened()
    try state.press("k e d g e - x")
    #expect(state.handle(.key(.enter)) == nil && state.prompt == nil)
  }

  @Test func escapeLeavesEverythingAsItWas() throws {
    var state = try State.opened()
    let frame = state.frame()
    try state.press("g 3 esc")
    #expect(state.frame() == frame)
  }

  @Test func keysOfTheSceneAreTextInAQuestion() throws {
    var state = try State.opened()
    try state.press("k q ? 1 t")
    #expect(state.prompt?.answer == "q?1t" && state.overlay == nil)
  }

  @Test func controlCharactersAreNotTyped() throws {
    var prompt = Prompt(.goTo, "?")
    prompt.type(.character("\u{1B}"))
    prompt.type(.left)
    prompt.type(.character("界"))
    #expect(prompt.answer == "界")
    prompt.type(.backspace)
    prompt.type(.backspace)
    #expect(prompt.answer == "")
  }

  @Test func theMouseWaitsForTheAnswer() throws {
    var state = try State.opened()
    try state.press("g")
    let frame = state.frame()
    state.click(Point(row: 0, column: 25))
    state.turnWheel(.wheelDown)
    #expect(state.frame() == frame)
  }

  @Test(arguments: ["d d", "k 1 , 1 , 1 , 1 , 1 enter"], [40, 60, 80, 110])
  func longSentencesAreReadWhole(_ keys: String, _ width: Int) throws {
    var state = try State.opened(size: Size(width: width, height: 24))
    try state.press(keys)
    let sentence = try #require(state.notice ?? state.prompt?.complaint)
    let words = state.frame().text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(sentence))
  }
}
