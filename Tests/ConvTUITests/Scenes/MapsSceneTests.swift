import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// The numbers of the maps, and the panes and places that are chosen.
@Suite struct MapsSceneTests {
  @Test(arguments: [1, 2, 3], PaddingMode.allCases)
  func valueUnderTheCursorIsThatOfTheWholeMap(_ stride: Int, _ mode: PaddingMode) throws {
    let pixels = MapsExample.picture(14, 17)
    let motion = MapMotion(
      sliding: Sliding(
        options: CorrelationOptions(
          stride: PerAxis(stride), mode: mode, dilation: PerAxis(2))))
    let scene = try MapsExample.scene(pixels, "sobel-x,gaussian-5", motion)
    for (pane, kernel) in [(1, "sobel-x"), (2, "gaussian-5")] {
      let map = try MapsExample.map(pixels, kernel, motion)
      for row in stride..<13 {
        for column in 0..<17 {
          let pixel = Position(row: row, column: column)
          let at = try #require(scene.place(of: pixel, in: pane, step: 1))
          // The nearest, of two the first.
          func nearest(_ pixel: Int, _ count: Int) -> Int {
            (0..<count).min { abs($0 * stride - pixel) < abs($1 * stride - pixel) }!
          }
          #expect(
            at
              == Position(
                row: nearest(row, map.shape.rows), column: nearest(column, map.shape.columns)))
          let value = try #require(scene.value(at: pixel, in: pane))
          #expect(abs(value - map[0, 0, at.row, at.column]) < 1e-5)
        }
      }
    }
  }

  @Test func partsAreThoseOfTheWholeAtEveryScale() throws {
    let pixels = MapsExample.picture(40, 52)
    let scene = try MapsExample.scene(pixels)
    for step in [1, 3] {
      let reduced = scene.picture.part(
        rows: 0..<(40 + step - 1) / step, columns: 0..<(52 + step - 1) / step, step: step)
      let map = try MapsExample.map(reduced, "sobel-x", MapMotion())
      let part = try #require(scene.parts([1], over: 4..<9, 3..<12, step: step)[0])
      #expect(part.rows == 4..<9 && part.columns == 3..<12)
      for (i, row) in part.rows.enumerated() {
        for (j, column) in part.columns.enumerated() {
          #expect(abs(part.values[i, j] - map[0, 0, row, column]) < 1e-5)
        }
      }
    }
  }

  @Test func keysChooseZoomAndEnlarge() throws {
    var state = try State.opened(
      with: MapsExample.scene(MapsExample.picture(60, 90), "all"),
      size: Size(width: 110, height: 34))
    func maps() throws -> MapsScene { try #require(state.scene as? MapsScene) }
    try state.press("right right")
    #expect(try maps().pane == 2 && state.frame().text.contains("▸ edge-y"))
    try state.press("enter")
    #expect(try maps().isEnlarged && !state.frame().text.contains("sobel-x"))
    try state.press("esc z z z z z z z z")
    #expect(state.frame().text.contains("rows ") && state.frame().text.contains("sobel-x"))
    let center = try maps().center
    try state.press("shift-right shift-down")
    #expect(try maps().center != center)
    try state.press("do:all-in-sight")
    #expect(try maps().lens == MapViewport())
  }

  @Test func clickPutsTheCursorOnThePixel() throws {
    var state = try State.opened(
      with: MapsExample.scene(MapsExample.picture(16, 16)), size: Size(width: 80, height: 24))
    let title = try #require(state.frame().place(of: "gaussian-5"))
    state.click(Point(row: title.row + 3, column: title.column + 5))
    let maps = try #require(state.scene as? MapsScene)
    #expect(maps.pane == 2 && maps.cursor != nil)
  }

  @Test func theViewFollowsTheCursor() throws {
    var state = try State.opened(
      with: MapsExample.scene(MapsExample.picture(300, 300)), size: Size(width: 110, height: 34))
    try state.press("right tab z z z z z z z z")
    for key in ["left", "up", "right", "down"] {
      for _ in 0..<25 { try state.press(key) }
      let maps = try #require(state.scene as? MapsScene)
      let cursor = try #require(maps.cursor)
      #expect(maps.isInSight(cursor))
    }
  }

  @Test func manyMapsAreGoneThroughByPages() throws {
    let bank = Tensor(Shape(100, 1, 3, 3), (0..<900).map { Float($0 % 11) })
    let scene = try MapsScene(
      Picture(MapsExample.picture(60, 60)), [KernelBank(name: "K", bank)])
    var state = try State.opened(with: scene, size: Size(width: 80, height: 24))
    for number in [1, 7, 57, 100] {
      try state.press("g \(String(number).map(String.init).joined(separator: " ")) enter")
      let text = state.frame().text
      #expect(text.contains("▸ K \(number - 1)"))
      #expect(text.contains("map \(number) of 100"))
    }
  }
}
