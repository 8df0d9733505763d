import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// How maps look.
@Suite struct MapsDrawingTests {
  @Test func fixedContrastHoldsForAnyPicture() throws {
    func bound(_ kernel: String) throws -> Float {
      try MapsScene.kernels(kernel)[0].filters(channels: 1)[0].bound
    }
    #expect(try bound("sobel-x") == 4 && bound("gaussian") == 1)
  }

  @Test func aKernelLargerThanTheSmallerPictureSaysSo() throws {
    let scene = try MapsScene(
      Picture(MapsExample.picture(480, 640)),
      [KernelBank(name: "K", Tensor(Shape(61, 61)))],
      MapMotion(padsHalf: false))
    var state = try State.opened(with: scene, size: Size(width: 80, height: 24))
    #expect(state.frame().text.contains("too large here"))
    try state.press("z z z")
    #expect(!state.frame().text.contains("too large"))
  }

  /// However long the numbers of each map are, the same pixels stand in the same place of all panes.
  @Test func numbersOfAllMapsStandAlike() throws {
    let pixels = MapsExample.picture(40, 40)
    let bank = Tensor(Shape(3, 1, 1, 1), [1, -1000, 1e-3])
    let scene = try MapsScene(
      Picture(pixels), [KernelBank(name: "K", bank)])
    var state = try State.opened(with: scene, size: Size(width: 110, height: 34))
    try state.press("z z z z tab right")
    let frame = state.frame()
    let maps = try #require(state.scene as? MapsScene)
    let cursor = try #require(maps.cursor)
    #expect(frame.text.contains("X[\(cursor.row),\(cursor.column)]"))
    // The cursor's cell stands out four times, in two rows and two columns of the screen.
    let places = (2..<27).flatMap { row in
      (1..<frame.size.width).filter { column in
        let isCursor = { frame[row, $0].style.background == Look().theme.strong }
        return isCursor(column) && !isCursor(column - 1)
      }.map { Point(row: row, column: $0) }
    }
    #expect(places.count == 4)
    #expect(Set(places.map(\.row)).count == 2 && Set(places.map(\.column)).count == 2)
  }

  @Test func picturesOfOtherNumbersHaveTheirOwnColours() {
    #expect(Picture(MapsExample.picture(3, 3)).scale == .picture)
    #expect(Picture(Tensor(rows: [[0, 255]])).scale == .picture(upTo: 255))
    #expect(Picture(Tensor(rows: [[-3, 2]])).scale == ColorScale(-3...3))
  }

  /// The edge that padding makes gives no measure, but its sign is told.
  @Test func paddingGivesTheColoursTheirSignAlone() throws {
    let ramp = Tensor(
      Shape([1, 9, 9]), (0..<81).map { 1 - Float($0 % 9) / 10 })
    let scene = try MapsExample.scene(ramp, "sobel-x,box")
    let parts = scene.parts([1, 2], over: 0..<9, 0..<9, step: 1).compactMap(\.self)
    let scales = parts.map { ColorScale(upTo: $0.inside, of: $0.values) }
    // Brightness falls inside, by 0.2 · 4, and rises from the padding on the left.
    #expect(abs(scales[0].upper - 0.8) < 1e-5 && scales[0].lower == -scales[0].upper)
    #expect(scales[1].lower == 0)
    let shared = ColorScale(covering: scales)
    #expect(shared.upper == scales.map(\.upper).max() && shared.lower == -shared.upper)
  }

  @Test(arguments: [ColorDepth.direct, .eight, .none])
  func legendAndTitleAgree(_ depth: ColorDepth) throws {
    var state = try State.opened(
      with: MapsExample.scene(MapsExample.picture(200, 300), "sobel-x"),
      size: Size(width: 110, height: 34))
    state = state.colored(depth)
    try state.press("right")
    let upper = NumberText.short(try #require(state.scene as? MapsScene).legend(words).scale.upper)
    #expect(state.frame().text.contains("sobel-x  ±\(upper)"))
  }

  /// From afar a title tells of the map's own numbers, not of those of a smaller picture.
  @Test(arguments: [1, 2]) func rangesFromAfarAreThoseOfAllNumbers(_ stride: Int) throws {
    let pixels = MapsExample.picture(200, 300)
    let motion = MapMotion(
      sliding: Sliding(options: CorrelationOptions(stride: PerAxis(stride), mode: .replicate)))
    let scene = try MapsExample.scene(pixels, "sobel-x,box", motion)
    let state = try State.opened(with: scene, size: Size(width: 110, height: 34))
    let maps = try #require(state.scene as? MapsScene)
    #expect(maps.sight(maps.grid, Look()).step > 1)
    for kernel in ["sobel-x", "box"] {
      let map = try MapsExample.map(pixels, kernel, motion).plane()
      // Windows with padding give no measure.
      let inside = map.part(
        rows: 1..<map.shape.rows - 1, columns: 1..<map.shape.columns - 1)
      let scale = ColorScale(upTo: inside, of: map)
      let text = "\(kernel)  \(Formula.range(scale))"
      #expect(state.frame().text.contains(text), "\(text)")
    }
  }

  @Test func aPictureThatIsTooLargeSaysThatMeansAreTaken() throws {
    let kernel = try KernelBank(name: "K", Tensor(Shape(61, 61), repeating: 1))
    let scene = try MapsScene(Picture(MapsExample.picture(480, 640)), [kernel])
    let text = try State.opened(with: scene, size: Size(width: 110, height: 34)).frame().text
    #expect(scene.whole == nil && text.contains("computed from means"))
  }

  @Test func coloursOfAnImageAreOneSettingAway() throws {
    let raster = Raster(
      width: 9, height: 6, sampleCount: 3, samples: .bytes((0..<162).map { UInt8($0) }))
    let scene = try MapsScene(Picture(raster, .luma), MapsScene.kernels("sobel-x"))
    var state = try State.opened(with: scene, size: Size(width: 110, height: 34))
    #expect(state.frame().text.contains("The brightness of a colour image"))
    try state.press("channels+")
    let maps = try #require(state.scene as? MapsScene)
    #expect(maps.picture.isColored && maps.filters.count == 3 && maps.timeline.length == 3)
    #expect(!state.frame().text.contains("brightness"))
    // Kernels for three channels need them.
    var bank = maps
    try bank.change(to: [KernelBank(name: "K", Tensor(Shape(1, 3, 2, 2)))])
    state = try State.opened(with: bank)
    try state.press("channels-")
    #expect(state.notice?.contains("channel") == true)
    #expect((state.scene as? MapsScene)?.picture.isColored == true)
    #expect(!(try MapsExample.scene(MapsExample.picture(9, 9)).has(setting: "channels")))
  }
}
