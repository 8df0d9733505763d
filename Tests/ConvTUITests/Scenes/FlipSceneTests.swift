import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct FlipSceneTests {
  @Test func bothOperationsStandSideBySideAtTheEnd() throws {
    let scene = try FlipScene(
      SlidingSettings(input: CourseExample.input, kernel: CourseExample.kernel))
    #expect(scene.correlation.matrix.elements == [19, 25, 37, 43])
    #expect(scene.convolution.matrix.elements == [5, 11, 23, 29])
    let text = try State.opened(.flip, look: Look(hasBlocks: false)).frame(after: "end").text
    for number in ["19", "25", "37", "43", "5", "11", "23", "29", "−14"] {
      #expect(text.contains(number))
    }
  }

  @Test func symmetricKernelGivesTheSameTwice() throws {
    let text = try State.opened(.flip).frame(after: "k 1 , 2 ; 2 , 1 enter end").text
    #expect(text.contains("Equal: "))
    let different = try State.opened(.flip).frame(after: "end").text
    #expect(different.contains("results differ by 14 everywhere."))
  }

  @Test func nothingIsGivenAwayBeforeTheTurns() throws {
    var state = try State.opened(
      .flip, size: Size(width: 200, height: 60), look: Look(hasBlocks: false))
    let text = state.frame().text
    #expect(text.contains("Will the results differ?"))
    #expect(!text.contains("Different") && !text.contains("19") && !text.contains("14."))
    try state.press("right right right")
    let sums = state.frame().text
    #expect(sums.contains("X[0,1]·K[0,1] = 1×1 =  1") && sums.contains("X[0,1]·K[1,0] = 1×2 = 2"))
    #expect(!sums.contains("Different"))
  }

  /// The kernels and the outputs stand one below the other, so that all digits have their full width.
  @Test func everyPaneHasBlockDigitsOnASmallScreen() throws {
    let state = try State.opened(.flip)
    let scene = try #require(state.scene as? FlipScene)
    let views = scene.placed(in: state.layout.body, state.look).views
    #expect(views.count == 6)
    for view in views {
      #expect(view.digitScale(state.look) == 1 && !view.shape.isSlim)
      #expect(view.visible == view.pane.extent)
    }
    #expect(Set(views.map(\.rect.row)).count == 2)
  }

  @Test(arguments: [(1, 1), (1, 3), (2, 2), (3, 1), (3, 3)])
  func kernelIsTurnedWhenTheTurnsAreDone(_ rows: Int, _ columns: Int) throws {
    let kernel = Tensor(Shape(rows, columns), (0..<rows * columns).map { Float($0 + 1) })
    var scene = try FlipScene(
      SlidingSettings(input: Tensor(Shape(4, 4), repeating: 1), kernel: kernel))
    scene.timeline.go(toStep: rows / 2 + columns / 2)
    var frame = Frame(.standard)
    scene.draw(into: &frame, in: Rect(.standard), Look())
    if rows * columns > 1 { #expect(frame.text.contains("turned by 180°")) }
    #expect(scene.timeline.length == rows / 2 + columns / 2 + (5 - rows) * (5 - columns))
  }

  @Test(arguments: [SceneKind.flip, .edges], [Size.standard, Size(width: 110, height: 34)])
  func nothingJumpsFromStepToStep(_ name: SceneKind, _ size: Size) throws {
    var state = try State.opened(name, size: size)
    try state.press("home")
    let titles = name == .flip ? ["X ⋆ K", "X ∗ K", "K′"] : ["X  6×8", "K  edge-x", "X ⋆ K  6×7"]
    let places = titles.map { state.frame().place(of: $0) }
    let steps = name == .flip ? state.scene.timeline.length : 42
    for _ in 0..<steps {
      try state.press("right")
      #expect(titles.map { state.frame().place(of: $0) } == places)
    }
  }
}
