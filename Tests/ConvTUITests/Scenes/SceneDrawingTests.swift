import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct SceneDrawingTests {
  static let sizes = [
    (0, 0), (1, 1), (7, 3), (39, 12), (40, 12), (80, 24), (110, 34), (200, 60),
  ].map { Size(width: $0.0, height: $0.1) }

  /// The scenes at their start, in the middle and at their end, and larger ones.
  static func scenes() throws -> [any Scene] {
    var scenes = try SceneKind.examples()
    for scene in try SceneKind.examples() {
      var moved = scene
      moved.timeline.go(toStep: 1)
      moved.follow()
      scenes.append(moved)
      _ = moved.perform(.nextPanel, words)
      moved.timeline.go(toStep: moved.timeline.length)
      moved.follow()
      scenes.append(moved)
    }
    scenes.append(
      try SlideScene.random(
        Shape(12, 12), Shape(5, 5),
        options: CorrelationOptions(
          stride: PerAxis(rows: 2, columns: 1), padding: PerAxis(3), mode: .circular),
        seed: 1))
    scenes.append(try SlideScene.random(Shape(1, 1), Shape(1, 1), seed: 2))
    scenes.append(try SlideScene.random(Shape(40, 90), Shape(9, 2), seed: 3))
    for seed in 4...6 as ClosedRange<UInt64> {
      var matrix = try SlideScene.random(
        Shape(30, 20), Shape(4, 3),
        options: CorrelationOptions(padding: PerAxis(1), dilation: PerAxis(2)), seed: seed)
      matrix.view = .matrix
      matrix.timeline.go(toStep: 100)
      for _ in 4...seed { _ = matrix.perform(.nextPanel, words) }
      scenes.append(matrix)
    }
    for (view, action) in [(SceneView.surface, Action.zoomOut), (.backward, .nextStage)] {
      guard var learn = try SceneKind.examples()[2] as? LearnScene else { continue }
      learn.view = view
      scenes.append(learn)
      for _ in 0..<3 {
        _ = learn.perform(action, words)
        _ = learn.perform(.nextPanel, words)
        learn.timeline.go(toStep: learn.timeline.step + 3)
        learn.follow()
        scenes.append(learn)
      }
    }
    scenes += try trainings()
    for keys in ["", "end", "end enter", "end left enter", "end left left tab", "home enter"] {
      var state = try State.opened(with: StackSceneTests.scene())
      try state.press(keys)
      scenes.append(state.scene)
    }
    let layers = "conv7:s2:p3,pool3:s2:p1,conv3:p1,conv3:s2:p1,conv3:p2:d2"
    scenes.append(
      FieldScene(
        try SpatialGraph(
          try GraphNotation.graph(layers), input: PlaneSize(112))))
    return scenes
  }

  /// A training in each of its views, with two branches and a pen over the sample.
  private static func trainings() throws -> [any Scene] {
    var scenes: [any Scene] = []
    for layers in [
      "conv2@5:s3, relu, maxpool2, flatten, linear10", "flatten, linear30, batchnorm, linear10",
    ] {
      var desk = try TrainingDesk(try .small(layers: layers))
      try desk.press("end home right learning-rate+ right e enter down chart+")
      for _ in SceneKind.train.views {
        scenes.append(desk.state.scene)
        try desk.press("v tab")
      }
    }
    return scenes
  }

  /// The bodies of the screens that are drawn at all, and some of every size between.
  static var bodies: [Size] {
    var generator = SeededGenerator(seed: 12)
    return sizes.filter { $0.width >= 40 && $0.height >= 12 }.map { ScreenLayout($0).body.size }
      + (0..<6).map { _ in
        Size(
          width: Int.random(in: 40...120, using: &generator),
          height: Int.random(in: 9...36, using: &generator))
      }
  }

  @Test(arguments: bodies) func everySceneLeavesCellsOutsideItsRectangleAlone(_ size: Size) throws {
    let sentinel = Cell(
      glyph: "☺", style: Style(foreground: Color(0x123456), attributes: .underline))
    let rect = Rect(row: 3, column: 2, width: size.width, height: size.height)
    var blank = Frame(Size(width: size.width + 5, height: size.height + 7))
    blank.update(Rect(blank.size)) { $0 = sentinel }
    var expected = blank
    expected.fill(rect, Style())
    for scene in try Self.scenes() {
      for look in Look.all {
        var frame = blank
        scene.draw(into: &frame, in: rect, look)
        frame.fill(rect, Style())
        let isUntouched = frame.cells == expected.cells
        #expect(isUntouched, "\(scene.kind) at \(scene.timeline.step) with \(look)")
      }
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (7, 3), (12, 4), (4, 12)])
  func everySceneDrawsIntoARectangleThatIsTooSmall(_ width: Int, _ height: Int) throws {
    for scene in try Self.scenes() {
      for look in Look.all {
        var frame = Frame(Size(width: width, height: height))
        scene.draw(into: &frame, in: Rect(frame.size), look)
        #expect(frame.cells.count == width * height)
      }
    }
  }

  @Test(arguments: sizes) func everyScreenHasItsSize(_ size: Size) throws {
    for look in Look.all {
      for scene in try SceneKind.examples() {
        let frame = try State.opened(with: scene, size: size, look: look).frame()
        #expect(frame.size == size && frame.cells.count == size.width * size.height)
      }
    }
  }

  @Test func tooSmallScreenSaysHowLargeItMustBe() throws {
    let frame = try State.opened(size: Size(width: 39, height: 12)).frame()
    #expect(frame.text.contains("40×12") && frame.text.contains("39×12"))
  }

  @Test(arguments: SceneKind.allCases)
  func everyGlyphIsPrintableAndEveryWideOneIsWhole(_ name: SceneKind) throws {
    for look in Look.all {
      let frame = try State.opened(name, look: look).frame()
      for row in 0..<frame.size.height {
        for column in 0..<frame.size.width {
          let glyph = frame[row, column].glyph
          #expect(glyph.cellWidth == 1, "\(glyph) at \(row), \(column)")
        }
      }
    }
  }

  private static let numbersAtTheEnd: [SceneKind: [String]] = [
    .slide: ["19", "43"], .edges: ["−1", "1"], .learn: ["0.9478", "−1.0233"], .flip: ["19", "5"],
    .field: ["4"], .train: ["10000"], .maps: ["sharpen", "−"],
  ]

  @Test(arguments: SceneKind.allCases, [ColorDepth.none, .eight, .sixteen])
  func withFewColoursEverySceneStatesSignAndValueInGlyphs(
    _ name: SceneKind, _ depth: ColorDepth
  ) throws {
    var plain = try State.opened(name, look: Look(depth: depth, hasBlocks: false))
    try plain.press("end")
    let text = plain.frame().text
    for number in Self.numbersAtTheEnd[name] ?? [] { #expect(text.contains(number)) }
  }
}
