import Formats
import Model
import Testing

@testable import ConvTUI

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
    #expect(paths.rows == [1, 2, 1] && paths.columns == [1, 2, 1])
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
    #expect(state.field?.unit == Position(0))
    try state.press("down right right right")
    #expect(state.field?.unit == Position(rows: 1, columns: 2))
  }

  @Test func layersAndImageSizeAreTaken() throws {
    var state = try State.opened(.field)
    try state.press("i 1 6 enter a")
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
    try state.press("a")
    for _ in 0..<12 { try state.press("backspace") }
    try state.press(answer)
    try state.press("enter")
    #expect(state.prompt?.complaint?.isEmpty == false && state.field?.stack == stack)
  }

  @Test func countsBeyondSinglePrecisionAreDrawn() throws {
    let layers = [FieldLayer](
      repeating: FieldLayer(.convolution, kernel: PerAxis(9), padding: PerAxis(4)), count: 90)
    let scene = FieldScene(try FieldStack(input: PerAxis(24), layers: layers))
    for look in SceneDrawingTests.looks {
      #expect(try State.opened(with: scene, look: look).frame().size == .standard)
    }
  }
}
