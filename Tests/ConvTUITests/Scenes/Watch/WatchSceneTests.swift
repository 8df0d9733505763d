import Foundation
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Formats

/// The scene with a job beside it whose every look is waited for; the test writes the files.
struct WatchDesk {
  let directory: Directory
  var state: State
  private var job: WatchJob

  init(size: Size = Size(width: 110, height: 34), look: Look = Look(depth: .none)) throws {
    directory = try Directory(named: "runs")
    state = State.alone(WatchScene([directory.path]), size: size, look: look)
    job = WatchJob([directory.path]) { 0 }
    _ = state.handle(.tick(.zero))
  }

  var scene: WatchScene? { state.scene as? WatchScene }
  var text: String { state.frame().text }

  /// Lets time pass until the next look, and waits for it.
  mutating func look() {
    _ = state.handle(.tick(.milliseconds(600)))
    settle()
  }

  mutating func settle() {
    repeat {
      _ = state.handle(.tick(.zero))
      guard let scene, let order = scene.jobOrder else { return }
      job.take(order)
      while !job.isIdle { job.step(isWatched: false) }
      _ = state.handle(.report(JobReport(for: scene, job.report())))
    } while scene?.isBusy == true
  }

  mutating func press(_ keys: String) throws {
    for word in keys.split(separator: " ") {
      try state.press(String(word))
      settle()
    }
  }

  func append(_ text: String) throws {
    let path = directory.path + "/m.jsonl"
    if !FileManager.default.fileExists(atPath: path) { try directory.file("m.jsonl", "") }
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }
}

struct WatchSceneTests {
  @Test func anEmptyFolderSaysWhatWouldWork() throws {
    var desk = try WatchDesk()
    desk.look()
    #expect(desk.text.contains("No training was found"))
    #expect(desk.text.contains("SummaryWriter"))
  }

  @Test func newStepsAreFollowedUntilOneGoesBack() throws {
    var desk = try WatchDesk()
    try desk.append("{\"step\": 5, \"loss\": 8}\n")
    desk.look()
    #expect(desk.text.contains("step 5, newest") && desk.text.contains("loss"))
    try desk.append("{\"step\": 10, \"loss\": 4}\n{\"step\": 20, \"loss\": 2.5}\n")
    desk.look()
    #expect(desk.scene?.step == 20 && desk.text.contains("2.5"))
    try desk.press("left")
    #expect(desk.scene?.step == 10 && desk.scene?.follows == false)
    try desk.append("{\"step\": 7, \"other\": 1}\n{\"step\": 30, \"loss\": 1}\n")
    desk.look()
    // Also where a step comes in between.
    #expect(desk.scene?.step == 10)
    try desk.press("end")
    #expect(desk.scene?.step == 30)
    try desk.append("{\"step\": 40, \"loss\": 0.5}\n")
    desk.look()
    #expect(desk.scene?.step == 40 && desk.text.contains("step 40, newest"))
  }

  @Test func trainingAndValidationStandInOneChart() throws {
    var desk = try WatchDesk()
    try desk.append("{\"step\": 1, \"train/loss\": 8, \"val/loss\": 9, \"acc\": 0.1}\n")
    try desk.append("{\"step\": 2, \"train/loss\": 6, \"val/loss\": 7, \"acc\": 0.2}\n")
    desk.look()
    #expect(desk.scene?.charts.map(\.name) == ["loss", "acc"])
    #expect(desk.text.contains("train 6") && desk.text.contains("val 7"))
    try desk.press("tab enter")
    #expect(desk.scene?.chart == 1 && desk.scene?.isEnlarged == true)
    #expect(!desk.text.contains("val 7"))
  }

  @Test func kernelsFollowTheCursor() throws {
    var desk = try WatchDesk()
    for step in 0..<3 {
      let value = Float(step + 1)
      let file = Safetensors(entries: [
        .init(name: "conv.weight", dimensions: [1, 1, 2, 2], values: [value, 0, 0, -value])
      ])
      try desk.directory.file("step-\(step).safetensors", file.bytes)
    }
    desk.look()
    try desk.press("v")
    #expect(desk.text.contains("conv.weight  ±3  1×1×2×2") && desk.text.contains("±3"))
    try desk.press("left left")
    #expect(desk.text.contains("±1") && desk.scene?.step == 0)
  }

  /// Digits lead to it and away from it, where it was started.
  @Test func itsDigitLeadsToIt() throws {
    var scenes = try SceneKind.examples()
    scenes.append(WatchScene([]))
    var state = State(
      scenes: scenes, current: scenes.count - 1, look: Look(depth: .none), size: .standard)
    try state.press("1")
    #expect(state.scene.kind == .slide)
    try state.press("9")
    #expect(state.scene.kind == .watch)
    var without = try State.opened()
    try without.press("9")
    #expect(without.scene.kind == .slide && without.notice != nil)
  }

  @Test func itLooksAsItWasReviewed() throws {
    var desk = try WatchDesk(look: Look())
    for step in 0..<60 {
      let loss = 4 / Double(step + 1)
      try desk.append(
        "{\"step\": \(step * 10), \"train/loss\": \(loss), \"val/loss\": \(loss + 0.2), \"acc\": \(1 - loss / 4)}\n"
      )
    }
    // The training goes back once.
    for step in 40..<50 { try desk.append("{\"step\": \(step * 10), \"train/loss\": 0.03}\n") }
    for step in 0..<4 {
      let values = (0..<36).map { Float(($0 * 7 + step * 5) % 13) - 6 }
      let file = Safetensors(entries: [
        .init(name: "conv1.weight", dimensions: [4, 1, 3, 3], values: values)
      ])
      try desk.directory.file("step-\(step * 100).safetensors", file.bytes)
    }
    desk.look()
    Golden(name: "watch", frame: desk.state.frame()).check()
    try desk.press("v left")
    Golden(name: "watch-kernels", frame: desk.state.frame()).check()
  }

