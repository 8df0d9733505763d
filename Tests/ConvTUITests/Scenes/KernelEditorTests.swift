import Model
import TestSupport
import Testing

@testable import ConvTUI

/// The keys that change K while the cursor stands in it.
struct KernelEditorTests {
  private func kernel(after keys: String) throws -> Tensor? {
    var state = try State.opened()
    try state.press("p p p tab tab")
    try state.press(keys)
    return state.slide?.kernel
  }

  @Test(
    arguments: [
      ("i", [[0, -1], [-2, -3]]), ("T", [[0, 2], [1, 3]]), ("F", [[3, 2], [1, 0]]),
      ("r", [[2, 0], [3, 1]]), ("R", [[1, 3], [0, 2]]), ("c", [[0, 0], [0, 0]]),
      ("]", [[0, 1, 0], [2, 3, 0]]), ("[", [[0], [2]]), ("}", [[0, 1], [2, 3], [0, 0]]),
      ("{", [[0, 1]]), (">", [[0, 0, 0, 0], [0, 0, 1, 0], [0, 2, 3, 0], [0, 0, 0, 0]]),
      ("> <", [[0, 1], [2, 3]]), ("e 7 enter right x down x", [[7, 7], [2, 7]]),
      ("e 7 enter X right down X left", [[7, 7], [2, 7]]),
    ] as [(String, [[Float]])])
  func keysChangeTheKernel(_ keys: String, _ expected: [[Float]]) throws {
    #expect(try kernel(after: keys) == Tensor(rows: expected))
  }

  @Test(arguments: ["i", "T", "F", "r", "R", "c", "]", "[", "}", "{", ">", "%"])
  func everyChangeIsUndoneAndRedone(_ key: String) throws {
    var state = try State.opened()
    try state.press("p p right tab tab")
    let before = state.frame()
    try state.press(key)
    let after = state.slide?.settings
    try state.press("u")
    #expect(state.slide?.kernel == CourseExample.kernel && state.frame().text == before.text)
    try state.press("U")
    #expect(state.slide?.settings == after)
  }

  @Test func keysDoNothingOutsideTheKernel() throws {
    for panel in ["", "tab", "tab tab tab"] {
      var state = try State.opened()
      try state.press(panel)
      let frame = state.frame()
      try state.press("x X i T r R % c > < ] [ } {")
      #expect(state.notice?.contains("does nothing here") == true)
      state.notice = nil
      #expect(state.frame() == frame && state.slide?.kernel == CourseExample.kernel)
    }
  }

  @Test func normalizingSaysWhatItDividedBy() throws {
    var state = try State.opened()
    try state.press("tab tab %")
    #expect(state.notice?.contains("by its sum, 6") == true)
    #expect(state.slide?.kernel.elements == [0, 1.0 / 6, 2.0 / 6, 0.5])
    try state.press("esc k 1 , - 1 enter tab tab %")
    #expect(state.notice?.contains("sum of its magnitudes, 2") == true)
    #expect(state.slide?.kernel.elements == [0.5, -0.5])
    try state.press("c %")
    #expect(state.notice?.contains("cannot be normalized") == true)
  }

  @Test func whatDoesNotFitIsRefusedWithItsNumbers() throws {
    var state = try State.opened()
    try state.press("tab tab >")
    #expect(state.notice?.contains("a padding of at least 1") == true)
    #expect(state.slide?.kernel == CourseExample.kernel)
    try state.press("[ { [")
    #expect(state.notice?.contains("the minimum is 1×1") == true)
    try state.press("p p p p p p p p p p p p p p p p > > > > > > > > > > > > > > > >")
    #expect(state.notice?.contains("31×31, the maximum") == true)
    #expect(state.slide?.kernel.shape == Shape(31, 31))
  }

  @Test func cursorStaysOnItsWeightWhereRingsComeAndGo() throws {
    var state = try State.opened()
    try state.press("p p tab tab right >")
    #expect(state.slide?.cursor?.at == Position(row: 1, column: 2))
    try state.press("<")
    #expect(state.slide?.cursor?.at == Position(row: 0, column: 1))
  }

  @Test func paintingNeedsANumber() throws {
    for key in ["x", "X"] {
      var state = try State.opened()
      try state.press("tab tab")
      try state.press(key)
      #expect(state.notice == words.nothingToPaint && state.slide?.kernel == CourseExample.kernel)
    }
  }

  @Test func penIsNamedAndLiftedWhereTheCursorLeaves() throws {
    var state = try State.opened()
    try state.press("tab tab e 5 enter X")
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
      ("", "not separable: rank 2"),
      (
        "k s o b e l - x enter",
        "separable: [1 2 1]ᵀ · [1 0 −1], 6 products instead of 9 per window"
      ),
      ("k g a u s s i a n enter", "separable: 1/16 · [1 2 1]ᵀ · [1 2 1], 6 products"),
      ("k 1 , - 1 enter", "K is a single row"), ("tab tab c", "K is 0 everywhere"),
      ("esc k 1 , 2 ; 2 , 4 enter", "separable: [1 2]ᵀ · [1 2], 4 products either way"),
      ("k n a n , 1 enter", "K has NaN or ∞, so it has no rank"),
    ] {
      try state.press(keys)
      let text = state.frame().text
      #expect(text.contains(sentence), "\(text)")
    }
  }
}
