import Drawing
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Terminal

/// Whatever stands in a lesson's file, and whatever is pressed in a lesson, nothing traps.
struct LessonStormTests {
  /// A lesson with every field and every kind of question.
  static let whole = """
    title: {en: T, zh: 标题}
    steps:
      - say: {en: Look., zh: 看。}
        notes: N
        scene: slide
        set: {padding: 1}
        step: 3
        part: 1
        hide: true
        point: ["Y[0,0]", "X[0,0..1] K[1,1]"]
        ask: {value: "Y[0,1]", hint: H, with: {bias: 1}}
      - {say: A, play: on, ask: {size: Y, answer: 4×4}}
      - {say: B, formulas: yes, ask: {row: 3}}
      - {say: C, ask: {kernel: [sums to 0, 1×2, "ignores direction [1,0]"], answer: "0,0"}}
      - {say: D, ask: {parameters: "conv4@3", input: 3×8×8}}
      - {say: E, ask: {cells: field}}
      - {say: F, scene: edges, ask: {draw: Y, where: not 0}}
      - {say: G, scene: field, step: 1, ask: {field: 2}}
      - {say: H, ask: {choice: [a, b], right: 2, text: W}}
      - {say: I, scene: learn, ask: {quantity: "next-K[0,1]"}}
      - {say: J, ask: {number: 3*2, text: W}}

    """

  /// 100,000 files, in tens of thousands, or as many as MUTATIONS says; of those that are lessons some are
  /// begun.
  @Test(arguments: 0..<10) func mutatedFilesAreReadOrRefused(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: 100 + seed)
    let scenes = try SceneKind.examples()
    let lines = Self.whole.split(separator: "\n", omittingEmptySubsequences: false)
    var (read, begun) = (0, 0)
    for number in 0..<Mutations.each(of: 10, atLeast: 10_000) {
      // Its title and a part of its steps, so that a file is short.
      let start = number.isMultiple(of: 3) ? 2 : Int.random(in: 11..<20, using: &generator)
      let count = start == 2 ? 9 : Int.random(in: 1...2, using: &generator)
      let text = (lines[..<2] + lines[start..<min(lines.count, start + count)])
        .joined(separator: "\n")
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &generator)
        case 2 where bytes.count > 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[place...].prefix(7), at: place)
        }
      }
      do throws(LessonError) {
        let lesson = try LessonReader.lesson(bytes)
        read += 1
        guard read.isMultiple(of: 12) else { continue }
        _ = try LessonRun(lesson, scenes: scenes, words)
        begun += 1
      } catch {
        if number.isMultiple(of: 50) { #expect(!words.sentence(error).isEmpty) }
        #expect(error.line >= 1 && error.column >= 1)
      }
    }
    #expect(read > 100 && begun > 0, "\(read) \(begun)")
  }

  private static let keys: [Key] =
    [
      " ", " ", .backspace, .enter, .enter, .escape, .right, .left, .up, .down, .tab, .home, .end,
      .pageDown, "h", "x", "x", "k", "[", "]", ",", ".", ";", "/", "?", "s", "g", "v", "r", "R",
      "u",
      "-", "(", "界", .delete, .control("u"),
    ] + "0123456789".map { .character($0) }

  @Test(arguments: 0..<6) func everyQuestionTakesAnyKey(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sizes = [
      (0, 0), (1, 1), (40, 12), (60, 12), (80, 24), (110, 34), (200, 60),
    ].map { Size(width: $0.0, height: $0.1) }
    var state = try State.lesson(Self.whole, language: seed.isMultiple(of: 2) ? .english : .chinese)
    for number in 0..<1_000 {
      switch Int.random(in: 0..<20, using: &generator) {
      case 0:
        let point = Point(
          row: Int.random(in: -1...state.size.height, using: &generator),
          column: Int.random(in: -1...state.size.width, using: &generator))
        let action: Mouse.Action = Bool.random(using: &generator) ? .press : .drag
        _ = state.handle(.input(.mouse(Mouse(action: action, at: point))))
      case 2: _ = state.handle(.input(.paste("1,-1;界\u{1B}[2J")))
      case 1: _ = state.handle(.tick(.milliseconds(Int.random(in: 0...900, using: &generator))))
      default: _ = state.handle(.input(.key(Self.keys.randomElement(using: &generator) ?? .enter)))
      }
      if number.isMultiple(of: 90) {
        _ = state.handle(.input(.resize(sizes.randomElement(using: &generator) ?? .standard)))
      }
      if number.isMultiple(of: 9) { #expect(state.frame().size == state.size) }
    }
  }

  /// Results that are hidden, asked for and found in all scenes but the training.
  @Test(arguments: SceneKind.allCases.filter { $0 != .train })
  func aQuizTakesAnyKey(_ kind: SceneKind) throws {
    var generator = SeededGenerator(seed: 5)
    var state = try State.opened(kind)
    try state.press("esc h")
    for number in 0..<1_000 {
      _ = state.handle(.input(.key(Self.keys.randomElement(using: &generator) ?? .enter)))
      if number.isMultiple(of: 30) {
        if case .number(let right) = state.riddle?.expected {
          try state.press("esc esc")
          try state.answer("\(right)")
        }
      }
      if number.isMultiple(of: 9) { #expect(state.frame().size == state.size) }
    }
  }
}
