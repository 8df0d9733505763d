import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI

struct SessionTests {
  /// The scene that a session of a scene opens.
  private func reopened(_ scene: any Scene) throws -> any Scene {
    try Session.scene(from: Array(try scene.session().text.utf8), picture: Load.picture)
  }

  static let moments: [(SceneKind, String)] = [
    (.slide, ""), (.slide, "padding+ padding-mode+ . . . . . + +"),
    (.slide, "dilation+ padding+ padding+ right tab right down e 7 enter"),
    (.slide, "n n right tab tab tab down"), (.edges, ""), (.edges, "k s o b e l - x enter home"),
    (.edges, "turned+ left"),
    (.learn, ""), (.learn, "end"),
    (.learn, "learning-rate? . 0 1 enter optimizer+ reduction+ right right"),
    (
      .learn,
      "schedule? c o s i n e : 9 enter optimizer+ optimizer+ optimizer+ end right right right chart+"
    ),
    (.learn, "right right v"), (.learn, "e 3 . 2 5 enter right right right"),
    (.flip, "right right"), (.flip, "k 1 , 2 ; 3 , 4 enter end"), (.field, ""),
    (.maps, ""), (.maps, "right right z z shift-right padding+ padding-mode+ contrast+"),
    (.maps, "padding+ tab down right"),
    (.maps, "k 1 , 2 ; 3 , 4 enter right enter dilation+"),
    (.field, "left up left input-size? 9 , 7 enter layers? end , p o o l 2 enter left down"),
  ]

  @Test(arguments: moments) func openedFrameIsTheSavedOne(_ scene: SceneKind, _ keys: String) throws
  {
    var state = try State.opened(scene)
    try state.press(keys)
    // A key that found the timeline at its end said so.
    state.notice = nil
    var opened = try State.opened(with: reopened(state.scene))
    _ = opened.handle(.tick(.zero))
    #expect(opened.frame() == state.frame())
    #expect(try opened.scene.session().text == state.scene.session().text)
  }

