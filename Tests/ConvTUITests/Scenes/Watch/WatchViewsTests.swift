import Foundation
import Terminal
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Formats

struct WatchViewsTests {
  private func desk(_ size: String = "110x34", _ depth: ColorDepth = .none) throws -> WatchDesk {
    var desk = try WatchDesk(
      size: try #require(FrameSize(argument: size)).size, look: Look(depth: depth))
    try desk.directory.file("events.out.tfevents.1.a", ViewsSample.bytes)
    desk.look()
    return desk
  }

  /// A view with nothing in it is left out.
  @Test func theKeyGoesThroughTheViewsThatHaveSomething() throws {
    var desk = try desk()
    var views: [SceneView] = []
    for _ in 0..<7 {
      try desk.press("v")
      views.append(try #require(desk.scene).view)
    }
    #expect(
      views == [.kernels, .images, .histograms, .texts, .parameters, .alarms, .scalars])
    var other = try WatchDesk()
    try other.append("{\"step\": 1, \"loss\": 8}\n")
    other.look()
    try other.press("v v")
    #expect(other.scene?.view == .alarms)
  }

  @Test func imagesAndMapsFollowTheCursor() throws {
    var desk = try desk()
    try desk.press("v v")
    #expect(desk.scene?.pictures.map(\.tag.name) == ["photo", "digit", "maps/conv", "jpeg"])
    for text in ["photo  step 20  8×6", "jpeg  step 10  16×8", "2×3×4"] {
      #expect(desk.text.contains(text), "\(text)")
    }
    // The steps are those at which images were logged.
    try desk.press("left")
    #expect(desk.scene?.step == 10 && desk.text.contains("photo  step 10"))
    try desk.press("left")
    #expect(desk.text.contains("not logged up to this step"))
    try desk.press("tab enter")
    #expect(!desk.text.contains("photo") && desk.text.contains("digit  step 0"))
    try desk.press("esc")
    #expect(desk.text.contains("photo"))
  }

  @Test func aClickChoosesAndEnlarges() throws {
    var desk = try desk()
    try desk.press("v v")
    let rect = desk.state.layout.body
    let corner = Point(row: rect.row + 2, column: rect.columns.upperBound - 4)
    func click() { _ = desk.state.handle(.input(.mouse(Mouse(action: .press, at: corner)))) }
    click()
    let chosen = try #require(desk.scene?.chosen[.images])
    #expect(chosen > 0 && desk.scene?.isEnlarged == false)
    click()
    #expect(desk.scene?.isEnlarged == true)
    click()
    #expect(desk.scene?.isEnlarged == false)
  }

  @Test func aFeatureMapIsNoKernel() throws {
    let desk = try desk()
    #expect(desk.scene?.kernels.map(\.tag.name) == ["conv.weight", "fc.weight"])
    for (name, use) in [
      ("features.0.weight", TensorUse.parameter), ("maps/conv1", .map),
      ("layer1/activations", .map),
      ("bn.running_mean", .parameter), ("conv1", .unknown), ("act.grad", .parameter),
    ] {
      #expect(TensorUse(name) == use, "\(name)")
    }
  }

  @Test func theHistogramAtTheCursorIsWrittenOut() throws {
    var desk = try desk()
    try desk.press("v v v left")
    let expected = try #require(try ViewsSample.witness.histograms["weights"]?[1])
    let mean = NumberText.short(Float(expected.sum / expected.count))
    let range = "min \(NumberText.short(Float(expected.least))), max "
    #expect(desk.text.contains("step 10: 50 numbers, \(range)"))
    #expect(desk.text.contains("mean \(mean)"))
    #expect(desk.text.contains("numbers in a row 0"))
  }

  @Test func textsAreShownHarmless() throws {
    var desk = try desk()
    try desk.press("v v v v")
    #expect(
      desk.text.contains("A small net, see paper (https://example.org).")
        && desk.text.contains("step 20"))
    try desk.press("left")
    #expect(desk.text.contains("step 10"))
    try desk.press("tab")
    #expect(desk.text.contains("a?[31mred?"))
  }

  @Test func anEnlargedTextScrolls() throws {
    var desk = try desk("80x12")
    try desk.press("v v v v")
    #expect(desk.text.contains("more line"))
    try desk.press("enter down down")
    #expect(desk.scene?.scroll == 2 && !desk.text.contains("Run"))
    try desk.press("esc")
    #expect(desk.scene?.isEnlarged == false)
  }

  @Test func whatDiffersBetweenRunsStandsFirst() throws {
    var desk = try WatchDesk()
    for folder in ["a", "b"] {
      try FileManager.default.createDirectory(
        atPath: desk.directory.path + "/" + folder, withIntermediateDirectories: true)
    }
    try desk.directory.file("a/events.out.tfevents.1.a", ViewsSample.bytes)
    try desk.directory.file(
      "b/events.out.tfevents.1.a", WatchedSample.bytes("events/hparams.tfevents"))
    desk.look()
    try desk.press("v v v v v")
    let lines = desk.text.split(separator: "\n").map(String.init)
    let header = try #require(lines.first { $0.contains("hparam/best") })
    #expect(header.contains("batch") && !header.contains("lr"))
    #expect(lines.contains { $0.contains("The same in all runs") })
    #expect(lines.contains { $0.contains("lr 0.1") && $0.contains("name adam") })
    #expect(lines.contains { $0.contains("a ") && $0.contains("0.5") && $0.contains("16") })
  }

  // MARK: What is compared

