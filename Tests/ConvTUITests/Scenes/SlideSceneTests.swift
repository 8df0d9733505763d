import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct SlideSceneTests {
  @Test func firstStepShowsNineteenAndHowItComesAbout() throws {
    let text = try State.opened().frame(after: "right").text
    #expect(text.contains("Y[0,0] = 0×0 + 1×1 + 3×2 + 4×3 = 0 + 1 + 6 + 12 = 19"))
    #expect(text.contains("X[0,0]·K[0,0] + X[0,1]·K[0,1] + X[1,0]·K[1,0] + X[1,1]·K[1,1]"))
    #expect(text.contains("window 1 of 4"))
  }

  @Test func partialSumGrowsProductByProduct() throws {
    var state = try State.opened()
    for sum in ["= 0   then", "= 1   then 3×2", "= 7   then 4×3", "= 19"] {
      try state.press(".")
      #expect(state.frame().text.contains(sum))
    }
  }

  @Test func modesThatDoNotFitArePassedOver() throws {
    // Reflect padding of 3 needs four rows, circular three.
    var state = try State.opened()
    try state.press("padding+ padding+ padding+")
    for mode in [PaddingMode.replicate, .circular, .zeros] {
      try state.press("padding-mode+")
      #expect(state.slide?.sliding.options.mode == mode)
    }
  }

  @Test func unknownKernelIsAnsweredWithTheNames() throws {
    let text = try State.opened().frame(after: "k s o b e l - z enter").text
    #expect(text.contains("sobel-x"))
  }

  @Test func everyOutputOfTheChapterIsShownAtTheEnd() throws {
    let text = try State.opened(look: Look(hasBlocks: false)).frame(after: "end").text
    for number in ["19", "25", "37", "43"] { #expect(text.contains(number)) }
    #expect(!text.contains("·  "))
  }

  @Test(arguments: ["tab", "tab tab"])
  func editingIsUndoneAndRedoneExactly(_ panel: String) throws {
    var state = try State.opened()
    try state.press("right . .")
    try state.press(panel)
    let before = state.frame()
    try state.press("e 9 enter")
    let after = state.frame()
    #expect(after != before && after.text.contains("9"))
    try state.press("u")
    #expect(state.frame() == before)
    try state.press("U")
    #expect(state.frame() == after)
  }

  @Test func editChangesTheOutputsThatFollow() throws {
    var state = try State.opened()
    try state.press("end tab up up left left e 1 0 enter")
    #expect(state.slide?.settings.input[0, 0] == 10)
    #expect(state.slide?.output[0, 0] == 19)
    try state.press("right right down down e 1 0 enter")
    #expect(state.slide?.settings.input[2, 2] == 10)
    #expect(state.slide?.output[1, 1] == 49)
  }

  @Test func anythingButANumberIsComplainedAbout() throws {
    var state = try State.opened()
    try state.press("tab e x enter")
    #expect(state.prompt?.complaint?.contains("“x” is not a valid number") == true)
    #expect(state.slide?.settings.input == CourseExample.input)
  }

  @Test func outputsAreNotEdited() throws {
    var state = try State.opened()
    try state.press("tab tab tab e")
    #expect(state.prompt == nil && state.notice == words.outputIsComputed)
  }

  @Test func enterOnAnOutputGoesToItsWindow() throws {
    var state = try State.opened()
    try state.press("tab tab tab down right enter")
    #expect(state.scene.timeline.step == 4)
  }

  @Test func strideAndPaddingAndDilationChangeTheSizes() throws {
    func shape(_ keys: String, stride: Int = 1) throws -> Shape? {
      var state = try State.opened()
      try state.press(keys)
      #expect(state.set("stride", typed: "\(stride)") == nil)
      return state.slide?.output.shape
    }
    #expect(try shape("", stride: 2) == Shape(1, 1))
    #expect(try shape("padding+") == Shape(4, 4))
    #expect(try shape("padding+ padding+ padding-") == Shape(4, 4))
    #expect(try shape("dilation+") == Shape(1, 1))
    #expect(try shape("padding+ dilation+", stride: 2) == Shape(2, 2))
    #expect(try shape("padding+ padding-mode+ padding-mode+") == Shape(4, 4))
  }

  @Test(arguments: [
    ("dilation+", "dilation+", CorrelationOptions(dilation: PerAxis(3)), ["3", "2"]),
    (
      "padding+ padding+ padding-mode+", "padding+",
      CorrelationOptions(padding: PerAxis(3), mode: .reflect), ["3", "2"]
    ),
  ])
  func refusedSettingsSayWhyAndChangeNothing(
    _ before: String, _ key: String, _ wanted: CorrelationOptions, _ numbers: [String]
  ) throws {
    var state = try State.opened()
    try state.press("right")
    try state.press(before)
    let (settings, frame) = (state.slide?.settings, state.frame())
    try state.press(key)
    let notice = try #require(state.notice)
    let error = #expect(throws: GeometryError.self) {
      try Geometry(
        input: CourseExample.input.shape, kernel: CourseExample.kernel.shape, options: wanted)
    }
    #expect(notice == error.map { words.sentence($0) + " The nearest that fits is 2." })
    for number in numbers { #expect(notice.contains(number)) }
    #expect(state.slide?.settings == settings)
    state.notice = nil
    #expect(state.frame() == frame)
  }

  @Test func paddingModesFillTheEdge() throws {
    var state = try State.opened()
    try state.press("padding+ end")
    var corners: [Float] = []
    for _ in PaddingMode.allCases {
      corners.append(state.slide?.output[0, 0] ?? .nan)
      try state.press("padding-mode+")
    }
    // 1·X[−1,0] + 2·X[0,−1] + 3·X[0,0]: zeros, 3 and 1 mirrored, 0 and 0 repeated, 6 and 2 wrapped.
    #expect(corners == [0, 5, 0, 10])
    #expect(state.slide?.settings.sliding.options.mode == .zeros)
  }

  @Test func kernelsComeByNameAndByRows() throws {
    var state = try State.opened()
    try state.press("k 1 , - 1 enter")
    #expect(state.slide?.kernel == CourseExample.edge && state.frame().text.contains("edge-x"))
    try state.press("k s o b e l - x enter")
    #expect(state.slide?.output.shape == Shape(1, 1))
    try state.press("k g a u s s i a n - 5 enter")
    #expect(state.prompt?.complaint?.contains("is larger than the input") == true)
    try state.press("esc u u")
    #expect(state.slide?.kernel == CourseExample.kernel)
  }

  @Test func nextKernelPassesOverThoseThatDoNotFit() throws {
    var state = try State.opened()
    var names: [String] = []
    for _ in 0..<NamedKernel.all.count {
      try state.press("n")
      names.append(state.slide?.kernelName ?? "")
    }
    #expect(names.first == "edge-x" && !names.contains("gaussian-5"))
    try state.press("N")
    #expect(state.slide?.kernelName == names[names.count - 2])
  }

  @Test func shownSumIsTheOutputInThatWindow() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let scene = try SlideScene.random(Shape(5, 6), Shape(3, 2), seed: seed)
      for number in 0..<scene.geometry.windowCount {
        let window = scene.trace.window(number)
        let output = scene.output[window.at.row, window.at.column]
        #expect(abs(scene.trace.value(of: window) - output) < 1e-4)
      }
    }
  }
}
