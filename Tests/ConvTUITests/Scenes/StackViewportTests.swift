import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// How much of a picture a stack of layers looks at, and how closely.
struct StackViewportTests {
  /// A picture larger than goes through as it is becomes smaller, and that is said.
  @Test func largePicturesAreMadeSmaller() throws {
    let scene = try StackSceneTests.scene(300, 1400)
    #expect(scene.sight.scale == 2 && scene.sight.whole.shapes[0] == Shape([1, 150, 700]))
    #expect(scene.facts(words).contains("1:2"))
  }

  /// At every zoom, wherever it looks, a unit's number is the one that the whole picture gives.
  @Test(arguments: [
    "z z z", "z z z z z shift-right shift-right shift-down",
    "z z z z z z z z shift-left shift-left shift-left shift-left shift-up shift-up shift-up shift-up",
    "tab z z z z",
  ])
  func closerNumbersAreThoseOfThePicture(_ keys: String) throws {
    let scene = try StackSceneTests.scene(600, 410)
    var state = try State.opened(with: scene)
    try state.press("end " + keys)
    for _ in scene.sight.maps {
      let stack = try #require(state.scene as? StackScene)
      #expect(stack.sight.scale == 1 && stack.sight.maps[0].shape.rows <= 300)
      let whole = stack.sight.whole.maps(
        of: scene.picture.part(rows: 0..<600, columns: 0..<410, step: 1))[stack.map]
      let at = stack.unit.at
      let expected = whole[0, stack.unit.channel, at.row, at.column]
      #expect(abs(stack.value - expected) <= 1e-5 * max(1, abs(expected)))
      #expect(state.frame().text.contains(NumberText.short(expected)))
      try state.press("left")
    }
  }

  /// A pooling larger than the smaller picture fits the picture itself, which is then looked at closer.
  @Test func layersThatFitThePictureAreTaken() throws {
    let picture = Picture(Tensor(Shape(1200, 1200)))
    func scene(_ size: Int) throws -> StackScene {
      try StackScene(picture, [("max", Pooling(.max, PoolingWindow(size: PlaneSize(size))))])
    }
    let scales = try [700, 400].map { try scene($0).sight.scale }
    #expect(scales == [1, 2])
    #expect(throws: GraphError.self) { try scene(1201) }
    do {
      _ = try scene(1201)
    } catch {
      #expect(words.sentence(error).contains("over 1×1200×1200"))
    }
  }

  @Test func theViewMovesToItsEdgesAndBack() throws {
    var state = try State.opened(with: StackSceneTests.scene(600, 410))
    func stack() throws -> StackScene { try #require(state.scene as? StackScene) }
    try state.press("z z z")
    for (key, edge) in [("shift-right", 410), ("shift-down", 600)] {
      for _ in 0..<30 { try state.press(key) }
      let seen = try stack().sight.pixels
      #expect((key == "shift-right" ? seen.columns : seen.rows).upperBound == edge)
    }
    #expect(state.frame().text.contains("rows 525…599, columns 335…409"))
    let before = try stack().sight.pixels.columns.lowerBound
    try state.press("shift-left")
    #expect(try stack().sight.pixels.columns.lowerBound < before)
    try state.press("do:all-in-sight")
    #expect(try stack().sight.pixels.rows == 0..<600 && stack().lens == MapViewport())
    for _ in 0..<40 { try state.press("z") }
    #expect(try stack().sight.pixels.rows.count == 9)
  }

  /// Whatever the scale and however many pixels are in sight, a key moves along its own axis, and the
  /// opposite one leads back.
  @Test func panningComesBack() throws {
    for closer in 1...7 {
      var state = try State.opened(with: StackSceneTests.scene(900, 1410))
      for _ in 0..<closer { try state.press("z") }
      func pixels() throws -> Block { try #require(state.scene as? StackScene).sight.pixels }
      let before = try pixels()
      for (key, back) in [("shift-right", "shift-left"), ("shift-left", "shift-right")] {
        try state.press(key)
        #expect(try pixels().rows == before.rows && pixels().columns != before.columns)
        try state.press(back)
        #expect(try pixels() == before)
      }
      try state.press("shift-down")
      #expect(try pixels().columns == before.columns)
    }
  }

  @Test func theViewFollowsTheCursor() throws {
    var state = try State.opened(with: StackSceneTests.scene(600, 410))
    try state.press("end z z z z z z tab")
    for _ in 0..<40 { try state.press("down") }
    let stack = try #require(state.scene as? StackScene)
    #expect(stack.sight.block(4).contains(stack.unit.at.row, stack.unit.at.column))
  }

  /// Circular padding brings the far edge of the picture: a part at an edge needs the whole, one inside
  /// does not.
  @Test func wrappingStacksKeepTheWholePicture() throws {
    let wrapping = try Convolution(
      weight: Tensor(Shape(1, 1, 3, 3), [1, 2, 3, 4, 5, 6, 7, 8, 9]),
      options: CorrelationOptions(padding: PerAxis(1), mode: .circular))
    let picture = Picture(Tensor(Shape(600, 410), (0..<246_000).map { Float($0 % 101) }))
    var state = try State.opened(
      with: StackScene(picture, [("conv1", ConvolutionLayer(wrapping))]))
    try state.press("z z z z z z")
    let stack = try #require(state.scene as? StackScene)
    #expect(stack.sight.scale == 1 && stack.sight.maps[0].shape.rows < 10)
    #expect(stack.sight.part.regions[0].numbers.shape.rows < 13)
    for _ in 0..<200 { try state.press("shift-up") }
    let top = try #require(state.scene as? StackScene)
    #expect(top.sight.part.regions[0].numbers.shape.rows == 600)
    let whole = top.sight.whole.maps(of: picture.part(rows: 0..<600, columns: 0..<410, step: 1))
    let units = top.sight.part.units[1]
    #expect(top.sight.maps[1] == whole[1].part(rows: units.rows, columns: units.columns))
  }
}
