import ArgumentParser
import Drawing

/// The files to write instead of opening the scene.
struct FigureOptions: ParsableArguments {
  @Option(
    help: .say(
      "Write a figure and end. The file ending chooses its kind: \(Figure.endings.joined(separator: ", ")).",
      "写出插图，然后结束。文件扩展名决定其种类：\(Figure.endings.joined(separator: "、"))。", value: "file"),
    completion: .file())
  var figure: String?

  @Flag(
    help: .say(
      "Draw the whole screen into the figure, not the drawing alone.",
      "把整个屏幕画进插图，而不只是图形本身。"))
  var withInterface = false

  @Option(
    help: .say(
      "Write all steps as an animation, an asciicast (.cast), and end.",
      "把所有步写成动画（asciicast，.cast），然后结束。", value: "file"), completion: .file())
  var record: String?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The first step of the recording.",
      "录制的第一步。", value: "n"))
  var from: Int?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The last step of the recording.",
      "录制的最后一步。", value: "n"))
  var to: Int?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The steps per second of the recording.",
      "录制中每秒的步数。", value: "number"))
  var rate = Recording.usualRate

  @Option(
    help: .say(
      "Save the scene for convtui open, and end.",
      "保存场景，供 convtui open 打开，然后结束。", value: "file"), completion: .file())
  var save: String?

  @Flag(
    help: .say(
      "Replace a file that exists.",
      "替换已存在的文件。"))
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
