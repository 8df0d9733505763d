import Drawing
import Model
import TestSupport
import Testing

@testable import ConvTUI

/// The keys for sliding in the three scenes that have them.
struct SlidingSceneTests {
  private static let scenes = [SceneKind.slide, .edges, .flip]

  private func sliding(_ state: State) -> Sliding? { (state.scene as? any SlidingScene)?.sliding }

  @Test(arguments: scenes) func keysChangeTheSettings(_ name: SceneKind) throws {
    var state = try State.opened(name)
    for (keys, expected) in [
      ("padding+ padding+", CorrelationOptions(padding: PerAxis(2))),
      ("dilation+", CorrelationOptions(padding: PerAxis(2), dilation: PerAxis(2))),
      ("dilation- padding- padding-mode+", CorrelationOptions(padding: PerAxis(1), mode: .reflect)),
    ] {
      try state.press(keys)
      #expect(sliding(state)?.options == expected)
    }
    try state.press("bias? - 0 . 5 enter")
    #expect(sliding(state)?.bias == -0.5)
    try state.press("bias? x enter")
    #expect(state.prompt?.complaint?.contains("“x” is no value of bias") == true)
  }

  @Test(arguments: scenes, ["dilation-", "padding-"])
  func whatCannotBeIsRefused(_ name: SceneKind, _ key: String) throws {
    var state = try State.opened(name)
    try state.press(key)
    #expect(state.notice?.contains("from") == true)
    #expect(sliding(state) == Sliding())
  }

  @Test(arguments: scenes) func dilationThatDoesNotFitSaysWhatWould(_ name: SceneKind) throws {
    var state = try State.opened(name)
    for _ in 0..<8 { try state.press("dilation+") }
    #expect(state.notice?.contains("would work") == true)
  }

  @Test func biasStandsInTheSum() throws {
    var state = try State.opened(look: Look(hasBlocks: false))
    try state.press("right bias? 0 . 5 enter")
    let text = state.frame().text
    #expect(text.contains("4×3 + 0.5 = 0 + 1 + 6 + 12 + 0.5 = 19.5"))
    #expect(text.contains("X[1,1]·K[1,1] + b") && text.contains("bias  0.5"))
    #expect(state.slide?.output.elements == [19.5, 25.5, 37.5, 43.5])
    try state.press("u")
    #expect(state.slide?.output.elements == [19, 25, 37, 43])
  }

  @Test func turnedKernelIsAConvolution() throws {
    var state = try State.opened(.slide, size: Size(width: 200, height: 60))
    try state.press("end turned+")
    #expect(state.slide?.output.elements == [5, 11, 23, 29])
    let text = state.frame().text
    #expect(text.contains("3×3 ∗ 2×2 → 2×2") && text.contains("flip  on"))
    #expect(
      try state.frame(after: "home right").text.contains(
        "X[0,0]·K[1,1] + X[0,1]·K[1,0] + X[1,0]·K[0,1] + X[1,1]·K[0,0]"))
    try state.press("turned+")
    #expect(state.slide?.output.elements == [19, 25, 37, 43])
  }

  @Test func weightUnderTheCursorLightsWhatItMeetsAlsoTurned() throws {
    var state = try State.opened()
    try state.press("turned+ right tab tab left left up")
    let input = state.slide?.placed(in: state.layout.body, state.look).views[0].pane
    // K[0,0] is the last tap: it meets the four lower right cells.
    #expect(input?.isLit?(0, 0) == false && input?.isLit?(2, 2) == true)
  }

  @Test func biasDoesNotHideWhatAnEdgeDetectorFinds() throws {
    var state = try State.opened(.edges)
    try state.press("bias? 2 enter")
    state.show(step: 42)
    let text = state.frame().text
    #expect(text.contains("X ⋆ K + b") && text.contains("+1 at column 1, −1 at column 5"))
    #expect(try state.frame(after: "end").text.contains("Xᵀ ⋆ K  0 everywhere"))
  }

  @Test func edgesAndFlipAreThoseOfTheOptions() throws {
    let sliding = Sliding(
      options: CorrelationOptions(
        stride: PerAxis(2), padding: PerAxis(rows: 1, columns: 2), mode: .replicate), bias: 1)
    let geometry = try Geometry(
      input: CourseExample.input.shape, kernel: CourseExample.kernel.shape, options: sliding.options
    )
    let expected = Correlation.plain(
      CourseExample.input, CourseExample.kernel, bias: [1], geometry: geometry)
    let settings = SlidingSettings(
      input: CourseExample.input, kernel: CourseExample.kernel, sliding: sliding)
    let edges = try EdgesScene(settings)
    #expect(edges.results[0].output.matrix == expected)
    let flip = try FlipScene(settings)
    #expect(flip.correlation.matrix == expected)
    #expect(
      flip.convolution.matrix
        == Correlation.plain(
          CourseExample.input, CourseExample.kernel.flipped, bias: [1], geometry: geometry))
    var state = try State.opened(with: edges)
    try state.press("turned+")
    let turned = try #require(state.scene as? EdgesScene)
    #expect(turned.results[0].output.matrix == flip.convolution.matrix)
    #expect(turned.results[0].name == "X ∗ K")
  }
}
