import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// What is coloured by a sign has the colour of its own sign, and a legend that has that sign.
struct SignColorTests {
  private func slide(_ input: [[Float]], _ kernel: [[Float]]) throws -> SlideScene {
    try SlideScene(.init(input: Tensor(rows: input), kernel: Tensor(rows: kernel)))
  }

  @Test func productHasTheColourOfItsOwnSign() throws {
    var scene = try slide([[-1.0401, 0, -2, 3, .nan]], [[0.48, -1, -3, 2, 1]])
    scene.timeline.go(toStep: 1)
    let line = scene.traced.sumLines(width: 200, height: 2, words).joined()
    let roles = Dictionary(
      line.filter { $0.text.contains("×") }.map { ($0.text, $0.role) }, uniquingKeysWith: { $1 })
    #expect(
      roles == [
        "−1.0401×0.48": .negative, "0×−1": .text, "−2×−3": .positive, "3×2": .positive,
        "NaN×1": .warning,
      ])
  }

  @Test func zeroHasNoSign() {
    #expect(Role(signOf: 0) == .text && Role(signOf: -0.0, zero: .secondary) == .secondary)
    #expect(Role(signOf: .nan) == .warning)
    #expect(Role(signOf: -.infinity) == .negative && Role(signOf: 1e-30) == .positive)
  }

  /// 0.001 beside 100 is written as 0.00, which has no sign to see.
  @Test func whatIsWrittenAsZeroIsNeutral() throws {
    let scene = try slide([[100, 0.001, -0.5]], [[1]])
    let state = try State.opened(with: scene).colored(.eight)
    let frame = state.frame()
    var styles: [String: Style] = [:]
    for row in 0..<frame.size.height {
      let cells = Array(frame.row(row))
      for column in cells.indices.dropFirst(4) {
        let text = String(cells[column - 4...column].map(\.glyph))
        styles[text] = styles[text] ?? cells[column].style
      }
    }
    let (zero, half) = (try #require(styles[" 0.00"]), try #require(styles["−0.50"]))
    #expect(zero.foreground == state.look.style(.secondary).foreground)
    #expect(half.foreground == state.look.style(.negative).foreground)
  }

  @Test func differenceOfFlipHasASignedLegend() throws {
    let scene = try #require(try State.opened(.flip).scene as? FlipScene)
    #expect(scene.difference.matrix.elements == [-14, -14, -14, -14])
    #expect(scene.legend(words).scale.lower == -43 && scene.legend(words).scale.upper == 43)
    #expect(scene.difference.scale == scene.legend(words).scale)
  }

  /// 1 − 5 + 9 = 5: the sum was negative on its way.
  @Test func sumsOnTheWayStandUnderTheLegendAndHaveRoom() throws {
    var scene = try slide([[1, 5, 9]], [[1, -1, 1]])
    #expect(scene.legend(words).scale.lower == 0 && scene.legend(words).scale.upper == 5)
    scene.timeline.go(to: 2)
    #expect(scene.outputPane(words).value(0, 0) == .number(-4))
    #expect(
      scene.legend(words).scale.lower == -5
        && scene.outputPane(words).scale == scene.legend(words).scale)
    #expect(scene.planes.output.format.width == 2)
    scene = try slide([[-3, 3]], [[4, 5]])
    scene.timeline.go(to: 1)
    #expect(scene.legend(words).scale == ColorScale(-12...12))
  }

  @Test func halvesOnTheWayAreWrittenWithDecimals() throws {
    let scene = try slide([[1, 1]], [[0.5, 0.5]])
    #expect(scene.planes.output.format.text(0.5) == "0.50")
  }

  @Test func errorsOfLearningHaveASignedLegend() throws {
    let task = try LearnScene.Task(
      image: Tensor(rows: [[1, 2], [3, 4]]), targetKernel: Tensor(rows: [[1]]))
    let scene = LearnScene(task, .init(initialWeight: Tensor(rows: [[-2]])))
    #expect(scene.legend(words).scale.lower == -4 && scene.legend(words).scale.upper == 4)
  }

  @Test func numberThatIsNoneIsWarnedOfInFewColours() {
    let look = Look(depth: .eight)
    let pane = Pane([], Plane(Tensor(rows: [[.nan, 0, -1, 2]])))
    var frame = Frame(Size(width: 60, height: 5))
    PaneGrid([[pane]]).placed(in: Rect(frame.size), look).draw(into: &frame, look)
    func color(of glyph: Character) -> Color? {
      frame.cells.first { $0.glyph == glyph }?.style.foreground
    }
    #expect(color(of: "N") == look.style(.warning).foreground)
    #expect(color(of: "1") == look.style(.negative).foreground)
    #expect(color(of: "2") == look.style(.positive).foreground)
  }

  @Test func rangeSaysWhetherThereAreNegativeNumbers() {
    #expect(Formula.range(ColorScale(0...2.5)) == "0…2.5")
    #expect(Formula.range(ColorScale(-1...2.5)) == "±2.5")
  }

  /// The sums after one window reach below zero, those after all do not.
  @Test func gradientOnItsWayHasASignedLegend() throws {
    var state = try State.opened(.learn)
    try state.press("right v v")
    for _ in 0..<30 {
      try state.press(".")
      let drawing = try #require(state.learn).backwardDrawing
      for view in drawing.placed(in: state.layout.body, Look()).views.suffix(1) {
        #expect(view.pane.scale == drawing.legend.scale)
      }
    }
  }
}
