import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// The kernels and how they move, changed while one looks on.
@Suite struct MapsSettingsTests {
  @Test func colourPicturesHaveAMapForEachChannel() throws {
    let pixels = MapsExample.picture(9, 9, channels: 3)
    let scene = try MapsExample.scene(pixels, "box")
    #expect(scene.filters.map(words.name(of:)) == ["box red", "box green", "box blue"])
    let middle = Position(row: 4, column: 4)
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
    let pixels = MapsExample.picture(9, 11, channels: 4)
    var state = try State.opened(with: MapsExample.scene(pixels, "sobel-x"))
    func maps() throws -> MapsScene { try #require(state.scene as? MapsScene) }
    for (groups, names) in [
      (4, (0..<4).map { "sobel-x channel \($0)" }), (1, ["sobel-x"]),
      (2, ["sobel-x channels 0…1", "sobel-x channels 2…3"]),
    ] {
      #expect(try maps().groups == groups && maps().filters.map(words.name(of:)) == names)
      #expect(try maps().facts(words).contains(words.count(groups, "group")))
      let weight = Tensor(
        Shape(groups, 4 / groups, 3, 3),
        (0..<4).flatMap { _ in NamedKernel.named("sobel-x")!.kernel.elements })
      let geometry = try Geometry(
        input: pixels.shape, kernel: weight.shape,
        options: CorrelationOptions(padding: PerAxis(1), groups: groups))
      let expected = Correlation.plain(pixels, weight, geometry: geometry)
      for group in 0..<groups {
        let value = try maps().value(at: Position(row: 4, column: 5), in: group + 1)
        #expect(abs(try #require(value) - expected[0, group, 4, 5]) < 1e-5)
      }
      try state.press("groups+")
    }
    #expect(try maps().groups == 4)
  }

  @Test func groupsOfABankAreThoseOfItsShape() throws {
    let bank = Tensor(Shape(6, 1, 1, 1), (1...6).map { Float($0) })
    let pixels = MapsExample.picture(5, 5, channels: 3)
    let scene = try MapsScene(
      Picture(pixels), [KernelBank(name: "K", bank)], MapMotion(groups: 3))
    let there = Position(row: 2, column: 3)
    // Two kernels for each channel.
    for k in 0..<6 {
      let value = try #require(scene.value(at: there, in: k + 1))
      #expect(abs(value - Float(k + 1) * pixels[0, k / 2, 2, 3]) < 1e-6)
    }
    var state = try State.opened(with: scene)
    try state.press("groups+")
    #expect(state.notice?.contains("group") == true, "\(state.notice ?? "–")")
    state = try State.opened(with: MapsExample.scene(MapsExample.picture(5, 5)))
    try state.press("groups? 2 enter")
    #expect(state.prompt?.complaint?.contains("group") == true, "\(state.prompt?.complaint ?? "–")")
    #expect(throws: Failure.self) {
      try MapsExample.scene(pixels, "sobel-x", MapMotion(groups: 2))
    }
  }

  @Test func otherKernelsKeepTheGroupsWhereTheyCan() throws {
    var state = try State.opened(
      with: MapsExample.scene(
        MapsExample.picture(9, 9, channels: 3), "sobel-x", MapMotion(groups: 1)))
    try state.press("k b o x enter")
    #expect((state.scene as? MapsScene)?.filters.map(words.name(of:)) == ["box"])
    try state.press("groups+ k g a u s s i a n enter")
    #expect((state.scene as? MapsScene)?.filters.count == 3)
    // A bank for all three has no choice.
    let bank = Tensor(Shape(2, 3, 1, 1), repeating: 1)
    try state.press("k")
    _ = state.handle(.kernels([GivenKernel(name: "K", kernel: bank, source: "bank.npy")]))
    #expect((state.scene as? MapsScene)?.groups == 1)
  }

  @Test func settingsThatDoNotFitAreRefusedWithTheirNumbers() throws {
    var state = try State.opened(with: MapsExample.scene(MapsExample.picture(6, 6)))
    try state.press("dilation+ dilation+ dilation+")
    #expect(state.notice == nil)
    // With less padding a kernel of that span is larger than the picture.
    try state.press("padding+")
    #expect(state.notice?.contains("a padding of at least") == true)
    try state.press("k n o enter")
    #expect(state.prompt?.complaint?.isEmpty == false)
  }

