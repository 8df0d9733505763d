import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

@Suite struct StackSceneTests {
  @Test func layersUnitsAndCellsAreChosen() throws {
    var state = try State.opened(with: Self.scene())
    func stack() throws -> StackScene { try #require(state.scene as? StackScene) }
    #expect(try stack().map == 0)
    try state.press("right right down")
    #expect(try stack().map == 2 && stack().unit.channel == 1)
    let before = try stack().unit.at
    try state.press("tab right down")
    #expect(try stack().unit.at == Position(row: before.row + 1, column: before.column + 1))
    #expect(state.frame().text.contains(NumberText.short(try stack().value)))
    try state.press("esc up")
    #expect(try stack().unit.channel == 0)
  }

  /// The parts that are shown add up to the number.
  @Test func aSumOverChannelsIsTakenApart() throws {
    var state = try State.opened(with: Self.scene(), size: Size(width: 110, height: 34))
    try state.press("end enter")
    let text = state.frame().text
    let stack = try #require(state.scene as? StackScene)
    guard case .sum(let trace, let window) = stack.origin else {
      Issue.record("no sum")
      return
    }
    let parts = trace.parts(of: window)
    #expect(abs(parts.channels.reduce(parts.bias, +) - stack.value) < 1e-5)
    for part in parts.channels { #expect(text.contains(NumberText.short(part))) }
    for channel in 0..<4 { #expect(text.contains("channel \(channel)")) }
    #expect(text.contains("= " + NumberText.short(stack.value)))
  }

  @Test func manyChannelsAreGoneThrough() throws {
    var state = try State.opened(with: Self.scene(), size: Size(width: 80, height: 16))
    try state.press("end enter")
    #expect(state.frame().text.contains("channel 0") && !state.frame().text.contains("channel 3"))
    try state.press("down down down")
    #expect(state.frame().text.contains("channel 3"))
  }

  @Test func everyKindOfNumberSaysWhereItComesFrom() throws {
    var state = try State.opened(with: Self.scene())
    try state.press("end")
    for words in ["largest", "max(", "product", "pixel"] {
      try state.press("left")
      #expect(state.frame().text.contains(words), "\(words)")
      try state.press("enter enter")
    }
  }

  /// The keys change the layer that is chosen, and what comes after follows.
  @Test func layersMoveOtherwise() throws {
    var state = try State.opened(with: Self.scene(), size: Size(width: 110, height: 34))
    func stack() throws -> StackScene { try #require(state.scene as? StackScene) }
    func shapes() throws -> [String] { try stack().sight.whole.shapes.map(\.description) }
    #expect(try shapes() == ["1×13×15", "4×13×15", "4×13×15", "4×6×7", "3×5×6"])
    try state.press("end left")
    try state.press("stride+")
    #expect(try shapes().suffix(2) == ["4×4×5", "3×3×4"])
    try state.press("left left padding+ padding+ dilation- dilation+")
    try state.press("stride+")
    try state.press("padding-mode+")
    #expect(try shapes()[1] == "4×8×9")
    for setting in ["dilation  2 ", "mode  reflect"] {
      #expect(state.frame().text.contains(setting))
    }
    let scene = try stack()
    let whole = try BoundGraph(scene.graph, input: Shape([1, 13, 15]))
      .maps(of: scene.picture.part(rows: 0..<13, columns: 0..<15, step: 1))
    #expect(whole.map(\.elements) == scene.sight.maps.map(\.elements))
  }

  /// On the picture the settings are those of the first layer, which comes next.
  @Test func onThePictureTheFirstLayerIsSet() throws {
    var state = try State.opened(with: Self.scene())
    try state.press("padding+ stride+")
    let stack = try #require(state.scene as? StackScene)
    #expect(stack.map == 0 && stack.sight.whole.shapes[1] == Shape([4, 8, 9]))
  }

  /// No map is shown before its layer is reached; going back hides nothing again.
  @Test func layersAreShownOneAfterTheOther() throws {
    var state = try State.opened(with: Self.scene(), size: Size(width: 110, height: 34))
    for (keys, sizes) in [
      ("", "1×13×15 → ?"), ("right", "1×13×15 → 4×13×15 → ?"), ("home", "1×13×15 → 4×13×15 → ?"),
      ("end", "3×5×6"),
    ] {
      try state.press(keys)
      #expect(state.frame().text.contains(sizes), "\(keys)")
    }
  }

  /// Maps bear the names of the kernels that made them, through all layers that keep the channels.
  @Test func mapsAreNamedByTheirKernels() throws {
    let stack = try LayerSources.stack(
      "conv:sobel-x+sobel-y:p1, relu, maxpool2, conv:gaussian", over: Shape([1, 12, 12]))
    let scene = try StackScene(
      Picture(Tensor(Shape(12, 12), (0..<144).map { Float($0 % 7) })), stack.graph,
      titles: stack.titles, kernelNames: stack.kernels)
    #expect(scene.titles == ["conv 3×3", "ReLU", "max pool 2×2", "conv 3×3"])
    #expect((1...3).allSatisfy { scene.name(of: $0, 1, words) == "sobel-y" })
    #expect(scene.name(of: 4, 0, words) == "sobel-x → gaussian")
    let opened = try State.opened(with: scene)
    let again = try Session.scene(
      from: Array(try opened.scene.session().text.utf8), picture: Load.picture)
    #expect((again as? StackScene)?.name(of: 2, 0, words) == "sobel-x")
  }

  /// Where every number is drawn, the legend spans them all; where a spot shows several, it says that
  /// some lie outside.
  @Test func theLegendTellsOfNumbersOutsideItsScale() throws {
    let small = try Self.scene()
    for (map, maps) in small.sight.maps.enumerated() {
      let scale = small.sight.scales[map]
      #expect(maps.elements.allSatisfy { scale.lower <= $0 && $0 <= scale.upper })
    }
    var state = try State.opened(with: Self.scene(40, 30), size: Size(width: 110, height: 34))
    try state.press("right")
    let stack = try #require(state.scene as? StackScene)
    let isOutside = stack.sight.maps[1].elements.contains { $0 > stack.sight.scales[1].upper }
    #expect(isOutside && state.frame().text.contains("≥"))
  }

  /// The number is marked from the beginning: in its map, and what it sees in the map before.
  @Test func theChosenNumberIsMarkedBeforeAnyKey() throws {
    var state = try State.opened(with: Self.scene(40, 30), size: Size(width: 110, height: 34))
    for _ in 0..<4 {
      try state.press("right")
      #expect(state.frame().text.contains("╋"))
      let stack = try #require(state.scene as? StackScene)
      #expect(!stack.hasCursor && !stack.source.window.rows.isEmpty)
    }
  }

  @Test func whatDoesNotFitALayerIsSaid() throws {
    var state = try State.opened(with: Self.scene())
    let before = try #require(state.scene as? StackScene).sight.maps
    for (keys, words) in [
      ("end padding-", "from 0"), ("dilation? 7 enter", "Layer 4"),
      ("esc left dilation+", "a pooling has stride and padding"), ("padding+ padding+", "Layer 3"),
      ("padding-mode+", "a pooling"),
      ("left padding+", "relu has no such"),
    ] {
      try state.press(keys)
      let said = state.prompt?.complaint ?? state.notice
      #expect(said?.contains(words) == true, "\(keys): \(said ?? "–")")
    }
    let stack = try #require(state.scene as? StackScene)
    #expect(stack.sight.maps[2] == before[2])
  }

  /// However many its maps are and however little room there is, the chosen layer is seen.
  @Test func theChosenLayerIsAlwaysSeen() throws {
    let wide = try Convolution(weight: Tensor(Shape(64, 1, 3, 3), (0..<576).map { Float($0 % 5) }))
    let scene = try StackScene(
      Picture(Tensor(Shape(60, 80), (0..<4800).map { Float($0 % 7) })),
      [("wide", ConvolutionLayer(wide)), ("relu", ReLU())])
    for (width, height) in [(40, 12), (44, 14), (60, 14), (100, 12)] {
      var state = try State.opened(with: scene, size: Size(width: width, height: height))
      try state.press("end")
      for title in ["relu", "wide", "image"] {
        #expect(state.frame().text.contains(title), "\(width)×\(height)")
        try state.press("left")
      }
    }
  }

  /// A layer of one matrix is for as many groups as its channels allow; what follows must fit.
  @Test func groupsOfALayerChange() throws {
    let pixels = Tensor(Shape([4, 6, 6]), (0..<144).map { Float($0 % 13) })
    let box = try Convolution(
      weight: Tensor(Shape(4, 1, 2, 2), repeating: 1), options: CorrelationOptions(groups: 4))
    var state = try State.opened(
      with: StackScene(Picture(pixels), [("conv4", ConvolutionLayer(box))]))
    func stack() throws -> StackScene { try #require(state.scene as? StackScene) }
    try state.press("end up")
    for (groups, way) in [(4, "groups? 1 enter"), (1, "groups+"), (2, "groups+")] {
      #expect(try stack().shape.channels == groups)
      let sum = (0..<4 / groups).reduce(Float(0)) { sum, c in
        sum
          + [pixels[0, c, 0, 0], pixels[0, c, 0, 1], pixels[0, c, 1, 0], pixels[0, c, 1, 1]]
          .reduce(0, +)
      }
      #expect(try stack().sight.value(of: .zero, channel: 0, map: 1) == sum)
      #expect(try stack().unit.channel < groups)
      try state.press(way)
    }
    let mixing = try Convolution(weight: Tensor(Shape(1, 4, 1, 1), [1, 2, 3, 4]))
    state = try State.opened(
      with: StackScene(
        Picture(pixels), [("conv4", ConvolutionLayer(box)), ("conv1", ConvolutionLayer(mixing))]))
    try state.press("end groups? 2 enter")
    #expect(
      state.prompt?.complaint?.contains("1×4×1×1 takes 4 channels, so 4 channels make 1 group")
        == true)
    try state.press("esc left groups? 2 enter")
    #expect(state.prompt?.complaint?.contains("Layer 2") == true)
    #expect(try stack().titles[0] == "conv4")
  }

  @Test func biasAndTurnOfALayerAreThoseOfThePlainLoop() throws {
    let pixels = Tensor(Shape([2, 6, 7]), (0..<84).map { Float($0 % 11) })
    let weight = Tensor(Shape(3, 2, 2, 3), (0..<36).map { Float($0 % 7) - 3 })
    let layers: [(title: String, layer: any Operator)] = [
      ("conv3", ConvolutionLayer(try Convolution(weight: weight))), ("relu", ReLU()),
    ]
    var state = try State.opened(
      with: StackScene(Picture(pixels), layers), size: Size(width: 120, height: 30))
    func map() throws -> Tensor { try #require(state.scene as? StackScene).sight.maps[1] }
    let geometry = try Geometry(
      input: pixels.shape, kernel: weight.shape, options: CorrelationOptions())
    func expected(_ weight: Tensor, _ bias: Float) -> [Float] {
      Correlation.plain(
        pixels, weight, bias: [Float](repeating: bias, count: 3), geometry: geometry
      ).elements
    }
    try state.press("end left turned+")
    #expect(try map().elements == expected(weight.flipped, 0))
    #expect(state.frame().text.contains("padding 0, convolution"))
    try state.press("bias? - 2 enter")
    #expect(try map().elements == expected(weight.flipped, -2))
    #expect(state.frame().text.contains("convolution, bias −2"))
    try state.press("turned+")
    #expect(try map().elements == expected(weight, -2))
    try state.press("bias? x enter")
    #expect(state.prompt?.complaint?.contains("“x” is no value of bias") == true)
    try state.press("esc right")
    #expect(state.settingRows.isEmpty)
    try state.press("turned+")
    #expect(state.notice?.contains("relu has no such setting") == true)
  }

  @Test func clickChoosesTheNumber() throws {
    var state = try State.opened(with: Self.scene(), size: Size(width: 110, height: 34))
    try state.press("end")
    let title = try #require(state.frame().place(of: "layer 2: relu"))
    state.click(Point(row: title.row + 3, column: title.column + 1))
    let stack = try #require(state.scene as? StackScene)
    #expect(stack.map == 2 && stack.hasCursor && stack.unit.channel == 0)
  }
}
