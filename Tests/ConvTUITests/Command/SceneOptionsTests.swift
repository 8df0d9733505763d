import Foundation
import TestSupport
import Testing

@testable import ConvTUI

struct SceneOptionsTests {
  static let scenes = ["slide", "edges", "learn", "flip", "field"]

  @Test(arguments: scenes, ["1x1", "7x3", "40x12", "100x30", "200x60"])
  func frameHasItsHeightAndNoLineIsTooWide(_ scene: String, _ size: String) throws {
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    let text = try done([scene, "--print", "--size", size]).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.last == "")
    #expect(lines.count - 1 == numbers[1])
    #expect(lines.allSatisfy { $0.cellWidth <= numbers[0] })
    #expect(
      !text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
  }

  @Test(arguments: scenes)
  func sizeIsOneHundredTimesThirtyWhereNotGiven(_ scene: String) throws {
    let usual = try done([scene, "--print"]).text
    #expect(try done([scene, "--print", "--size", "100x30", "--step", "0"]).text.count > 0)
    #expect(usual.filter { $0 == "\n" }.count == 30)
  }

  /// An option of a scene is the setting of the same thing.
  @Test(arguments: [
    ("slide --padding 1", "padding=1"), ("slide --stride 1,2", "stride=1,2"),
    ("slide --dilation 2", "dilation=2"),
    ("slide --padding-mode circular", "padding-mode=circular"),
    ("slide --bias -0.5", "bias=-0.5"), ("slide --flip", "turned=on"),
    ("slide --view matrix", "view=matrix"), ("slide --kernel 1,0", "kernel=1,0"),
    ("edges --kernel sobel-x", "kernel=sobel-x"), ("edges --padding 1", "padding=1"),
    ("flip --bias 2", "bias=2"), ("pool --window 3", "size=3"), ("pool --ceil", "ceil=on"),
    ("pool --stride 1", "stride=1"), ("pool --shift right", "shift=right"),
    ("learn --lr 0.05", "learning-rate=0.05"), ("learn --optimizer adam", "optimizer=adam"),
    ("learn --weight-decay 0.1", "weight-decay=0.1"), ("learn --reduction mean", "reduction=mean"),
    ("learn --view surface", "view=surface"), ("field --input-size 5", "input-size=5"),
    ("field --layers conv2,pool2:s1", "layers=conv2,pool2:s1"),
    ("train --view layers", "view=layers"),
    ("train --lr 0.01", "learning-rate=0.01"),
    ("train --optimizer sgd --lr 0.002", "optimizer=sgd"),
  ])
  func optionsAndSettingsAgree(_ option: String, _ setting: String) throws {
    let words = option.split(separator: " ").map(String.init)
    // After a step, so that what is learned from differs too.
    let rest = ["--print", "--step", "1"]
    let usual = try done([words[0]] + rest).text
    let wanted = try done(words + rest).text
    #expect(wanted != usual)
    // A training marks the batch at which a setting was changed.
    let set = try done([words[0], "--set", setting] + rest).text
    #expect(set.replacing("▲", with: "─") == wanted)
  }

  @Test func withoutSubcommandItIsSlide() throws {
    let slide = try done(["slide", "--print"]).text
    #expect(try done(["--print"]).text == slide)
    #expect(try done(["--print", "--step", "1"]).text.contains("19"))
  }

  @Test func stepIsANumberOfStepsDone() throws {
    let start = try done(["slide", "--print"]).text
    let first = try done(["slide", "--print", "--step", "1"]).text
    #expect(try done(["slide", "--print", "--step", "0"]).text == start)
    #expect(!start.contains("= 19") && first.contains("19"))
    #expect(first.contains("window 1 of 4"))
    let last = try done(["slide", "--print", "--step", "4"]).text
    #expect(last.contains("43"))
    #expect(try done(["slide", "--print", "--step", "999999999"]).text == last)
  }

  @Test func learnIsPrintedAfterItsSteps() throws {
    let text = try done(["learn", "--print", "--step", "10"]).text
    #expect(text.contains("step 10 of 10"))
    #expect(text.contains("0.948") || text.contains("0.9478"))
  }

  @Test func keysArePressedInOrder() throws {
    let stepped = try done(["slide", "--print", "--step", "2"]).text
    #expect(try done(["slide", "--print", "--keys", "right right"]).text == stepped)
    #expect(try done(["slide", "--print", "--keys", "right right right left"]).text == stepped)
    #expect(try done(["slide", "--print", "--keys", ""]).text == done(["slide", "--print"]).text)
    // A minus is a key, not an option.
    #expect(try done(["slide", "--print", "--keys", "- right right"]).lines.count > 1)
    #expect(try done(["slide", "--print", "--keys", "-"]).lines.count > 1)
  }

  @Test func colourIsNoneOrTakesEscapesOfItsDepth() throws {
    func text(_ color: String) throws -> String {
      try done(["slide", "--print", "--step", "1", "--color", color]).text
    }
    let plain = try text("none")
    #expect(try done(["slide", "--print", "--step", "1"]).text == plain)
    let escape = #/\u{1B}\[[0-9;]*m/#
    for (color, part) in [("16", "\u{1B}["), ("256", "8;5;"), ("true", "8;2;")] {
      let colored = try text(color)
      #expect(colored.contains(part), "\(color)")
      let stripped = colored.replacing(escape, with: "")
      #expect(!stripped.contains("\u{1B}"))
      #expect(
        stripped.filter { $0 == "\n" }.count == 30, "one line for each row, escapes left out")
    }
    #expect(try !text("16").contains("8;5;") && !text("256").contains("8;2;"))
  }

  @Test func filesAreDrawnInEveryScene() throws {
    let image = "\(repository)/assets/house.png"
    for scene in ["slide", "edges", "flip"] {
      let text = try done([scene, "--print", "--input", image, "--kernel", "-1,1"]).text
      #expect(text.filter { $0 == "\n" }.count == 30)
    }
    #expect(try done(["learn", "--print", "--image", image]).lines.count > 1)
  }

  @Test func numbersThatAreNoneAreDrawn() throws {
    for scene in ["slide", "edges", "flip"] {
      let arguments = [scene, "--print", "--step", "2", "--input", "-", "--kernel", "nan,-inf"]
      #expect(try done(arguments, input: "nan,inf\n-inf,1\n").lines.count > 1)
    }
  }

  @Test(arguments: [
    (["--size", "0x0"], "1 to 1000"), (["--size", "100"], "1 to 1000"),
    (["--size", "-1x3"], "1 to 1000"), (["--size", "1000000x1000000"], "1 to 1000"),
    (["--size", "99999999999999999999x1"], "1 to 1000"), (["--step", "-1"], "0 to 999999999"),
    (["--step", "9223372036854775807"], "0 to 999999999"),
    (["--step", "99999999999999999999"], "to 999999999"),
    (["--step", "two"], "0 (the start)"), (["--color", "8000"], "'256' or 'true'"),
    (["--theme", "grey"], "'dark' and 'light'"), (["--nothing"], "--nothing"),
  ])
  func wrongUsageSaysWhatWouldWork(_ arguments: [String], _ part: String) throws {
    let scene = SceneOptionsTests.scenes[part.count % SceneOptionsTests.scenes.count]
    try expectMistake(64, [scene, "--print"] + arguments, says: part)
  }

  @Test func wordThatIsNoKeyIsNamed() throws {
    try expectMistake(
      1, ["slide", "--print", "--keys", "right foo"], says: "“foo” is not a key", "pgdn")
    try expectMistake(1, ["slide", "--print", "--keys", "\u{1B}[2J"], says: "is not a key")
  }

  @Test func tensorOfSeveralPlanesIsRefusedByName() throws {
    let directory = try Directory()
    try directory.file("x.json", "[[[[1, 2]]], [[[3, 4]]]]")
    for scene in ["slide", "edges", "flip"] {
      try expectMistake(
        1, [scene, "--print", "--input", "x.json"], in: directory,
        says: "“x.json” is 2×1×1×2", "a matrix is needed")
      try expectMistake(
        1, [scene, "--print", "--kernel", "x.json"], in: directory, says: "“x.json” is 2×1×1×2")
    }
  }

  @Test func standardInputIsReadOnce() throws {
    for scene in ["slide", "edges", "flip"] {
      try expectMistake(
        64, [scene, "--print", "--input", "-", "--kernel", "-"], input: "1\n",
        says: "Standard input can be read only once")
    }
  }
}