  @Test func numbersComeBackBitForBit() throws {
    let input = Tensor(rows: [
      [.nan, .infinity, -.infinity, -0.0],
      [.leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1, 1],
    ])
    let kernel = Tensor(rows: [[0.1 + 0.2, 1 / 3]])
    let scene = try SlideScene(SlideScene.Settings(input: input, kernel: kernel))
    let opened = try #require(try reopened(scene) as? SlideScene)
    #expect(
      opened.settings.input.elements.map(\.bitPattern) == input.elements.map(\.bitPattern))
    #expect(opened.settings.kernel == kernel)
    let random = try SlideScene.random(Shape(30, 30), Shape(3, 3), seed: 5)
    #expect((try reopened(random) as? SlideScene)?.settings == random.settings)
  }

  @Test(arguments: [
    "", "end left tab z z right down shift-right", "z down enter down", "end home",
    "end left left z enter", "end turned+ left left left turned+ bias? 2 enter",
  ])
  func openedStackIsTheSavedOne(_ keys: String) throws {
    var state = try State.opened(with: StackSceneTests.scene(40, 30))
    try state.press(keys)
    let opened = try State.opened(with: reopened(state.scene))
    #expect(opened.frame() == state.frame())
    #expect(try opened.scene.session().text == state.scene.session().text)
  }

  @Test(arguments: [
    ("--kernels bank.json", "right tab enter down shift-right", "channel 1"),
    ("--kernels box --set groups=1", "", "1 group"),
    ("--layers conv:box:p1 --set groups=1 --step 1", "", "1×10×10"),
  ])
  func whatIsMadeOfColoursComesBack(_ maps: String, _ keys: String, _ shown: String) throws {
    let directory = try Directory()
    try directory.file("bank.json", "[[[[1,2]],[[3,4]],[[5,6]]]]")
    let pixels = (0..<300).map { UInt8($0 % 256) }
    try directory.file("a.png", PNGWriter.encode(pixels, width: 10, height: 10))
    let call =
      ["maps", "a.png", "--channels", "rgb", "--size", "110x20", "--keys", keys]
      + maps.split(separator: " ").map(String.init)
    _ = try done(call + ["--save", "s.json"], in: directory)
    let text = try done(call + ["--print"], in: directory).text
    #expect(text.contains(shown), "\(text)")
    let opened = ["open", "s.json", "--print", "--size", "110x20"]
    #expect(try done(opened, in: directory).text == text)
  }

  @Test func anotherPictureIsNoticed() throws {
    let directory = try Directory()
    try directory.file("a.csv", "1,2,3\n4,5,6\n7,8,9")
    _ = try done(["maps", "a.csv", "--save", "s.json"], in: directory)
    try directory.file("a.csv", "1,2,3\n4,5,6")
    let result = try Program.run(["open", "s.json", "--print"], in: directory)
    #expect(result.status == 1 && result.sentence.contains("has 2×3 rows"), "\(result.sentence)")
    #expect(result.sentence.contains("saved with one of 3×3"))
  }

  @Test func everyKindOfLayerComesBack() throws {
    let spread = try Convolution(weight: Tensor(Shape(2, 1, 1, 1), [1, .leastNonzeroMagnitude]))
    let grouped = try Convolution(
      weight: Tensor(Shape(2, 1, 1, 3), [1, 2, -0.1, 3, 4, 5]), bias: [0.1, -0.0],
      options: CorrelationOptions(
        stride: PerAxis(rows: 1, columns: 2), padding: PerAxis(rows: 0, columns: 3),
        mode: .reflect, dilation: PerAxis(rows: 2, columns: 1), groups: 2))
    let scene = try StackScene(
      Picture(Tensor(Shape(20, 20), (0..<400).map { Float($0) / 7 })),
      [
        ("one", ConvolutionLayer(spread)), ("conv2", ConvolutionLayer(grouped)),
        ("norm", BatchNormalization(.init(scale: [1, 2], shift: [3, 4]))),
        (
          "max",
          Pooling(.max, PoolingWindow(size: PlaneSize(3), stride: PerAxis(2), padding: PerAxis(1)))
        ),
        ("avg", Pooling(.average, PoolingWindow(size: PlaneSize(rows: 1, columns: 2)))),
        ("leaky", LeakyReLU(slope: 0.3)), ("tanh", Tanh()),
      ])
    let opened = try #require(try reopened(scene) as? StackScene)
    #expect(opened.sight.maps.map(\.elements) == scene.sight.maps.map(\.elements))
    #expect(try opened.session().text == scene.session().text)
  }

  @Test func branchesComeBack() throws {
    let kernel = Tensor(Shape(1, 1, 2, 2), [1, 2, 3, -4])
    let conv = ConvolutionLayer(
      try Convolution(
        weight: kernel, options: CorrelationOptions(surplus: PerAxis(1), mode: .replicate)))
    let graph = try Graph([
      Graph.Draft(conv, name: "a"), Graph.Draft(ReLU()),
      Graph.Draft(Add(), inputs: [.before, .named("a"), .image]),
      Graph.Draft(Concatenation(), inputs: [.named("a"), .layer(3)]),
    ])
    let picture = Picture(Tensor(Shape(9, 8), (0..<72).map { Float($0 % 7) - 3 }))
    let scene = try StackScene(picture, graph, titles: ["one", "relu", "add", "cat"])
    let opened = try #require(try reopened(scene) as? StackScene)
    #expect(opened.graph == graph)
    #expect(opened.sight.maps == scene.sight.maps)
    #expect(try opened.session().text == scene.session().text)
  }

  @Test func brokenStacksAreSentences() throws {
    let text = try StackSceneTests.scene().session().text
    for (old, new, part) in [
      ("\"layers\": 4", "\"layers\": 5", "“layer-5” is missing"),
      ("\"layer-1-kernels\": 4", "\"layer-1-kernels\": 5", "“layer-1-weight” is not valid"),
      ("\"layer-4-channels\": 4", "\"layer-4-channels\": 2", "Layer 4"),
      ("\"maxpool2\"", "\"maxpool90\"", "Layer 3"),
      ("\"maxpool2\"", "\"linear2\"", "“layer-3-notation” is not valid"),
      ("\"unit-2\": [", "\"unit-2\": [-7", "opened"),
    ] {
      #expect(text.contains(old))
      do {
        var state = try State.opened(
          with: Session.scene(
            from: Array(text.replacing(old, with: new, maxReplacements: 1).utf8),
            picture: Load.picture))
        try state.press("left left")
        _ = state.frame()
        #expect(part == "opened")
      } catch {
        #expect(words.sentence(error).contains(part), "\(words.sentence(error))")
      }
    }
  }

  @Test func trainingWithNoiseGoesOnAlike() throws {
    let task = try LearnScene.Task(
      image: CourseExample.bar, targetKernel: CourseExample.edge, noise: 0.3, seed: 4)
    var scene = LearnScene(task, LearnScene.Settings(initialWeight: CourseExample.initialWeight))
    scene.timeline.go(toStep: 7)
    scene.follow()
    var opened = try #require(try reopened(scene) as? LearnScene)
    opened.follow()
    #expect(opened.now.weight == scene.now.weight && opened.now.loss == scene.now.loss)
  }

  @Test func aTrainingIsKeptOtherwise() throws {
    var state = try State.opened(.train)
    try state.press("F")
    #expect(state.prompt == nil && state.notice?.contains("--resume") == true)
    #expect(
      try FigureTests.request("a.json", key: "F").1 == .write(.session, path: "a.json"))
    #expect(try FigureTests.request("a.svg", key: "F").1 == nil)
  }

  @Test func commandsSaveAndOpen() throws {
    let directory = try Directory()
    let call = ["slide", "--padding", "1", "--step", "3"]
    _ = try done(call + ["--save", "s.json"], in: directory)
    let options = ["--print", "--size", "90x26"]
    let text = try done(call + options, in: directory).text
    #expect(try done(["open", "s.json"] + options, in: directory).text == text)
    let saved = try directory.text("s.json")
    #expect(try done(["open", "-"] + options, input: saved).text == text)
    let later = try done(["open", "s.json", "--step", "4"] + options, in: directory).text
    #expect(later.contains("window 4 of 16"))
    try expectMistake(1, call + ["--save", "s.json"], in: directory, says: "already exists")
    try expectMistake(1, call + ["--save", "s.txt"], in: directory, says: "s.json would work")
    try expectMistake(1, ["open", "t.json"], in: directory, says: "no file “t.json”")
    try expectMistake(
      1, ["open", "-"] + options, input: "[1, 2]", says: "It is not a session")
    _ = try done(call + ["--save", "v"], in: directory)
    #expect(try directory.text("v.json") == saved)
    try directory.file("u.json", "[[1, 2], [3, 4]]")
    #expect(try done(["u.json"] + options, in: directory).text.contains("2×2 ⋆ 2×2"))
    let picture = try done(["open", "\(repository)/assets/house.png"] + options)
    #expect(picture.text.contains("sobel-x"))
  }

  @Test func fileBehindASceneIsItsInput() throws {
    let picture = "\(repository)/assets/house.png"
    let options = ["--print", "--size", "80x24"]
    let named = try done(["pool", "--input", picture] + options).text
    #expect(try done(["pool", picture] + options).text == named)
    try expectMistake(1, ["slide", "x.png"] + options, says: "no file “x.png”")
  }
}
