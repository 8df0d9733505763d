import Drawing
import Formats

/// A scene's timeline as an asciicast: what a terminal is sent, and when.
///
/// First comes a whole frame, then what changes from step to step; a marker stands where a row
/// begins. The same scene gives the same
/// bytes.
///
/// Source: *asciicast v2 file format*, docs.asciinema.org.
struct Recording {
  let state: State
  let depth: ColorDepth
  /// The steps to show.
  let steps: ClosedRange<Int>
  /// The steps in a second.
  let rate: Double

  /// The most steps that a recording holds.
  static let mostSteps = 10_000
  /// The fastest that it plays.
  static let largestRate = 1000.0
  /// The default rate.
  static let usualRate = 2.0

  /// - Parameters:
  ///   - steps: The whole timeline where it is nil.
  ///   - rate: From above 0 to `largestRate`.
  /// - Throws: `FigureError` where there are no such steps, or too many.
  init(
    _ state: State, from: Int? = nil, to: Int? = nil, rate: Double = usualRate,
    depth: ColorDepth = .direct
  ) throws(FigureError) {
    let timeline = state.scene.timeline
    let last = to ?? timeline.length
    let first = from ?? 0
    let end = timeline.end / timeline.parts
    guard 0 <= first, first <= last, last <= end else {
      throw .steps(from: first, to: last, end: end)
    }
    guard last - first <= Recording.mostSteps else { throw .tooManySteps(last - first) }
    self.state = state.colored(depth)
    self.depth = depth
    self.rate = rate
    steps = first...last
  }

  /// The file's lines.
  ///
  /// - Parameter finish: Waits for all that a scene has begun.
  func text(_ finish: (inout State) -> Void) -> String {
    let size = state.size
    let header = JSON.object([
      ("version", .number(2)), ("width", .number(size.width)), ("height", .number(size.height)),
      ("env", .object([("TERM", .text("xterm-256color"))])),
    ])
    var text = header.text() + "\n"
    var state = state
    var seen: Frame?
    for step in steps {
      state.show(step: step)
      finish(&state)
      let frame = state.frame()
      let start = seen == nil ? "\u{1B}[?25l\u{1B}[2J" : ""
      let change = start + Export.changes(from: seen, to: frame, depth: depth)
      if let chapter = state.scene.chapter(Words.ofFiles) {
        text += line("m", chapter, at: step - steps.lowerBound)
      }
      if !change.isEmpty { text += line("o", change, at: step - steps.lowerBound) }
      seen = frame
    }
    return text
  }

  /// How much of it is there after a step, in 0...1.
  func share(at step: Int) -> Double {
    Double(step + 1 - steps.lowerBound) / Double(steps.count)
  }

  /// A line of the file: output, or a marker that a player jumps to.
  private func line(_ kind: String, _ output: String, at step: Int) -> String {
    let microseconds = Int((Double(step) / rate * 1e6).rounded())
    let fraction = String(microseconds % 1_000_000)
    let zeros = String(repeating: "0", count: 6 - fraction.count)
    let time = JSON.number("\(microseconds / 1_000_000).\(zeros)\(fraction)")
    return JSON.list([time, .text(kind), .text(output)]).text() + "\n"
  }
}
