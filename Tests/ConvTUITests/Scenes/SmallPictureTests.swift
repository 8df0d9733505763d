import Model
import Testing

@testable import ConvTUI
@testable import Drawing

/// Pictures whose numbers have room are shown with them, in every depth of colour.
@Suite struct SmallPictureTests {
  /// Two channels, and the sums over both that a loop in double gives.
  @Test(arguments: ColorDepth.allCases)
  func stackShowsTheNumbersOfEveryChannel(_ depth: ColorDepth) throws {
    let pixels = Tensor(Shape([2, 3, 3]), (0..<9).map(Float.init) + (1...9).map(Float.init))
    let kernel = Tensor(Shape(1, 2, 2, 2), [0, 1, 2, 3, 1, 2, 3, 4])
    let layers: [(String, any Operator)] = [
      ("conv", ConvolutionLayer(try Convolution(weight: kernel)))
    ]
    var state = try State.opened(
      with: StackScene(Picture(pixels), layers), size: Size(width: 80, height: 24),
      look: Look(depth: depth))
    for name in ["channel 0", "channel 1"] {
      #expect(state.frame().text.contains(name), "\(name)")
    }
    try state.press("right tab")
    let shown = try #require(state.scene as? StackScene)
    let views = shown.drawing(in: state.layout.body, state.look).stage.numbers?.views ?? []
    let numbers = views.flatMap { view in
      view.visible.rows.flatMap { row in view.visible.columns.map { view.pane.value(row, $0) } }
    }
    let expected: [Float] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 56, 72, 104, 120]
    #expect(numbers == expected.map { .number($0) })
    #expect(state.frame().text.contains("layer 1, map 1[1,1] = 120"))
    let chosen = try #require(state.scene as? StackScene)
    #expect(chosen.hasCursor && chosen.value == 120)
  }

  @Test func kernelsShowTheNumbersOfEveryMap() throws {
    let picture = Tensor(Shape(4, 5), (0..<20).map { Float($0 * $0) })
    var state = try State.opened(
      with: MapsExample.scene(picture, "sobel-x", MapMotion()),
      size: Size(width: 110, height: 34))
    let map = try MapsExample.map(picture, "sobel-x", MapMotion())
    let text = state.frame().text
    for element in picture.elements + map.elements {
      #expect(text.contains(NumberText.short(element)))
    }
    try state.press("z")
    #expect(state.frame().text == text)
  }
}
