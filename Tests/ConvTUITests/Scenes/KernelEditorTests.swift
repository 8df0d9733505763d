import Model
import TestSupport
import Testing

@testable import ConvTUI

/// The keys that change K while the cursor stands in it.
struct KernelEditorTests {
  private func kernel(after keys: String) throws -> Tensor? {
    var state = try State.opened()
    try state.press("padding+ padding+ padding+ tab tab")
    try state.press(keys)
    return state.slide?.kernel
  }

  @Test(
    arguments: [
      ("do:negate-K", [[0, -1], [-2, -3]]), ("do:transpose-K", [[0, 2], [1, 3]]),
      ("do:turn-K-by-180°", [[3, 2], [1, 0]]),
      ("do:rotate-K-right", [[2, 0], [3, 1]]), ("do:rotate-K-left", [[1, 3], [0, 2]]),
      ("do:clear-K", [[0, 0], [0, 0]]),
      ("do:add-a-column-to-K", [[0, 1, 0], [2, 3, 0]]), ("do:drop-a-column-of-K", [[0], [2]]),
      ("do:add-a-row-to-K", [[0, 1], [2, 3], [0, 0]]),
      ("do:drop-a-row-of-K", [[0, 1]]),
      ("do:grow-K", [[0, 0, 0, 0], [0, 0, 1, 0], [0, 2, 3, 0], [0, 0, 0, 0]]),
      ("do:grow-K do:shrink-K", [[0, 1], [2, 3]]),
      ("e 7 enter right do:paint-the-number down do:paint-the-number", [[7, 7], [2, 7]]),
      ("e 7 enter do:pen-down-or-up right down do:pen-down-or-up left", [[7, 7], [2, 7]]),
    ] as [(String, [[Float]])])
  func commandsChangeTheKernel(_ keys: String, _ expected: [[Float]]) throws {
    #expect(try kernel(after: keys) == Tensor(rows: expected))
  }

  @Test(arguments: [
    "do:negate-K", "do:transpose-K", "do:turn-K-by-180°", "do:rotate-K-right", "do:rotate-K-left",
    "do:clear-K", "do:add-a-column-to-K", "do:drop-a-column-of-K", "do:add-a-row-to-K",
    "do:drop-a-row-of-K", "do:grow-K", "do:normalize-K",
  ])
  func everyChangeIsUndoneAndRedone(_ key: String) throws {
    var state = try State.opened()
    try state.press("padding+ padding+ right tab tab")
    let before = state.frame()
    try state.press(key)
    let after = state.slide?.settings
    try state.press("u")
    #expect(state.slide?.kernel == CourseExample.kernel && state.frame().text == before.text)
    try state.press("U")
    #expect(state.slide?.settings == after)
  }

  /// K is changed from anywhere, but painting needs a cursor in it.
  @Test func paintingIsForACursorInTheKernel() throws {
    for panel in ["", "tab", "tab tab tab"] {
      var state = try State.opened()
      try state.press(panel)
      #expect(!state.commands.contains { $0.deed == .perform(.paint) })
      try state.press("do:negate-K")
      #expect(state.slide?.kernel.elements == [0, -1, -2, -3])
    }
  }

  @Test func normalizingSaysWhatItDividedBy() throws {
    var state = try State.opened()
    try state.press("tab tab do:normalize-K")
    #expect(state.notice?.contains("by its sum, 6") == true)
    #expect(state.slide?.kernel.elements == [0, 1.0 / 6, 2.0 / 6, 0.5])
    try state.press("esc k 1 , - 1 enter tab tab do:normalize-K")
    #expect(state.notice?.contains("sum of its magnitudes, 2") == true)
    #expect(state.slide?.kernel.elements == [0.5, -0.5])
    try state.press("do:clear-K do:normalize-K")
    #expect(state.notice?.contains("cannot be normalized") == true)
  }

  @Test func whatDoesNotFitIsRefusedWithItsNumbers() throws {
    var state = try State.opened()
    try state.press("tab tab do:grow-K")
    #expect(state.notice?.contains("a padding of at least 1") == true)
    #expect(state.slide?.kernel == CourseExample.kernel)
    try state.press("do:drop-a-column-of-K do:drop-a-row-of-K do:drop-a-column-of-K")
    #expect(state.notice?.contains("the minimum is 1×1") == true)
    try state.press(
      "padding+ padding+ padding+ padding+ padding+ padding+ padding+ padding+ padding+ padding+ padding+ padding+ padding+ padding+ padding+ padding+ do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K do:grow-K"
    )
    #expect(state.notice?.contains("31×31, the maximum") == true)
    #expect(state.slide?.kernel.shape == Shape(31, 31))
  }

  @Test func cursorStaysOnItsWeightWhereRingsComeAndGo() throws {
    var state = try State.opened()
    try state.press("padding+ padding+ tab tab right do:grow-K")
    #expect(state.slide?.cursor?.at == Position(row: 1, column: 2))
    try state.press("do:shrink-K")
    #expect(state.slide?.cursor?.at == Position(row: 0, column: 1))
  }

  @Test func paintingNeedsANumber() throws {
    for key in ["do:paint-the-number", "do:pen-down-or-up"] {
      var state = try State.opened()
      try state.press("tab tab")
      try state.press(key)
      #expect(state.notice == words.nothingToPaint && state.slide?.kernel == CourseExample.kernel)
    }
  }

  @Test func penIsNamedAndLiftedWhereTheCursorLeaves() throws {
    var state = try State.opened()
    try state.press("tab tab e 5 enter do:pen-down-or-up")
    #expect(state.frame().text.contains("pen 5"))
    try state.press("esc tab tab right left")
    #expect(!state.frame().text.contains("pen 5"))
    #expect(state.slide?.kernel == Tensor(rows: [[5, 1], [2, 3]]))
  }

  @Test func howTheKernelComesApartIsSaid() throws {
    let scene = try SlideScene(
      SlideScene.Settings(input: Tensor(Shape(9, 9), repeating: 1), kernel: CourseExample.kernel))
    var state = try State.opened(with: scene)
    for (keys, sentence) in [
      (
        "k s o b e l - x enter",
        "separable: [1 2 1]ᵀ · [1 0 −1], 6 products instead of 9 per window"
      ),
      ("k g a u s s i a n enter", "separable: 1/16 · [1 2 1]ᵀ · [1 2 1], 6 products"),
      ("k 1 , - 1 enter", "K is a single row"), ("tab tab do:clear-K", "K is 0 everywhere"),
      ("esc k 1 , 2 ; 2 , 4 enter", "separable: [1 2]ᵀ · [1 2], 4 products either way"),
      ("k n a n , 1 enter", "K has NaN or ∞, so it has no rank"),
    ] {
      try state.press(keys)
      // It is said once all windows are done.
      let text = try state.frame(after: "end").text
      #expect(text.contains(sentence), "\(text)")
    }
  }
}