  @Test func aNaNIsAnAlarm() throws {
    var desk = try WatchDesk()
    try desk.append("{\"step\": 1, \"loss\": 8}\n{\"step\": 2, \"loss\": NaN}\n")
    desk.look()
    #expect(desk.text.contains("1 alarm"))
    try desk.press("v v")
    #expect(desk.text.contains("NaN first at step 2"))
  }

  @Test func anAlarmLeadsToItsStep() throws {
    var desk = try WatchDesk()
    for step in 0..<50 {
      let loss = step == 30 ? "NaN" : "\(9 - Double(step) / 10)"
      try desk.append("{\"step\": \(step), \"acc\": 1, \"loss\": \(loss)}\n")
    }
    desk.look()
    #expect(desk.text.contains("1 alarm, a shows"))
    try desk.press("a")
    #expect(desk.scene?.view == .alarms && desk.text.contains("▸ ▲ loss"))
    try desk.press("enter")
    #expect(desk.scene?.view == .scalars && desk.scene?.step == 30)
    #expect(desk.text.contains("This is loss at step 30."))
    // And back.
    try desk.press("a")
    #expect(desk.scene?.view == .alarms)
    try desk.press("a")
    #expect(desk.scene?.view == .scalars)
  }

  @Test func whatAHostileCheckpointAskedForIsNamedAndALostFileToldOf() throws {
    var desk = try WatchDesk()
    try desk.directory.file("step-1.pt", WatchedSample.bytes("torch/hostile.pt"))
    try desk.append("{\"step\": 1, \"loss\": 8}\n")
    desk.look()
    #expect(!desk.text.contains("gone"))
    try desk.press("a")
    #expect(desk.text.contains("It asks to call") && desk.text.contains("convtui calls nothing"))
    try FileManager.default.removeItem(atPath: desk.directory.path + "/m.jsonl")
    desk.look()
    try desk.press("a")
    #expect(desk.text.contains("1 file is gone or unreadable, a shows"))
  }

  @Test func stepsAreFoundByTheirNumbers() throws {
    var desk = try WatchDesk()
    for step in 0..<50 { try desk.append("{\"step\": \(step * 100), \"loss\": 1}\n") }
    desk.look()
    try desk.press("g")
    #expect(desk.text.contains("(0–4900)"))
    try desk.press("2 3 5 0 enter")
    #expect(desk.scene?.step == 2300)
  }

  /// What is no number of a training is shown as it was printed.
  @Test func whatAProgramPrintedStandsBelowTheCharts() throws {
    func text(_ printed: String, _ size: Size) throws -> String {
      var tree = RunTree(["-"])
      let met = tree.number(of: "-", place: "-", root: 0)
      let number = try #require(met)
      tree.take(Array(printed.utf8), at: 0, of: number)
      var scene = WatchScene(["-"])
      scene.receive(
        WatchReport(
          tree: tree, findings: WatchFindings(tree), look: 0, isSettled: true, now: 0,
          inputEnded: true, values: [:], norms: [:]))
      return try State.opened(with: scene, size: size, look: Look(depth: .none)).frame().text
    }
    let size = Size(width: 80, height: 24)
    let both = try text("step 1: loss 0.5\nsaved\nstep 2: loss 0.25\nout of \u{1B}[31mmemory", size)
    #expect(both.contains("0.25") && both.contains("saved") && both.contains("out of memory"))
    #expect(both.contains("the program's output has ended"))
    #expect(try text("Traceback\n", size).contains("Nothing printed so far is a number"))
    #expect(try text("Traceback\n", size).contains("Traceback"))
  }

  /// Every size and view draws, and cells outside stay as they are.
  @Test(arguments: ["40x12", "80x24", "200x60"], [ColorDepth.none, .direct])
  func everySizeDraws(_ size: String, _ depth: ColorDepth) throws {
    let size = try #require(FrameSize(argument: size)).size
    var desk = try WatchDesk(size: size, look: Look(depth: depth))
    for step in 0..<400 {
      try desk.append("{\"step\": \(step), \"loss\": \(1 / Double(step + 1)), \"acc\": 0.5}\n")
    }
    desk.look()
    for keys in ["", "left", "v", "v", "v", "enter", "?", "esc", "s", "esc"] {
      try desk.press(keys)
      #expect(desk.state.frame().size == size)
    }
    #expect(desk.text.contains("loss"))
  }

  @Test func timesStandBelowTheAxis() throws {
    var desk = try WatchDesk()
    try desk.directory.file(
      "events.out.tfevents.1.a", WatchedSample.bytes("events/torch.tfevents"))
    desk.look()
    try desk.press("axis+")
    #expect(desk.scene?.axis == .time && desk.text.contains(" s"))
  }

  @Test func whatIsSaidIsSaidInChineseWithTheSameNumbers() throws {
    var desk = try WatchDesk()
    try desk.append("{\"step\": 1, \"loss\": 8}\n{\"step\": 2, \"loss\": NaN}\n")
    desk.look()
    let scene = try #require(desk.scene)
    let chinese = Words(language: .chinese)
    #expect(scene.about(words).count == scene.about(chinese).count)
    for alarm in try #require(scene.report).findings.alarms {
      #expect(chinese.sentence(alarm).contains("\(alarm.step)"))
    }
    #expect(WatchCode.text(words) != WatchCode.text(chinese))
  }
}