  /// From afar the smaller picture is what kernels slide over: every setting is seen at every scale.
  @Test func settingsAreSeenFromAfar() throws {
    let bare = try State.opened(
      with: MapsExample.scene(MapsExample.picture(480, 640)), size: Size(width: 110, height: 34))
    let before = bare.frame().text
    var seen = Set([before])
    for keys in [
      "s", "padding+", "dilation+", "padding-mode+", "bias+", "turned+",
      "padding+ padding+ padding+",
      "s dilation+",
    ] {
      let text = try bare.frame(after: keys).text
      #expect(seen.insert(text).inserted, "\(keys)")
    }
    for (keys, stride, words) in [
      ("dilation+", "2", "dilation  2"), ("right", "2", "→ 240×320"),
      ("right dilation+ padding-mode+ bias? 2 enter turned+ padding? 6 enter", "3", "padding  6"),
    ] {
      var state = bare
      #expect(state.set("stride", typed: stride) == nil)
      #expect(try state.frame(after: keys).text.contains(words), "\(keys)")
    }
  }

  /// Before no padding comes that of half of each kernel.
  @Test func paddingGoesUpAndDown() throws {
    var state = try State.opened(with: MapsExample.scene(MapsExample.picture(9, 9), "sobel-x"))
    func padding() -> PerAxis<Int>? {
      (state.scene as? MapsScene).flatMap {
        $0.motion.padsHalf ? nil : $0.motion.sliding.options.padding
      }
    }
    for (key, expected) in [
      ("padding+", 0), ("padding+", 1), ("padding-", 0), ("padding-", nil), ("padding-", nil),
      ("padding+", 0), ("padding? h a l f enter", nil), ("padding? 3 enter", 3),
    ] {
      try state.press(key)
      #expect(padding() == expected.map { PerAxis($0) })
    }
  }

  /// What does not fit is passed over: no mode stands in the way of the next.
  @Test func modesThatDoNotFitArePassedOver() throws {
    var state = try State.opened(
      with: MapsExample.scene(MapsExample.picture(3, 3), "box-5"))
    func motion() throws -> MapMotion { try #require(state.scene as? MapsScene).motion }
    try state.press("padding? 3 enter")
    for mode in [PaddingMode.replicate, .circular, .zeros] {
      try state.press("padding-mode+")
      #expect(try motion().sliding.options.mode == mode && state.notice == nil)
    }
  }

  @Test func paddingIsOneWordOnTheScreen() throws {
    for language in [Language.english, .chinese] {
      let state = try State.opened(
        with: MapsExample.scene(MapsExample.picture(9, 9), "sobel-x,roberts-x"),
        size: Size(width: 110, height: 34), look: Look(language: language))
      let text = state.frame().text
      #expect(!text.contains("same") && !text.contains("padding  0"))
      #expect(text.contains(language == .english ? "padding  half" : "填充  半核"))
    }
  }

  /// Among the commands a kernel takes the place of the chosen map's.
  @Test func aKernelFoundReplacesThatOfTheChosenMap() throws {
    var state = try State.opened(
      with: MapsExample.scene(MapsExample.picture(9, 9, channels: 3), "sobel-x,gaussian"))
    func names() throws -> [String] {
      try #require(state.scene as? MapsScene).kernels.map(\.name)
    }
    // The second map of gaussian, for green.
    try state.press("g 5 enter / k e r n e l : space p r e w i t t - y enter")
    #expect(try names() == ["sobel-x", "prewitt-y"])
    #expect(state.notice?.contains("prewitt-y takes the place of gaussian") == true)
    #expect((state.scene as? MapsScene)?.pane == 5)
    try state.press("home / k e r n e l : space r i d g e enter")
    #expect(try names() == ["sobel-x", "prewitt-y", "ridge"])
    #expect((state.scene as? MapsScene)?.pane == 7 && state.isNoticeGood)
  }

  @Test func aBiasIsOneFiniteNumber() throws {
    var state = try State.opened(with: MapsExample.scene(MapsExample.picture(9, 9)))
    for answer in ["n a n", "i n f", "1 , 2"] {
      try state.press("bias? \(answer) enter")
      #expect(state.prompt?.complaint?.contains("is no value of bias") == true)
      try state.press("esc")
    }
    #expect((state.scene as? MapsScene)?.motion.sliding.bias == 0)
  }

  @Test func biasAndTurnAreThoseOfThePlainLoop() throws {
    let pixels = MapsExample.picture(14, 17)
    let motion = MapMotion(sliding: Sliding(bias: -2, isTurned: true))
    let map = try MapsExample.map(pixels, "sobel-x", motion)
    var state = try State.opened(with: MapsExample.scene(pixels))
    try state.press("right turned+ bias? - 2 enter")
    let scene = try #require(state.scene as? MapsScene)
    #expect(scene.motion == motion && scene.motionText(words).contains("bias −2"))
    let there = Position(row: 6, column: 7)
    #expect(abs(try #require(scene.value(at: there, in: 1)) - map[0, 0, 6, 7]) < 1e-5)
    let plain = try MapsExample.map(pixels, "sobel-x", MapMotion())
    #expect(abs(map[0, 0, 6, 7] - (-plain[0, 0, 6, 7] - 2)) < 1e-5)
  }
}
