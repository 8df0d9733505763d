import Benchmark
import ConvTUI
import Drawing

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock], timeUnits: .microseconds, warmupIterations: 3,
    maxDuration: .seconds(2), maxIterations: 1000)
  for size in [Size(width: 100, height: 30), Size(width: 200, height: 60)] {
    textFrame(size)
    training(size)
    for scene in ["slide", "learn"] {
      stateToFrame(scene, size)
      frameToScreen(scene, size)
    }
    everyCell(size)
    for lesson in ["cross-correlation", "learning", "transposed"] { steps(of: lesson, size) }
  }
}

/// A frame that is all text.
private func textFrame(_ size: Size) {
  let line = String(repeating: "0123456789", count: size.width / 10)
  Benchmark("text -> frame, \(size.label)") { benchmark in
    for _ in benchmark.scaledIterations {
      var frame = Frame(size)
      for row in 0..<size.height { frame.write(line, at: Point(row: row, column: 0), Style()) }
      blackHole(frame)
    }
  }
}

/// What a scene takes to be drawn, as it is and after a step.
private func stateToFrame(_ scene: String, _ size: Size) {
  let example = Example.inTheMiddle(of: scene, size)
  let name = "\(scene) -> frame, \(size.label)"
  Benchmark("\(name), nothing changed") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(example.frame()) }
  }
  Benchmark("\(name), one step") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(example.afterAStep.frame()) }
  }
}

/// What the first step of a lesson takes, from its file to its frame, and what the key takes that shows the
/// next step.
private func steps(of lesson: String, _ size: Size) {
  Benchmark("lesson \(lesson) -> first frame, \(size.label)") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(Example(lesson: lesson, size: size).frame()) }
  }
  let first = Example(lesson: lesson, size: size)
  Benchmark("lesson \(lesson) -> frame, \(size.label), next step") { benchmark in
    for _ in benchmark.scaledIterations {
      var example = first
      example.nextInLesson()
      blackHole(example.frame())
    }
  }
}

/// A training after a batch and after the next one; the batch itself is not in the figures.
private func training(_ size: Size) {
  let example = Example.inTheMiddle(of: "train", size)
  Benchmark("train -> frame, \(size.label)") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(example.frame()) }
  }
  showing(
    "train frame -> screen, \(size.label), one batch",
    [example.frame(), example.afterAStep.frame()])
}

/// What a scene's frame takes to be shown where the same one is shown, and where the step before is.
private func frameToScreen(_ scene: String, _ size: Size) {
  let example = Example.inTheMiddle(of: scene, size)
  let name = "\(scene) frame -> screen, \(size.label)"
  // Equal, yet drawn anew, as the program does: no frame is known by its address.
  showing("\(name), nothing changed", [example.frame(), example.frame()])
  showing("\(name), one step", [example.frame(), example.afterAStep.frame()])
}

/// What a frame takes to be shown of which no cell is as it was.
private func everyCell(_ size: Size) {
  let digits: [Character] = Array("0123456789")
  let frames = [0, 1].map { turn in
    var frame = Frame(size)
    for row in 0..<size.height {
      for column in 0..<size.width {
        let index = row * size.width + column
        let color = UInt8(truncatingIfNeeded: index / 3 + 128 * turn)
        let background = Color(red: color, green: 96, blue: 255 - color)
        frame[row, column] = Cell(
          glyph: digits[(index + turn) % 10], style: Style(background: background))
      }
    }
    return frame
  }
  showing("frame -> screen, \(size.label), every cell changed", frames)
}

/// Shows two frames in turn on a screen in direct colour that nobody sees; the way to the main
/// actor and back is in the figures.
private func showing(_ name: String, _ frames: [Frame]) {
  Benchmark(name) { benchmark in
    await MainActor.run {
      let screen = HiddenScreen.shared(frames[0].size)
      screen.show(frames[1])
      screen.show(frames[0])
    }
    benchmark.startMeasurement()
    await MainActor.run { HiddenScreen.shared(frames[0].size).show(frames[1]) }
    benchmark.stopMeasurement()
  }
}

extension Example {
  /// A scene two steps in.
  fileprivate static func inTheMiddle(of scene: String, _ size: Size) -> Example {
    let example = Example(scene: scene, size: size).afterAStep.afterAStep
    precondition(example.afterAStep.frame() != example.frame())
    return example
  }

  fileprivate var afterAStep: Example {
    var example = self
    example.step()
    return example
  }
}

extension Size {
  fileprivate var label: String { "\(width)×\(height)" }
}
