import Formats
import Model
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

/// What an answer begins with, is completed to, and comes back to.
struct AnswerTests {
  @Test(arguments: [
    (SceneKind.slide, "k", "0,1;2,3"), (.slide, "bias?", "0"), (.slide, "tab right e", "1"),
    (.learn, "learning-rate?", "0.03"), (.learn, "schedule?", "constant"),
    (.field, "input-size?", "3"),
    (.field, "layers?", "conv2, conv2"), (.pool, "e", "2"), (.maps, "bias?", "0"),
  ])
  func presentValueIsThereAndSelected(_ scene: SceneKind, _ keys: String, _ present: String) throws
  {
    var state = try State.opened(scene)
    try state.press(keys)
    #expect(state.prompt?.answer == present)
    #expect(state.prompt?.line.isSelected == true)
    let row = state.frame().row(23)
    #expect(row.count { $0.style.attributes.contains(.reverse) } == present.cellWidth)
    let text = state.prompt
    try state.press("left")
    #expect(state.prompt?.answer == present)
    #expect(!state.frame().row(23).contains { $0.style.attributes.contains(.reverse) })
    try state.press("esc " + keys + " 7")
    #expect(state.prompt?.answer == "7" && text != state.prompt)
  }

  @Test func enterLeavesAPresentValueAsItIs() throws {
    var state = try State.opened(.learn)
    try state.press("right right")
    let frame = state.frame()
    try state.press("learning-rate? enter")
    #expect(state.frame() == frame && state.prompt == nil)
  }

  @Test func earlierAnswersComeBack() throws {
    var state = try State.opened()
    try state.press("bias? 1 enter bias? 2 enter bias? 1 enter k b o x enter bias? 7 up")
    #expect(state.prompt?.answer == "1")
    try state.press("up")
    #expect(state.prompt?.answer == "2")
    try state.press("up up down down down")
    #expect(state.prompt?.answer == "7")
    try state.press("up up enter")
    #expect(state.histories[.setting("bias")]?.answers == ["1", "2"])
  }

  @Test func fiftyAnswersAreKept() throws {
    var history = AnswerHistory()
    for number in 0..<70 { history.keep("\(number)") }
    history.keep("")
    #expect(history.answers.count == 50)
    #expect(history.answers.first == "20" && history.answers.last == "69")
  }

  @Test func answerThatWasRefusedIsNotKept() throws {
    var state = try State.opened()
    try state.press("bias? x enter esc")
    #expect(state.histories[.setting("bias")] == nil)
  }

  private let names = NamedKernel.all.map(\.name)

  @Test func tabAsksForWhatAWordMayBecome() throws {
    var state = try State.opened()
    try state.press("k s o b")
    #expect(state.handle(.key(.tab)) == .complete("sob", names: names))
    _ = state.handle(.completions(of: "sob", ["sobel-x", "sobel-y"]))
    #expect(state.prompt?.answer == "sobel-")
    #expect(state.prompt?.remark == "sobel-x  sobel-y")
    #expect(state.frame().text.contains("sobel-x  sobel-y"))
    try state.press("y")
    #expect(state.prompt?.remark == nil && state.prompt?.answer == "sobel-y")
    // What comes late is for another word.
    _ = state.handle(.completions(of: "sobel-", ["sobel-x"]))
    #expect(state.prompt?.answer == "sobel-y")
    _ = state.handle(.completions(of: "sobel-y", ["sobel-y"]))
    #expect(state.prompt?.answer == "sobel-y")
    _ = state.handle(.completions(of: "sobel-y", []))
    #expect(state.prompt?.remark?.contains("Nothing begins") == true)
  }

  @Test func onlyTheLastOfSeveralKernelsIsCompleted() throws {
    var state = try State.opened(.maps)
    try state.press("k b o x , space e d")
    #expect(state.handle(.key(.tab)) == .complete("ed", names: names))
    _ = state.handle(.completions(of: "ed", ["edge-x"]))
    #expect(state.prompt?.answer == "box, edge-x")
  }

