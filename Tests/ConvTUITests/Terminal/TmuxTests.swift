import Testing

/// The built program in tmux: what a person sees.
@Suite(
  .enabled(if: BuiltBinary.path != nil, "the program is not built"),
  .enabled(if: Tmux.path != nil, "tmux is not installed"))
struct TmuxTests {
  @Test func everySceneIsSeen() throws {
    let tmux = try Tmux([BuiltBinary.path!], width: 80, height: 24)
    #expect(try tmux.shows("4 windows"))
    try tmux.send("Right")
    #expect(try tmux.shows("Y[0,0] = 0×0 + 1×1 + 3×2 + 4×3 = 0 + 1 + 6 + 12 = 19"))
    try tmux.send("2", "Right", "Right")
    #expect(try tmux.shows("left is bright, right is dark"))
    try tmux.send("End")
    #expect(try tmux.shows("2 vertical edges"))
    try tmux.send("3", "End")
    #expect(try tmux.shows("epoch 10, loss 0.140"))
    try tmux.send("4")
    #expect(try tmux.shows("Will the results differ?"))
    try tmux.send("5")
    #expect(
      try tmux.shows("Which pixels does layer 1 [0,0] see?")
    )
    try tmux.send("End")
    #expect(try tmux.shows("9 of 9 pixels (100 %)"))
    try tmux.send("7", "Right", "Tab")
    #expect(try tmux.shows("X[14,14]"))
    #expect(try tmux.shows("map 1 of 5"))
    try tmux.send("Enter")
    #expect(try tmux.shows("sobel-x on rows"))
    try tmux.send("q")
    #expect(tmux.ends())
  }

  @Test func aStackIsSeen() throws {
    let tmux = try Tmux(
      [BuiltBinary.path!, "maps", "--layers", "conv:sobel-x:p1, relu, maxpool2, conv:box"],
      width: 80, height: 24)
    #expect(try tmux.shows("The image goes through 4 layers"))
    try tmux.send("End")
    #expect(try tmux.shows("layer 4 of 4"))
    try tmux.send("z", "z", "Tab", "Up", "Enter")
    #expect(try tmux.shows("layer 4, box["))
    try tmux.send("Escape", "Escape", "Z", "Z", "Left")
    #expect(try tmux.shows("the largest number in its window"))
    try tmux.send("q")
    #expect(tmux.ends())
  }

  @Test func screenFollowsItsSizeAndFillsIt() throws {
    let tmux = try Tmux([BuiltBinary.path!, "learn"], width: 80, height: 24)
    #expect(try tmux.shows("step 0 of 10"))
    for (width, height) in [(120, 40), (40, 12), (200, 60), (80, 24)] {
      try tmux.resize(width: width, height: height)
      try tmux.send("Right")
      try tmux.send("Left")
      #expect(try tmux.shows("step 0 of 10"))
      #expect(try tmux.shows("quit", onLine: height - 1), "at \(width)×\(height)")
    }
    try tmux.resize(width: 30, height: 9)
    #expect(try tmux.shows("convtui needs 40×12"))
    try tmux.send("q")
    #expect(tmux.ends())
  }

  @Test func coloursHave24Bits() throws {
    let tmux = try Tmux([BuiltBinary.path!], width: 110, height: 34)
    #expect(try tmux.shows("4 windows"))
    #expect(try tmux.shows("48;2;", withColours: true))
    try tmux.send("q")
    #expect(tmux.ends())
  }
}
