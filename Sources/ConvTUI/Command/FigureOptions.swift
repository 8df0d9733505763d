import ArgumentParser
import Drawing

/// The files to write instead of opening the scene.
struct FigureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a figure and end. The file ending chooses its kind: \(Figure.endings.joined(separator: ", ")).",
      valueName: "file"), completion: .file())
  var figure: String?

  @Flag(help: "Draw the whole screen into the figure, not the drawing alone.")
  var withInterface = false

  @Option(
    help: ArgumentHelp(
      "Write all steps as an animation, an asciicast (.cast), and end.",
      valueName: "file"), completion: .file())
  var record: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The first step of the recording.", valueName: "n"))
  var from: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The last step of the recording.", valueName: "n"))
  var to: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The steps per second of the recording.", valueName: "number"))
  var rate = Recording.usualRate

  @Option(
    help: ArgumentHelp(
      "Save the scene for convtui open, and end.", valueName: "file"), completion: .file())
  var save: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  var isAsked: Bool { figure != nil || record != nil || save != nil }

  func validate() throws {
    guard rate > 0, rate <= Recording.largestRate else {
      throw ValidationError { $0.frameRateOutside(Int(Recording.largestRate)) }
    }
    guard Set(paths).count == paths.count else {
      throw ValidationError(\.filesCollide)
    }
    guard record != nil || (from == nil && to == nil) else {
      throw ValidationError(\.recordMissing)
    }
  }

  /// The files that are named.
  private var paths: [String] {
    [figure, record, save.map(Figure.sessionPath)].compactMap(\.self)
  }

  /// Writes all files that the options name.
  ///
  /// - Parameter depth: The colours of the option.
  func write(_ state: State, depth: ColorDepth?, _ jobs: inout ImmediateJobs) throws {
    try Failure.translating {
      if let figure {
        let files = try state.files(
          of: Figure(figure), at: figure, depth: depth, withInterface: withInterface)
        try FigureFiles.write(files, replaces: force)
      }
      if let save = save.map(Figure.sessionPath) {
        let files = try state.files(of: Figure(save, isSession: true), at: save)
        try FigureFiles.write(files, replaces: force)
      }
      if let record {
        guard (try? Figure(record)) == .recording else { throw FigureError.recordingEnding(record) }
        let recording = try Recording(
          state, from: from, to: to, rate: rate, depth: depth ?? .direct)
        var line = ProgressLine(record)
        let text = recording.text { state in
          jobs.finish(&state)
          line.show(recording.share(at: state.scene.timeline.step))
        }
        line.end()
        try FigureFiles.write(
          [FigureFile(path: record, bytes: Array(text.utf8))], replaces: force)
      }
    }
  }
}
