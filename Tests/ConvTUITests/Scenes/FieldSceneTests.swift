import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct FieldSceneTests {
  @Test func lastUnitSeesTheWholeImage() throws {
    for keys in ["end", "end home"] {
      let text = try State.opened(.field).frame(after: keys).text
      #expect(text.contains("layer 2 [0,0] sees rows 0…2 and columns 0…2: 9 of 9 pixels (100 %)"))
    }
  }

  /// What is asked at first is told layer by layer.
  @Test func sceneOpensWithAQuestion() throws {
    let state = try State.opened(.field)
    #expect(state.field?.map == 0)
    let question = "Which pixels does layer 1 [0,0] see?"
    #expect(state.frame().text.contains(question) && !state.frame().text.contains("3×3    1"))
    let one = try state.frame(after: ".").text
    #expect(!one.contains(question) && one.contains("2×2    1") && !one.contains("3×3    1"))
    #expect(one.contains("And which pixels does layer 2 [0,0] see?"))
    #expect(try state.frame(after: ". .").text.contains("3×3    1"))
  }

  /// An image that is larger than the screen is shrunk, not cut.
  @Test(arguments: [ScreenLayout.smallest, .standard, Size(width: 110, height: 34)])
  func largeImageIsSeenWhole(_ size: Size) throws {
    let layers = try GraphNotation.graph("conv7:s2:p3,pool3:s2:p1,conv3:p1")
    let scene = FieldScene(try SpatialGraph(layers, input: PlaneSize(224)))
    let frame = try State.opened(with: scene, size: size).frame()
    #expect(frame.text.contains("image") && !frame.text.contains("↕") && !frame.text.contains("↔"))
    let accent = Look().theme.accent
    #expect(frame.cells.contains { $0.style.background == accent && $0.glyph != " " })
  }

  @Test func exampleOfAPathIsSaidAndMarked() throws {
    var state = try State.opened(.field, size: Size(width: 140, height: 34))
    try state.press(". . home")
    let sentence =
      "Numbers count paths: 4 lead from image[1,1] to layer 2 [0,0]; the marked one goes through "
    #expect(state.frame().text.contains(sentence + "layer 1 [0,0]."))
    let middle = Position(row: 1, column: 1)
    #expect(state.field?.examplePath?.cells == [0: middle, 1: .zero, 2: .zero])
    try state.press("tab up left")
    let only =
      "Numbers count paths: 1 leads from image[0,0] to layer 2 [0,0], through layer 1 [0,0]."
    #expect(state.frame().text.contains(only))
  }

  /// A number has one colour wherever it stands.
  @Test func allMapsHaveOneScale() throws {
    let state = try State.opened(.field, size: Size(width: 110, height: 34))
    let frame = try state.frame(after: "end tab")
    let views = try #require(state.field).placed(in: state.layout.body, state.look).views
    #expect(Set(views.map(\.pane.scale)).count == 1)
    #expect(frame.text.contains("paths 0"))
  }

  @Test(arguments: ["", ".", ". ."])
  func hiddenResultsTellNothingOfWhatIsSeen(_ keys: String) throws {
    var state = try State.opened(.field, size: Size(width: 80, height: 29))
    try state.press(". . home")
    let shown = state.frame().text
    try state.press("h " + keys)
    let hidden = state.frame().text
    #expect(shown.contains("9 of 9 pixels") && !hidden.contains("9 of 9 pixels"))
    #expect(hidden.contains("How many rows and columns?"))
    #expect(hidden.contains("1       conv2      2×2      ?"))
    try state.press("h home")
    #expect(state.frame().text == shown)
  }

  @Test func pixelThatIsNotSeenHasNoPath() throws {
    let layers = try GraphNotation.graph("conv2,conv2")
    var scene = FieldScene(try SpatialGraph(layers, input: PlaneSize(9)), unit: .zero)
    scene.pick(Position(row: 8, column: 8), in: 0)
    let text = try State.opened(with: scene).frame(after: ". . home").text
    #expect(text.contains("No path leads from image[8,8] to layer 2 [0,0]."))
    #expect(scene.examplePath?.cells.isEmpty == true)
    // Seen from the value, another pixel is the example.
    scene.timeline.go(toStep: 2)
    #expect(scene.examplePath?.pixel == Position(row: 1, column: 1))
  }

  @Test func pixelSaysWhatItReaches() throws {
    let state = try State.opened(.field, size: Size(width: 140, height: 34))
    let text = try state.frame(after: "end home").text
    #expect(text.contains("image[1,1] reaches 1 unit of layer 2"))
  }

  @Test func shownPathsAreTheProductOfRowsAndColumns() throws {
    let scene = try #require(try State.opened(.field).field)
    let paths = scene.pathsToImage
    #expect(paths.terms == [PerAxis([1, 2, 1])])
    #expect(paths[1, 1] == 4 && paths[0, 1] == 2 && paths[0, 0] == 1)
  }

  @Test func tabTakesUpTheUnitThenThatOfTheNextMap() throws {
    var state = try State.opened(.field)
    var maps: [Int?] = []
    for _ in 0..<4 {
      try state.press("tab")
      maps.append(state.field?.map)
    }
    #expect(maps == [0, 1, 2, 0])
    try state.press("backtab backtab")
    #expect(state.field?.map == 1)
  }

  @Test func arrowsMoveTheUnitFromTabToEscape() throws {
    var state = try State.opened(.field)
    try state.press("right")
    #expect(state.field?.map == 1 && state.field?.unit == .zero)
    try state.press("left tab up left left")
    #expect(state.field?.unit == .zero)
    try state.press("down right right right")
    #expect(state.field?.unit == Position(row: 1, column: 2) && state.field?.map == 0)
    try state.press("esc right")
    #expect(state.field?.map == 1)
  }

  @Test func layersAndImageSizeAreTaken() throws {
    var state = try State.opened(.field)
    try state.press("end input-size? 1 6 enter layers?")
    #expect(state.prompt?.answer == "conv2, conv2")
    for _ in 0..<12 { try state.press("backspace") }
    try state.press("c o n v 3 : s 2 , p o o l 2 enter")
    #expect(state.field?.stack.maps.map(\.rows) == [16, 7, 3])
    #expect(state.scene.timeline.length == 2 && state.scene.timeline.step == 2)
  }

  @Test(arguments: ["c o n v 9", "x", "c o n v 3 : q 2"])
  func layersThatDoNotFitAreComplainedAbout(_ answer: String) throws {
    var state = try State.opened(.field)
    let stack = state.field?.stack
    try state.press("layers?")
    for _ in 0..<12 { try state.press("backspace") }
    try state.press(answer)
    try state.press("enter")
    #expect(state.prompt?.complaint?.isEmpty == false && state.field?.stack == stack)
  }

  @Test func countsBeyondSinglePrecisionAreDrawn() throws {
    let graph = Graph.sequential(
      [ConvolutionLayer](
        repeating: ConvolutionLayer(
          size: PlaneSize(9), options: CorrelationOptions(padding: PerAxis(4))), count: 90))
    let scene = FieldScene(try SpatialGraph(graph, input: PlaneSize(24)))
    for look in Look.all {
      #expect(try State.opened(with: scene, look: look).frame().size == .standard)
    }
  }

  @Test func pathsToSeveralMapsAreThoseToEach() throws {
    let stack = try SpatialGraph(
      try GraphNotation.graph("conv3:p1,pool2,conv3x1,conv2:d2"), input: PlaneSize(12))
    let others = [4, 0, 2, 3]
    for map in 0...4 {
      let paths = stack.paths(from: .zero, of: map, to: others)
      #expect(paths == others.map { stack.paths(from: .zero, of: map, to: $0) })
    }
  }

  /// Fifteen thousand layers are no more work on the screen than the maps that have room there.
  @Test func deepStackShowsTheImageAndTheMapsAroundTheOneThatIsChosen() throws {
    let graph = Graph.sequential(
      [ConvolutionLayer](
        repeating: ConvolutionLayer(size: PlaneSize(1)), count: 15_000))
    let stack = try SpatialGraph(graph, input: PlaneSize(9))
    var state = try State.opened(with: FieldScene(stack))
    state.show(step: 7000)
    let text = state.frame().text
    #expect(text.contains("layer 7000 [4,4] sees row 4 and column 4: 1 of 81 pixels"))
    #expect(text.contains("9×9 → … → 9×9"))
    let titles = try #require(text.split(separator: "\n").first { $0.contains("image") })
    #expect(titles.matches(of: /layer \d{4,5}/).count == 4)
  }

  @Test func clickFindsAMapAmongThoseThatAreShown() throws {
    let graph = Graph.sequential(
      [ConvolutionLayer](
        repeating: ConvolutionLayer(size: PlaneSize(1)), count: 100))
    let room = Rect(row: 0, column: 0, width: 80, height: 16)
    var scene = FieldScene(try SpatialGraph(graph, input: PlaneSize(3)))
    var maps: Set<Int> = []
    for row in 0..<10 {
      for column in 0..<80 {
        scene.timeline.go(toStep: 50)
        scene.click(Point(row: row, column: column), in: room, Look())
        maps.insert(scene.map)
      }
    }
    #expect(maps == Set([0] + Array(48...52)))
  }
}
