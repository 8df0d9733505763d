import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// What h hides where a network or a kernel learns, and in maps.
struct HiddenResultsTests {
  private static let size = Size(width: 110, height: 34)

  @Test func learnHidesWhatFollowsFromTheKernel() throws {
    let state = try State.opened(.learn, look: Look(depth: .none))
    let shown = try state.frame(after: "right right right").text
    let hidden = try state.frame(after: "right right right h").text
    for result in ["−.49", "6.8621", "0.03·6.8621"] {
      #expect(shown.contains(result) && !hidden.contains(result), "\(result)")
    }
    // What is given, and what the chapter has printed so far.
    for given in ["0.8518", "epoch 2, loss 12.452", "4: ?"] {
      #expect(hidden.contains(given), "\(given)")
    }
  }

  @Test func edgesHidesWhatTheKernelFinds() throws {
    let state = try State.opened(.edges, size: Self.size)
    #expect(try state.frame(after: "end").text.contains("K compares left and right"))
    #expect(try !state.frame(after: "end h").text.contains("K compares left and right"))
  }

  @Test(arguments: ["", "pgdn", "pgdn pgdn"])
  func backwardHidesTheResultOfAStage(_ stage: String) throws {
    let state = try State.opened(.learn, size: Self.size)
    let keys = "v v right . \(stage) ."
    // What the next window adds is to be worked out in any case.
    func hiddenLines(_ keys: String) throws -> [Substring] {
      try state.frame(after: keys).text.split(separator: "\n").filter {
        ($0.contains("= ?") || $0.contains("≈ ?")) && !$0.contains("next ")
      }
    }
    let (shown, hidden) = (try hiddenLines(keys), try hiddenLines(keys + " h"))
    #expect(shown.isEmpty && !hidden.isEmpty)
  }

  @Test func mapsHideTheNumberOfAMapAndKeepThatOfThePicture() throws {
    let state = try State.opened(
      with: MapsExample.scene(MapsExample.picture(16, 16)), size: Self.size)
    let hidden = try state.frame(after: "right tab h").text
    #expect(hidden.contains("] = ?"))
    let own = try state.frame(after: "tab h").text
    #expect(own.contains("X[") && !own.contains("= ?"))
  }

  @Test func aStackHidesTheSumThatIsTakenApart() throws {
    var state = try State.opened(with: StackSceneTests.scene(), size: Self.size)
    try state.press("end tab enter")
    #expect(!state.frame().text.contains("= ?"))
    #expect(try state.frame(after: "h").text.contains("= ?"))
  }

  @Test(arguments: ColorDepth.allCases)
  func trainHidesWhatTheNetworkSays(_ depth: ColorDepth) throws {
    var desk = try TrainingDesk(try .small(), size: Self.size, look: Look(depth: depth))
    // Before the first batch nothing is predicted yet.
    #expect(desk.state.frame().text.contains("prediction ?"))
    try desk.press("right")
    let shown = desk.state.frame().text
    try desk.press("h")
    let hidden = desk.state.frame().text
    #expect(!shown.contains("prediction ?") && hidden.contains("prediction ?"))
    #expect(!hidden.contains("✓") && !hidden.contains("✗"))
    try desk.press("h")
    #expect(desk.state.frame().text == shown)
  }
}
