import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// One number of a map, in slide or in place.
@Suite struct MapsApartTests {
  /// Slide has the number, and beside it the map's next one, whatever the stride, bias and turn.
  @Test(arguments: [(3, 3), (0, 0), (30, 40), (17, 5)], [1, 2, 3])
  func enterOpensTheVeryNumbers(_ place: (row: Int, column: Int), _ stride: Int) throws {
    let pixels = MapsExample.picture(31, 41)
    for mode in [PaddingMode.zeros, .replicate] {
      for isTurned in [false, true] {
        let motion = MapMotion(
          sliding: Sliding(
            options: CorrelationOptions(stride: PerAxis(stride), mode: mode), bias: 0.5,
            isTurned: isTurned))
        var scene = try MapsExample.scene(pixels, "sobel-x", motion)
        scene.timeline.go(toStep: 1)
        let pixel = Position(row: place.row, column: place.column)
        scene.place(pixel)
        guard case .opens(let settings, let at, _) = scene.perform(.pick, words) else {
          Issue.record("nothing opened")
          return
        }
        let slide = try SlideScene(settings)
        let map = try MapsExample.map(pixels, "sobel-x", motion)
        let there = try #require(scene.place(of: pixel, in: 1, step: 1))
        #expect(
          abs(slide.output[at.row, at.column] - map[0, 0, there.row, there.column]) < 1e-5)
        guard place.row == 17, place.column == 5 else { continue }
        #expect(
          abs(slide.output[at.row, at.column + 1] - map[0, 0, there.row, there.column + 1])
            < 1e-5)
      }
    }
  }

  @Test func slideStandsAtThatWindow() throws {
    var state = try State.opened(with: MapsExample.scene(MapsExample.picture(31, 41)))
    try state.press("right tab right down enter")
    let slide = try #require(state.slide)
    #expect(slide.timeline.step == slide.trace.number(of: slide.current.window) + 1)
    #expect(state.notice?.contains("rows") == true)
  }

  @Test func aSumOverSeveralChannelsIsTakenApartInPlace() throws {
    let pixels = MapsExample.picture(20, 20, channels: 3)
    let bank = Tensor(Shape(2, 3, 3, 3), (0..<54).map { Float($0 % 7) - 3 })
    let scene = try MapsScene(
      Picture(pixels), [KernelBank(name: "K", bank)], MapMotion(sliding: Sliding(bias: 0.25))
    )
    var state = try State.opened(with: scene, size: Size(width: 100, height: 30))
    try state.press("right right tab down right enter")
    let maps = try #require(state.scene as? MapsScene)
    let cursor = try #require(maps.cursor)
    let apart = try #require(maps.apart(words))
    let value = try #require(maps.value(at: cursor, in: 2))
    #expect(abs(apart.value - value) < 1e-5)
    guard case .sum(let trace, let window) = apart.origin else {
      Issue.record("no sum")
      return
    }
    let parts = trace.parts(of: window)
    #expect(abs(parts.channels.reduce(parts.bias, +) - value) < 1e-4)
    for channel in 0..<3 { #expect(state.frame().text.contains("channel \(channel)")) }
    #expect(state.frame().text.contains("Esc back") && !state.frame().text.contains("zoom"))
    try state.press("esc")
    #expect(
      state.frame().text.contains("K 1") && (state.scene as? MapsScene)?.cursor == cursor)
  }

  @Test func aLargeKernelThatIsTakenApartIsGoneOver() throws {
    let bank = Tensor(Shape(1, 2, 11, 11), (0..<242).map { Float($0) })
    let scene = try MapsScene(
      Picture(MapsExample.picture(40, 40, channels: 2)), [KernelBank(name: "K", bank)])
    var state = try State.opened(with: scene, size: Size(width: 80, height: 24))
    try state.press("right tab enter")
    #expect(!state.frame().text.contains("9  10"))
    try state.press(
      "shift-right shift-right shift-right shift-right shift-right shift-right shift-right shift-right shift-right shift-right"
    )
    #expect(state.frame().text.contains("9  10"))
    try state.press(
      "down shift-down shift-down shift-down shift-down shift-down shift-down shift-down shift-down shift-down shift-down shift-down shift-down shift-down"
    )
    #expect(state.frame().text.contains("241"))
    try state.press("home")
    #expect((state.scene as? MapsScene)?.view == .run)
  }
}
