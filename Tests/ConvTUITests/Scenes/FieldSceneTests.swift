import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct FieldSceneTests {
  @Test func lastUnitSeesTheWholeImage() throws {
    let text = try State.opened(.field).frame().text
    #expect(text.contains("conv2[0,0] sees rows 0…2 and columns 0…2: 9 of 9 pixels (100 %)"))
  }

  @Test func pixelSaysWhatItReaches() throws {
    let text = try State.opened(.field).frame(after: "home").text
    #expect(text.contains("image[1,1] reaches 1 unit of conv2"))
  }

  @Test func shownPathsAreTheProductOfRowsAndColumns() throws {
    let scene = try #require(try State.opened(.field).field)
    let paths = scene.stack.paths(from: scene.unit, of: 2, to: 0)
    #expect(paths.terms == [PerAxis([1, 2, 1])])
    #expect(paths[1, 1] == 4 && paths[0, 1] == 2 && paths[0, 0] == 1)
  }

  @Test func tabGoesThroughTheMaps() throws {
    var state = try State.opened(.field)
    var maps: [Int?] = []
    for _ in 0..<4 {
      try state.press("tab")
      maps.append(state.field?.map)
    }
    #expect(maps == [0, 1, 2, 0])
    try state.press("backtab")
    #expect(state.field?.map == 2)
  }

  @Test func arrowsMoveTheUnitWithinItsMap() throws {
    var state = try State.opened(.field)
    try state.press("tab up left left")
    #expect(state.field?.unit == .zero)
    try state.press("down right right right")
    #expect(state.field?.unit == Position(row: 1, column: 2))
  }

  @Test func layersAndImageSizeAreTaken() throws {
    var state = try State.opened(.field)
    try state.press("input-size? 1 6 enter layers?")
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
    #expect(text.contains("conv1[4,4] sees row 4 and column 4: 1 of 81 pixels"))
    #expect(text.contains("9×9 → … → 9×9"))
    let titles = try #require(text.split(separator: "\n").first { $0.contains("image") })
    #expect(titles.matches(of: /conv1/).count == 8 && !titles.contains("con "))
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
    #expect(maps == Set([0] + Array(46...54)))
  }
}