  @Test func thePinRanksTensorsByTheirChange() throws {
    var desk = try desk()
    try desk.press("v home p end")
    // ‖B − A‖ is 3 · 1 for the second kernel, and 8 · 0.02² for the other tensor.
    let changes = try #require(desk.scene).kernels.map { desk.scene?.change($0) ?? 0 }
    var sum = 0.0
    for index in 0..<18 {
      let weight = Double(index) / 10 - 0.8 + (index > 8 ? 1 : 0)
      sum += weight * weight
    }
    let expected = 3 / sum.squareRoot()
    #expect(abs(changes[0] - expected) < 1e-6)
    #expect(abs(changes[1] - 0.02 / 1.02) < 1e-6)
    #expect(desk.text.contains("A: step 0, B: step 20") && desk.text.contains("‖B−A‖/‖B‖"))
    #expect(desk.text.contains("B − A  0…1  2×1×3×3"))
    #expect(desk.scene?.kernelOrder == [0, 1])
    try desk.press("p")
    #expect(desk.scene?.pin == nil && !desk.text.contains("B − A"))
  }

  @Test func scalarsAreComparedWithThePin() throws {
    var desk = try desk()
    try desk.press("home p end")
    #expect(desk.text.contains("1 → 0.0476 (−0.9524)"))
  }

  @Test func anotherViewLooksAtTheSameStep() throws {
    var desk = try WatchDesk()
    try desk.directory.file("events.out.tfevents.1.a", ViewsSample.bytes)
    for step in 0..<30 { try desk.append("{\"step\": \(step), \"other\": 1}\n") }
    desk.look()
    for _ in 0..<12 { try desk.press("left") }
    #expect(desk.scene?.step == 17)
    try desk.press("v v")
    #expect(desk.text.contains("photo  step 10"))
    // Until a key moves from there, the step is kept.
    for _ in 0..<5 { try desk.press("v") }
    #expect(desk.scene?.view == .scalars && desk.scene?.step == 17)
  }

  @Test func aKernelOpensInSlideAndEscLeadsBack() throws {
    var desk = try desk()
    desk.state = State(
      scenes: try SceneKind.examples() + [try #require(desk.scene)], current: 8,
      look: Look(depth: .none), size: Size(width: 110, height: 34))
    desk.settle()
    try desk.press("v left enter right enter")
    #expect(desk.state.scene.kind == .slide)
    let slide = try #require(desk.state.scene as? SlideScene)
    #expect(slide.settings.kernel.shape.dimensions == [3, 3])
    // The second kernel at step 10, over the image that was logged there.
    let expected = (9..<18).map { Float($0) / 10 - 0.8 + 0.5 }
    #expect(zip(slide.settings.kernel.elements, expected).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(slide.settings.input.shape.dimensions == [6, 8])
    try desk.press("esc")
    let watch = try #require(desk.state.scene as? WatchScene)
    #expect(watch.view == .kernels && watch.step == 10 && watch.tile == 1 && watch.isEnlarged)
  }

  @Test func aTensorThatIsTooLargeIsNoKernelForSlide() throws {
    var desk = try WatchDesk()
    let file = Safetensors(entries: [
      .init(name: "fc.weight", dimensions: [40, 40], values: [Float](repeating: 1, count: 1600))
    ])
    try desk.directory.file("step-1.safetensors", file.bytes)
    desk.look()
    try desk.press("v enter enter")
    #expect(desk.state.scene.kind == .watch && desk.state.notice?.contains("40×40") == true)
  }

  // MARK: Live, and everywhere

  /// A file that grows is shown, also in these views.
  @Test func whatComesIsShown() throws {
    let bytes = try ViewsSample.bytes
    var desk = try WatchDesk()
    try desk.directory.file("events.out.tfevents.1.a", Array(bytes[..<(bytes.count / 4)]))
    desk.look()
    desk.state.press(view: .images)
    desk.settle()
    let before = try #require(desk.scene).moments.count
    try desk.directory.file("events.out.tfevents.1.a", bytes)
    desk.look()
    #expect(try #require(desk.scene).moments.count > before && desk.text.contains("step 20"))
  }

  @Test(arguments: ["40x12", "80x24", "200x60"], [ColorDepth.none, .palette, .direct])
  func everySizeDraws(_ size: String, _ depth: ColorDepth) throws {
    var desk = try desk(size, depth)
    for _ in 0..<7 {
      try desk.press("v")
      for keys in ["left", "p", "enter", "right", "down", "?", "esc", "esc", "tab"] {
        try desk.press(keys)
        #expect(desk.state.frame().size == desk.state.size)
      }
    }
  }

  @Test func theyLookAsTheyWereReviewed() throws {
    var desk = try desk("110x34", .direct)
    for name in ["kernels", "images", "histograms", "text", "hparams"] {
      try desk.press("v")
      Golden(name: "watch-view-\(name)", frame: desk.state.frame()).check()
    }
    try desk.press("v v v home p end enter")
    Golden(name: "watch-view-compared", frame: desk.state.frame()).check()
  }

  @Test func everyViewSaysWhatItIs() throws {
    var desk = try desk()
    for _ in 0..<7 {
      try desk.press("v")
      let scene = try #require(desk.scene)
      #expect(scene.about(words).count == scene.about(Words(language: .chinese)).count)
    }
  }
}

extension State {
  fileprivate mutating func press(view: SceneView) {
    guard var watch = scene as? WatchScene else { return }
    watch.view = view
    scenes[current] = watch
  }
}
