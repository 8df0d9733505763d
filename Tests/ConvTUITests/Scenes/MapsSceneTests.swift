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
      Picture(pixels), MapsScene.kernels(kernels), motion)
  }

  /// The plain loop over the whole picture.
  private static func map(_ pixels: Tensor, _ kernel: String, _ motion: MapMotion) throws -> Tensor
  {
    let filter = try MapsScene.kernels(kernel)[0].filters(channels: 1)[0]
    let convolution = try motion.convolution(filter)
    let geometry = try convolution.geometry(for: pixels.shape)
    return Correlation.plain(
      pixels, convolution.weight, bias: convolution.bias, geometry: geometry)
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
          // The nearest, of two the first.
          func nearest(_ pixel: Int, _ count: Int) -> Int {
            (0..<count).min { abs($0 * stride - pixel) < abs($1 * stride - pixel) }!
          }
          #expect(
            at
              == Position(
                rows: nearest(row, map.shape.rows), columns: nearest(column, map.shape.columns)))
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

  /// Slide has the number, and beside it the map's next one, whatever the stride, bias and turn.
  @Test(arguments: [(3, 3), (0, 0), (30, 40), (17, 5)], [1, 2, 3])
  func enterOpensTheVeryNumbers(_ place: (row: Int, column: Int), _ stride: Int) throws {
    let pixels = Self.picture(31, 41)
    for mode in [PaddingMode.zeros, .replicate] {
      for isTurned in [false, true] {
        let motion = MapMotion(
          stride: PerAxis(stride), mode: mode, bias: 0.5, isTurned: isTurned)
        var scene = try Self.scene(pixels, "sobel-x", motion)
        scene.timeline.go(toStep: 1)
        let pixel = Position(rows: place.row, columns: place.column)
        scene.place(pixel)
        guard case .opens(let settings, let at, _) = scene.perform(.pick) else {
          Issue.record("nothing opened")
          return
        }
        let slide = try SlideScene(settings)
        let map = try Self.map(pixels, "sobel-x", motion)
        let there = try #require(scene.place(of: pixel, in: 1, step: 1))
        #expect(
          abs(slide.output[at.rows, at.columns] - map[0, 0, there.rows, there.columns]) < 1e-5)
        guard place.row == 17, place.column == 5 else { continue }
        #expect(
          abs(slide.output[at.rows, at.columns + 1] - map[0, 0, there.rows, there.columns + 1])
            < 1e-5)
      }
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
    #expect(state.frame().text.contains("rows ") && state.frame().text.contains("sobel-x"))
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
    #expect(try KernelBank(name: "K", bank).filters(channels: 3).count == 4)
    #expect(throws: Failure.self) { try KernelBank(name: "K", bank).filters(channels: 2) }
  }

  /// `G` sums a matrix over all channels, or over each group of them; the plain loop has the sums.
  @Test func groupsChangeWhileOneLooksOn() throws {
    let pixels = Self.picture(9, 11, channels: 4)
    var state = try State.opened(with: Self.scene(pixels, "sobel-x"))
    func maps() throws -> MapsScene { try #require(state.scene as? MapsScene) }
    for (groups, names) in [
      (4, (0..<4).map { "sobel-x channel \($0)" }), (1, ["sobel-x"]),
      (2, ["sobel-x channels 0…1", "sobel-x channels 2…3"]),
    ] {
      #expect(try maps().groups == groups && maps().filters.map(\.name) == names)
      #expect(try maps().facts.contains(Text.count(groups, "group")))
      let weight = Tensor(
        Shape(groups, 4 / groups, 3, 3),
        (0..<4).flatMap { _ in NamedKernel.named("sobel-x")!.kernel.elements })
      let geometry = try Geometry(
        input: pixels.shape, kernel: weight.shape,
        options: CorrelationOptions(padding: PerAxis(1), groups: groups))
      let expected = Correlation.plain(pixels, weight, geometry: geometry)
      for group in 0..<groups {
        let value = try maps().value(at: Position(rows: 4, columns: 5), in: group + 1)
        #expect(abs(try #require(value) - expected[0, group, 4, 5]) < 1e-5)
      }
      try state.press("G")
    }
    #expect(try maps().groups == 4)
  }

  @Test func groupsOfABankAreThoseOfItsShape() throws {
    let bank = Tensor(Shape(6, 1, 1, 1), (1...6).map { Float($0) })
    let pixels = Self.picture(5, 5, channels: 3)
    let scene = try MapsScene(
      Picture(pixels), [KernelBank(name: "K", bank)], MapMotion(groups: 3))
    let there = Position(rows: 2, columns: 3)
    // Two kernels for each channel.
    for k in 0..<6 {
      let value = try #require(scene.value(at: there, in: k + 1))
      #expect(abs(value - Float(k + 1) * pixels[0, k / 2, 2, 3]) < 1e-6)
    }
    var state = try State.opened(with: scene)
    try state.press("G")
    #expect(state.notice?.contains("6×1×1×1 are for 1 channel each, which makes 3 groups") == true)
    state = try State.opened(with: Self.scene(Self.picture(5, 5)))
    try state.press("G")
    #expect(state.notice?.contains("One channel is one group") == true)
    #expect(throws: Failure.self) {
      try Self.scene(pixels, "sobel-x", MapMotion(groups: 2))
    }
  }

  @Test func otherKernelsKeepTheGroupsWhereTheyCan() throws {
    var state = try State.opened(
      with: Self.scene(Self.picture(9, 9, channels: 3), "sobel-x", MapMotion(groups: 1)))
    try state.press("k b o x enter")
    #expect((state.scene as? MapsScene)?.filters.map(\.name) == ["box"])
    try state.press("G k g a u s s i a n enter")
    #expect((state.scene as? MapsScene)?.filters.count == 3)
    // A bank for all three has no choice.
    let bank = Tensor(Shape(2, 3, 1, 1), repeating: 1)
    try state.press("k")
    _ = state.handle(.kernel(bank, path: "bank.npy"))
    #expect((state.scene as? MapsScene)?.groups == 1)
  }

  @Test func settingsThatDoNotFitAreRefusedWithTheirNumbers() throws {
    var state = try State.opened(with: Self.scene(Self.picture(6, 6)))
    try state.press("d d d")
    #expect(state.notice == nil)
    // With less padding a kernel of that span is larger than the picture.
    for _ in 0..<9 { try state.press("P") }
    #expect(state.notice?.contains("a padding of at least") == true)
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
    func bound(_ kernel: String) throws -> Float {
      try MapsScene.kernels(kernel)[0].filters(channels: 1)[0].bound
    }
    #expect(try bound("sobel-x") == 4 && bound("gaussian") == 1)
  }

  @Test func aSumOverSeveralChannelsIsTakenApartInPlace() throws {
    let pixels = Self.picture(20, 20, channels: 3)
    let bank = Tensor(Shape(2, 3, 3, 3), (0..<54).map { Float($0 % 7) - 3 })
    let scene = try MapsScene(
      Picture(pixels), [KernelBank(name: "K", bank)], MapMotion(bias: 0.25))
    var state = try State.opened(with: scene, size: Size(width: 100, height: 30))
    try state.press("right right tab down right enter")
    let maps = try #require(state.scene as? MapsScene)
    let cursor = try #require(maps.cursor)
    let apart = try #require(maps.apart)
    let value = try #require(maps.value(at: cursor, in: 2))
    #expect(abs(apart.value - value) < 1e-5)
    guard case .sum(let trace, let window) = apart.explanation else {
      Issue.record("no sum")
      return
    }
    let parts = trace.parts(of: window)
    #expect(abs(parts.channels.reduce(parts.bias, +) - value) < 1e-4)
    for channel in 0..<3 { #expect(state.frame().text.contains("channel \(channel)")) }
    #expect(state.frame().text.contains("Enter back") && !state.frame().text.contains("zoom"))
    try state.press("esc")
    #expect(state.frame().text.contains("K 1") && (state.scene as? MapsScene)?.cursor == cursor)
  }

  /// From afar the smaller picture is what kernels slide over: every setting is seen at every scale.
  @Test func settingsAreSeenFromAfar() throws {
    let bare = try State.opened(
      with: Self.scene(Self.picture(480, 640)), size: Size(width: 110, height: 34))
    let before = bare.frame().text
    var seen = Set([before])
    for keys in ["s", "p", "d", "m", "b 1 enter", "*", "p p p", "s d"] {
      let text = try bare.frame(after: keys).text
      #expect(seen.insert(text).inserted, "\(keys)")
    }
    for (keys, words) in [
      ("s d", "stride 2, dilation 2, padding same"), ("right s", "→ 240×320"),
      (
        "right s s d m b 2 enter * p p",
        "convolution, bias 2, stride 3, dilation 2, reflect, padding 6"
      ),
    ] {
      #expect(try bare.frame(after: keys).text.contains(words), "\(keys)")
    }
  }

  /// From half of the kernels on it is more or less; below none it is half of them again.
  @Test func paddingGoesUpAndDownFromSame() throws {
    var state = try State.opened(with: Self.scene(Self.picture(9, 9), "sobel-x"))
    func padding() -> PerAxis<Int>? { (state.scene as? MapsScene)?.motion.padding }
    for (key, expected) in [("p", 2), ("P", 1), ("P", 0), ("P", nil), ("P", 0), ("p", 1)] {
      try state.press(key)
      #expect(padding() == expected.map { PerAxis($0) })
    }
  }

  @Test func aKernelLargerThanTheSmallerPictureSaysSo() throws {
    let scene = try MapsScene(
      Picture(Self.picture(480, 640)),
      [KernelBank(name: "K", Tensor(Shape(31, 31)))],
      MapMotion(padding: PerAxis(0)))
    var state = try State.opened(with: scene, size: Size(width: 80, height: 24))
    #expect(state.frame().text.contains("too large from afar"))
    try state.press("z z z")
    #expect(!state.frame().text.contains("too large"))
  }

  @Test func theViewFollowsTheCursor() throws {
    var state = try State.opened(
      with: Self.scene(Self.picture(300, 300)), size: Size(width: 110, height: 34))
    try state.press("right tab z z z z z z z z")
    for key in ["left", "up", "right", "down"] {
      for _ in 0..<25 { try state.press(key) }
      let maps = try #require(state.scene as? MapsScene)
      let cursor = try #require(maps.cursor)
      #expect(maps.isInSight(cursor))
    }
  }

  @Test func evenKernelsAreNotSaidToKeepTheSize() throws {
    let pixels = Self.picture(9, 9)
    #expect(try Self.scene(pixels, "sobel-x").facts.contains("padding same"))
    #expect(try Self.scene(pixels, "sobel-x,roberts-x").facts.contains("padding half"))
  }

  @Test func aBiasIsOneFiniteNumber() throws {
    var state = try State.opened(with: Self.scene(Self.picture(9, 9)))
    for answer in ["n a n", "i n f", "1 , 2"] {
      try state.press("b \(answer) enter")
      #expect(state.prompt?.complaint?.contains("is not a number that works") == true)
      try state.press("esc")
    }
    #expect((state.scene as? MapsScene)?.motion.bias == 0)
  }

  @Test func biasAndTurnAreThoseOfThePlainLoop() throws {
    let pixels = Self.picture(14, 17)
    let motion = MapMotion(bias: -2, isTurned: true)
    let map = try Self.map(pixels, "sobel-x", motion)
    var state = try State.opened(with: Self.scene(pixels))
    try state.press("right * b - 2 enter")
    let scene = try #require(state.scene as? MapsScene)
    #expect(scene.motion == motion && scene.facts.contains("bias −2"))
    let there = Position(rows: 6, columns: 7)
    #expect(abs(try #require(scene.value(at: there, in: 1)) - map[0, 0, 6, 7]) < 1e-5)
    let plain = try Self.map(pixels, "sobel-x", MapMotion())
    #expect(abs(map[0, 0, 6, 7] - (-plain[0, 0, 6, 7] - 2)) < 1e-5)
  }

  @Test func aLargeKernelThatIsTakenApartIsGoneOver() throws {
    let bank = Tensor(Shape(1, 2, 11, 11), (0..<242).map { Float($0) })
    let scene = try MapsScene(
      Picture(Self.picture(40, 40, channels: 2)), [KernelBank(name: "K", bank)])
    var state = try State.opened(with: scene, size: Size(width: 80, height: 24))
    try state.press("right tab enter")
    #expect(!state.frame().text.contains("9  10"))
    try state.press("L L L L L L L L L L")
    #expect(state.frame().text.contains("9  10"))
    try state.press("down J J J J J J J J J J J J J")
    #expect(state.frame().text.contains("241"))
    try state.press("home")
    #expect((state.scene as? MapsScene)?.view == .run)
  }

  @Test func manyMapsAreGoneThroughByPages() throws {
    let bank = Tensor(Shape(100, 1, 3, 3), (0..<900).map { Float($0 % 11) })
    let scene = try MapsScene(
      Picture(Self.picture(60, 60)), [KernelBank(name: "K", bank)])
    var state = try State.opened(with: scene, size: Size(width: 80, height: 24))
    for number in [1, 7, 57, 100] {
      try state.press("g \(String(number).map(String.init).joined(separator: " ")) enter")
      let text = state.frame().text
      #expect(text.contains("▸ K \(number - 1)"))
      #expect(text.contains("map \(number) of 100"))
    }
  }

  /// However long the numbers of each map are, the same pixels stand in the same place of all panes.
  @Test func numbersOfAllMapsStandAlike() throws {
    let pixels = Self.picture(40, 40)
    let bank = Tensor(Shape(3, 1, 1, 1), [1, -1000, 1e-3])
    let scene = try MapsScene(
      Picture(pixels), [KernelBank(name: "K", bank)])
    var state = try State.opened(with: scene, size: Size(width: 110, height: 34))
    try state.press("z z z z tab right")
    let frame = state.frame()
    let maps = try #require(state.scene as? MapsScene)
    let cursor = try #require(maps.cursor)
    #expect(frame.text.contains("X[\(cursor.rows),\(cursor.columns)]"))
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
    #expect(Picture(Self.picture(3, 3)).scale == .picture)
    #expect(Picture(Tensor(rows: [[0, 255]])).scale == .picture(upTo: 255))
    #expect(Picture(Tensor(rows: [[-3, 2]])).scale == ColorScale(-3...3))
  }

  /// The edge that padding makes gives no measure, but its sign is told.
  @Test func paddingGivesTheColoursTheirSignAlone() throws {
    let ramp = Tensor(
      Shape([1, 9, 9]), (0..<81).map { 1 - Float($0 % 9) / 10 })
    let scene = try Self.scene(ramp, "sobel-x,box")
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
      with: Self.scene(Self.picture(200, 300), "sobel-x"), size: Size(width: 110, height: 34))
    state = state.colored(depth)
    try state.press("right")
    let upper = NumberText.short(try #require(state.scene as? MapsScene).legend.scale.upper)
    #expect(state.frame().text.contains("sobel-x  ±\(upper)"))
  }
}
