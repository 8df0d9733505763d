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
    // The cursor's cell stands out four times, in the same place of each pane.
    let places = (2..<31).flatMap { row in
      (1..<frame.size.width).filter { column in
        let isCursor = { frame[row, $0].style.background == Look().theme.strong }
        return isCursor(column) && !isCursor(column - 1)
      }.map { Point(row: row, column: $0) }
    }
    #expect(places.count == 4)
    #expect(Set(places.map(\.row)).count * Set(places.map(\.column)).count == 4)
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

  /// The last colour is that of all of the strongest hundredth: the legend says so.
  @Test(arguments: [ColorDepth.direct, .eight, .none])
  func legendEndsAtTheStrongestHundredth(_ depth: ColorDepth) throws {
    var state = try State.opened(
      with: MapsExample.scene(
        MapsExample.picture(200, 300), "sobel-x",
        MapMotion(sliding: Sliding(options: CorrelationOptions(mode: .replicate)))),
      size: Size(width: 110, height: 34))
    state = state.colored(depth)
    try state.press("right")
    let maps = try #require(state.scene as? MapsScene)
    let scale = maps.legend(words).scale
    let sight = maps.sight(maps.grid, state.look)
    let part = try #require(maps.shown(in: maps.grid, sight).part(1))
    let sizes = part.strengths.elements.filter(\.isFinite)
    let stronger = sizes.count { $0 > scale.upper }
    #expect(stronger <= sizes.count / 100 + 1 && sizes.contains { $0 > scale.upper * 0.9 })
    #expect(state.frame().text.contains("≥\(NumberText.short(scale.upper))"))
  }

  /// From afar a spot has the mean of the map's own numbers, and their mean magnitude.
  @Test func fromAfarASpotHasTheMeansOfItsNumbers() throws {
    let pixels = MapsExample.picture(200, 300)
    let motion = MapMotion(sliding: Sliding(options: CorrelationOptions(mode: .replicate)))
    let state = try State.opened(
      with: MapsExample.scene(pixels, "sobel-x", motion), size: Size(width: 80, height: 24))
    let maps = try #require(state.scene as? MapsScene)
    let sight = maps.sight(maps.grid, state.look)
    let part = try #require(maps.shown(in: maps.grid, sight).part(1))
    let map = try MapsExample.map(pixels, "sobel-x", motion).plane()
    for at in [Position(row: 0, column: 0), Position(row: 7, column: 11)] {
      let first = at.map { $0 * sight.step }
      let square = map.part(
        rows: first.row..<first.row + sight.step, columns: first.column..<first.column + sight.step)
      let count = Float(square.elements.count)
      let mean = square.elements.reduce(0, +) / count
      let size = square.elements.reduce(0) { $0 + abs($1) } / count
      #expect(abs(part.values[at.row, at.column] - mean) < 1e-4)
      #expect(abs(try #require(part.sizes)[at.row, at.column] - size) < 1e-4)
    }
  }

  /// Kernels that sum to 1 make pictures, whatever they are called; those that tell signs do not.
  @Test func pictureLikeMapsAreGreyAsTheImageIs() throws {
    let scene = try MapsExample.scene(
      MapsExample.picture(30, 40), "gaussian,sharpen,identity,box,emboss,sobel-x,laplacian,ridge")
    let sight = scene.sight(scene.grid, Look())
    let shown = scene.shown(in: scene.grid, sight)
    #expect(
      shown.panes.map { shown.scale($0).isGrey } == [
        true, true, true, true, true, true, false, false, false,
      ])
    #expect(shown.scale(2) == .picture)
    var motion = MapMotion()
    motion.sliding.bias = -0.5
    let biased = try MapsExample.scene(MapsExample.picture(30, 40), "gaussian", motion)
    #expect(!biased.shown(in: biased.grid, sight).scale(1).isGrey)
    // A mean times 9 has a white of 9.
    let bank = try KernelBank(name: "K", Tensor(Shape(3, 3), repeating: 1))
    let sum = try MapsScene(Picture(MapsExample.picture(30, 40)), [bank])
    #expect(sum.shown(in: sum.grid, sight).scale(1) == .picture(upTo: 9))
  }

  @Test func numbersPastWhiteAreSaidToBe() throws {
    var state = try State.opened(
      with: MapsExample.scene(MapsExample.picture(200, 200), "sharpen"),
      size: Size(width: 110, height: 34))
    try state.press("right")
    let text = state.frame().text
    #expect(text.contains("≤0 ") && text.contains(" ≥1"))
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
      let inside = try #require(
        map.part(rows: 1..<map.shape.rows - 1, columns: 1..<map.shape.columns - 1).finiteRange)
      let largest = max(-inside.lowerBound, inside.upperBound).rounded(toDigits: 3)
      let range = kernel == "box" ? Formula.range(inside) : "±" + NumberText.short(largest)
      #expect(state.frame().text.contains("\(kernel)  \(range)"), "\(range)")
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
