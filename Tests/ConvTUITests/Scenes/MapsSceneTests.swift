import Formats
import Model
import Testing

@testable import ConvTUI

@Suite struct MapsSceneTests {
  private static func picture(_ rows: Int, _ columns: Int, channels: Int = 1) -> Tensor {
    var generator = SeededGenerator(seed: 11)
    return Tensor(
      Shape([channels, rows, columns]),
      (0..<channels * rows * columns).map { _ in Float.random(in: 0...1, using: &generator) })
  }

  private static func scene(
    _ pixels: Tensor, _ kernels: String = "sobel-x,gaussian-5", _ motion: MapMotion = MapMotion()
  ) throws -> MapsScene {
    try MapsScene(
      Picture(pixels), MapsScene.filters(kernels, channels: pixels.shape.channels), motion)
  }

  /// The plain loop over the whole picture.
  private static func map(_ pixels: Tensor, _ kernel: String, _ motion: MapMotion) throws -> Tensor
  {
    let filter = try MapsScene.filters(kernel, channels: 1)[0]
    let convolution = try motion.convolution(filter)
    let geometry = try convolution.geometry(for: pixels.shape)
    return Correlation.plain(pixels, convolution.weight, geometry: geometry)
  }

  @Test(arguments: [1, 2, 3], PaddingMode.allCases)
  func valueUnderTheCursorIsThatOfTheWholeMap(_ stride: Int, _ mode: PaddingMode) throws {
    let pixels = Self.picture(14, 17)
    let motion = MapMotion(stride: PerAxis(stride), dilation: PerAxis(2), mode: mode)
    let scene = try Self.scene(pixels, "sobel-x,gaussian-5", motion)
    for (pane, kernel) in [(1, "sobel-x"), (2, "gaussian-5")] {
      let map = try Self.map(pixels, kernel, motion)
      for row in stride..<13 {
        for column in 0..<17 {
          let pixel = Position(rows: row, columns: column)
          let at = try #require(scene.place(of: pixel, in: pane, step: 1))
          #expect(at == Position(rows: row / stride, columns: column / stride))
          let value = try #require(scene.value(at: pixel, in: pane))
          #expect(abs(value - map[0, 0, at.rows, at.columns]) < 1e-5)
        }
      }
    }
  }

  @Test func partsAreThoseOfTheWholeAtEveryScale() throws {
    let pixels = Self.picture(40, 52)
    let scene = try Self.scene(pixels)
    for step in [1, 3] {
      let reduced = scene.picture.part(
        rows: 0..<(40 + step - 1) / step, columns: 0..<(52 + step - 1) / step, step: step)
      let map = try Self.map(reduced, "sobel-x", MapMotion())
      let part = try #require(scene.parts([1], over: 4..<9, 3..<12, step: step)[0])
      #expect(part.rows == 4..<9 && part.columns == 3..<12)
      for (i, row) in part.rows.enumerated() {
        for (j, column) in part.columns.enumerated() {
          #expect(abs(part.values[i, j] - map[0, 0, row, column]) < 1e-5)
        }
      }
    }
  }

  @Test(arguments: [(3, 3), (0, 0), (30, 40), (17, 5)])
  func enterOpensTheVeryNumbers(_ row: Int, _ column: Int) throws {
    let pixels = Self.picture(31, 41)
    for mode in [PaddingMode.zeros, .replicate] {
      var scene = try Self.scene(pixels, "sobel-x", MapMotion(mode: mode))
      scene.timeline.go(toStep: 1)
      scene.place(Position(rows: row, columns: column))
      guard case .opens(let settings, let at, _) = scene.perform(.pick) else {
        Issue.record("nothing opened")
        return
      }
      let slide = try SlideScene(settings)
      let expected = try #require(scene.value(at: Position(rows: row, columns: column), in: 1))
      #expect(abs(slide.output[at.rows, at.columns] - expected) < 1e-5)
    }
  }

  @Test func slideStandsAtThatWindow() throws {
    var state = try State.opened(with: Self.scene(Self.picture(31, 41)))
    try state.press("right tab right down enter")
    let slide = try #require(state.slide)
    #expect(slide.timeline.step == slide.trace.number(of: slide.current.window) + 1)
    #expect(state.notice?.contains("rows") == true)
  }

  @Test func keysChooseZoomAndEnlarge() throws {
    var state = try State.opened(
      with: Self.scene(Self.picture(60, 90), "all"), size: Size(width: 110, height: 34))
    func maps() throws -> MapsScene { try #require(state.scene as? MapsScene) }
    try state.press("right right")
    #expect(try maps().pane == 2 && state.frame().text.contains("▸ edge-y"))
    try state.press("enter")
    #expect(try maps().isEnlarged && !state.frame().text.contains("sobel-x"))
    try state.press("esc z z z z z z z z")
    #expect(state.frame().text.contains("1:1"))
    let center = try maps().center
    try state.press("L J")
    #expect(try maps().center != center)
    try state.press("w")
    #expect(try maps().lens == MapLens())
  }

  @Test func colourPicturesHaveAMapForEachChannel() throws {
    let pixels = Self.picture(9, 9, channels: 3)
    let scene = try Self.scene(pixels, "box")
    #expect(scene.filters.map(\.name) == ["box red", "box green", "box blue"])
    let middle = Position(rows: 4, columns: 4)
    for channel in 0..<3 {
      var sum: Float = 0
      for r in 3...5 { for c in 3...5 { sum += pixels[0, channel, r, c] } }
      #expect(abs(scene.value(at: middle, in: channel + 1)! - sum / 9) < 1e-5)
    }
    // A bank for three channels gives a map for each of its kernels.
    let bank = Tensor(Shape(4, 3, 2, 2), (0..<48).map { Float($0) })
    #expect(try MapFilter.filters(bank, name: "K", channels: 3).count == 4)
    #expect(throws: GeometryError.self) {
      try MapFilter.filters(bank, name: "K", channels: 2)
    }
  }

  @Test func settingsThatDoNotFitAreRefusedWithTheirNumbers() throws {
    var state = try State.opened(with: Self.scene(Self.picture(6, 6)))
    try state.press("d d d")
    #expect(state.notice == nil)
    // Without padding a kernel of that span is larger than the picture.
    try state.press("p")
    #expect(state.notice?.contains("6") == true)
    try state.press("k n o enter")
    #expect(state.prompt?.complaint?.isEmpty == false)
  }

  @Test func clickPutsTheCursorOnThePixel() throws {
    var state = try State.opened(
      with: Self.scene(Self.picture(16, 16)), size: Size(width: 80, height: 24))
    let title = try #require(state.frame().place(of: "gaussian-5"))
    state.click(Point(row: title.row + 3, column: title.column + 5))
    let maps = try #require(state.scene as? MapsScene)
    #expect(maps.pane == 2 && maps.cursor != nil)
  }

  @Test func fixedContrastHoldsForAnyPicture() throws {
    let filter = try MapsScene.filters("sobel-x", channels: 1)[0]
    #expect(filter.bound == 4)
    #expect(try MapsScene.filters("gaussian", channels: 1)[0].bound == 1)
  }
}
