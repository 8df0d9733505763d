import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// A second click on a map has it by itself.
struct EnlargedMapTests {
  private static let size = Size(width: 110, height: 34)

  @Test func theSecondClickEnlargesAMapOfAKernel() throws {
    var state = try State.opened(
      with: MapsExample.scene(MapsExample.picture(16, 16)), size: Self.size)
    func maps() throws -> MapsScene { try #require(state.scene as? MapsScene) }
    let title = try #require(state.frame().place(of: "gaussian-5"))
    let point = Point(row: title.row + 3, column: title.column + 5)
    state.click(point)
    #expect(try maps().pane == 2 && !maps().isEnlarged)
    state.click(point)
    #expect(try maps().pane == 2 && maps().isEnlarged)
    let cursor = try maps().cursor
    // Now a click moves the cursor.
    state.click(Point(row: 20, column: 20))
    #expect(try maps().isEnlarged && maps().cursor != cursor)
    try state.press("esc")
    #expect(try maps().isEnlarged && maps().cursor == nil)
    try state.press("esc")
    #expect(try !maps().isEnlarged && state.frame().text.contains("gaussian-5"))
  }

  @Test func theFirstClickOnAnotherMapOnlyChooses() throws {
    var state = try State.opened(
      with: MapsExample.scene(MapsExample.picture(16, 16)), size: Self.size)
    for name in ["gaussian-5", "image", "gaussian-5"] {
      let title = try #require(state.frame().place(of: name))
      state.click(Point(row: title.row + 3, column: title.column + 5))
      #expect((state.scene as? MapsScene)?.isEnlarged == false)
    }
  }

  @Test func theSecondClickEnlargesAMapOfAStack() throws {
    var state = try State.opened(with: StackSceneTests.scene(), size: Self.size)
    func stack() throws -> StackScene { try #require(state.scene as? StackScene) }
    try state.press("right right")
    let title = try #require(state.frame().place(of: "map 2  13×15"))
    let point = Point(row: title.row + 3, column: title.column + 2)
    state.click(point)
    #expect(try stack().map == 2 && stack().hasCursor && !stack().isEnlarged)
    let unit = try stack().unit
    state.click(point)
    #expect(try stack().isEnlarged && stack().unit == unit)
    #expect(state.frame().text.contains("layer 2, map 2") && !state.frame().text.contains("conv4"))
    state.click(Point(row: 15, column: 25))
    #expect(try stack().isEnlarged && stack().unit.channel == unit.channel)
    #expect(try stack().unit.at != unit.at, "\(state.frame().text)")
    try state.press("esc esc")
    #expect(try !stack().isEnlarged && state.frame().text.contains("conv4"))
  }

  @Test(arguments: ColorDepth.allCases)
  func theSecondClickEnlargesAMapOfATraining(_ depth: ColorDepth) throws {
    var desk = try TrainingDesk(try .small(), size: Self.size, look: Look(depth: depth))
    try desk.press("v")
    let body = desk.state.layout.body
    let points = body.rows.flatMap { row in body.columns.map { Point(row: row, column: $0) } }
    func place(of unit: Int) throws -> Point {
      try #require(
        points.first { point in
          desk.train?.map(at: point, in: body, desk.state.look).map { $0 == (0, unit) } ?? false
        })
    }
    desk.state.click(try place(of: 1))
    #expect(desk.train?.layer == 0 && desk.train?.unit == 1 && desk.train?.isEnlarged == false)
    desk.state.click(try place(of: 1))
    #expect(desk.train?.isEnlarged == true && desk.train?.unit == 1)
    #expect(desk.state.frame().text.contains("unit 2 of"))
    try desk.press("esc")
    #expect(desk.train?.isEnlarged == false)
    try desk.press("enter")
    #expect(desk.train?.isEnlarged == true)
    try desk.press("Z")
    #expect(desk.train?.isEnlarged == false && desk.train?.canvas == nil)
  }
}
