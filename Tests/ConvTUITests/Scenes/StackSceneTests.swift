import Formats
import Model
import Testing

@testable import ConvTUI

@Suite struct StackSceneTests {
  /// Two channels, two convolutions, a pooling and an activation over 13×15 pixels.
  static func scene(_ rows: Int = 13, _ columns: Int = 15) throws -> StackScene {
    var generator = SeededGenerator(seed: 21)
    func tensor(_ shape: Shape) -> Tensor {
      Tensor(shape, (0..<shape.count).map { _ in .random(in: -1...1, using: &generator) })
    }
    let first = try Convolution(
      weight: tensor(Shape(4, 1, 3, 3)), bias: [0.1, 0.2, 0.3, 0.4],
      options: CorrelationOptions(padding: PerAxis(1)))
    let second = try Convolution(weight: tensor(Shape(3, 4, 2, 2)))
    let picture = Picture(tensor(Shape([1, rows, columns])))
    return try StackScene(
      picture,
      [
        ("conv4", .convolution(first)), ("relu", .activation(.relu)),
        ("max", .maxPooling(.init(size: PerAxis(2)))), ("conv3", .convolution(second)),
      ])
  }

  @Test func layersUnitsAndCellsAreChosen() throws {
    var state = try State.opened(with: Self.scene())
    func stack() throws -> StackScene { try #require(state.scene as? StackScene) }
    #expect(try stack().map == 4 && state.frame().text.contains("▸") == false)
    try state.press("left left down")
    #expect(try stack().map == 2 && stack().unit.channel == 1)
    let before = try stack().unit.at
    try state.press("tab right down")
    #expect(try stack().unit.at == Position(rows: before.rows + 1, columns: before.columns + 1))
    #expect(state.frame().text.contains(NumberText.short(try stack().value)))
    try state.press("esc up")
    #expect(try stack().unit.channel == 0)
  }

  /// The parts that are shown add up to the number.
  @Test func aSumOverChannelsIsTakenApart() throws {
    var state = try State.opened(with: Self.scene(), size: Size(width: 110, height: 34))
    try state.press("enter")
    let text = state.frame().text
    let stack = try #require(state.scene as? StackScene)
    guard case .sum(let trace, let window) = stack.explanation else {
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
    try state.press("enter")
    #expect(state.frame().text.contains("channel 0") && !state.frame().text.contains("channel 3"))
    try state.press("down down down")
    #expect(state.frame().text.contains("channel 3"))
  }

  @Test func everyKindOfNumberSaysWhereItComesFrom() throws {
    var state = try State.opened(with: Self.scene())
    for words in ["largest", "max(", "product", "pixel"] {
      try state.press("left")
      #expect(state.frame().text.contains(words), "\(words)")
      try state.press("enter enter")
    }
  }

  /// A picture larger than goes through as it is becomes smaller, and that is said.
  @Test func largePicturesAreMadeSmaller() throws {
    let scene = try Self.scene(300, 700)
    #expect(scene.scale == 3 && scene.stack.shapes[0] == Shape([1, 100, 234]))
    #expect(scene.facts.contains("1:3"))
  }

  @Test func clickChoosesTheNumber() throws {
    var state = try State.opened(with: Self.scene(), size: Size(width: 110, height: 34))
    let title = try #require(state.frame().place(of: "relu"))
    state.click(Point(row: title.row + 3, column: title.column + 3))
    let stack = try #require(state.scene as? StackScene)
    #expect(stack.map == 2 && stack.hasCursor && stack.unit.channel == 0)
  }
}