  @Test func filesAreCompleted() throws {
    var state = try State.opened()
    try state.press("f a / b")
    #expect(state.handle(.key(.tab)) == .complete("a/b", names: []))
    _ = state.handle(.completions(of: "a/b", ["a/bc/", "a/bcd.svg"]))
    #expect(state.prompt?.answer == "a/bc")
    #expect(state.prompt?.remark == "bc/  bcd.svg")
    try state.press("esc bias?")
    #expect(state.handle(.key(.tab)) == nil)
  }

  @Test func candidatesCoverNoMoreThanAPart() {
    let names = (1000..<3000).map { "file-\($0).npy" }
    #expect(words.candidates(Array(names.prefix(2))) == "file-1000.npy  file-1001.npy")
    #expect(words.candidates(names).hasSuffix("  and 1990 more"))
    #expect(words.candidates([String(repeating: "a", count: 500), "bias?"]) == "and 2 more")
  }

  @Test func kernelsAndFilesAreFound() {
    let found = Prompt.candidates(for: "gauss", names: names)
    #expect(found == NamedKernel.all.map(\.name).filter { $0.hasPrefix("gauss") })
    #expect(Prompt.candidates(for: "gauss", names: []) == [])
    #expect(Prompt.candidates(for: "/et", names: names) == ["/etc/"])
  }

  @Test(arguments: [
    ("1 2\n3 4\n", "1 2;3 4"), ("1\t2\r\n3\t4", "1 2;3 4"), ("1,2;\n3,4;\n", "1,2;3,4"),
    ("[[1, 2],\n [3, 4]]", "[[1, 2], [3, 4]]"), ("\n 1 2\n\n-3 4 / 2\n", "1 2;-3 4 / 2"),
    ("sobel-x\n", "sobel-x"),
  ])
  func pastedLinesAreRowsOfAKernel(_ text: String, _ answer: String) throws {
    var state = try State.opened()
    try state.press("k")
    _ = state.handle(.paste(text))
    #expect(state.prompt?.answer == answer)
    try state.press("enter")
    #expect(state.prompt == nil)
  }

  @Test func pasteIsPutWhereTheCursorIs() throws {
    var state = try State.opened()
    try state.press("k 1 , 3 left left")
    _ = state.handle(.paste(",2"))
    #expect(state.prompt?.answer == "1,2,3")
  }

  @Test func pasteThatIsCutSaysSo() throws {
    var state = try State.opened()
    try state.press("k")
    _ = state.handle(.paste(String(repeating: "1 ", count: 5000)))
    #expect(state.prompt?.remark == words.pasteWasCut)
  }

  @Test(
    arguments: [
      ("1 / 9 , 1 / 9", [[1 / 9, 1 / 9]]),
      ("[ [ 1 , 2 ] ]", [[1, 2]]),
      ("1 , 2 space / space 4", [[0.25, 0.5]]), ("1 space 2 ; 3 space 4", [[1, 2], [3, 4]]),
    ] as [(String, [[Float]])])
  func kernelIsTakenAsPeopleWriteIt(_ keys: String, _ rows: [[Float]]) throws {
    var state = try State.opened()
    try state.press("k " + keys + " enter")
    #expect(state.slide?.settings.kernel == Tensor(rows: rows))
  }

  @Test func wrongKernelSaysWhatWouldWork() throws {
    var state = try State.opened()
    try state.press("k 1 / 0 enter")
    let complaint = try #require(state.prompt?.complaint)
    #expect(complaint.contains("divides by 0") && complaint.contains(words.kernelsThatWork))
  }

  @Test func controlKeysDoNothingWithoutAQuestion() throws {
    var state = try State.opened()
    try state.press("right")
    let frame = state.frame()
    for letter in "abcdefghijklmnopqrstuvwxyz" {
      guard let key = Key(control: letter), case .control = key else { continue }
      #expect(state.handle(.key(key)) == nil)
    }
    #expect(state.frame() == frame)
  }
}
