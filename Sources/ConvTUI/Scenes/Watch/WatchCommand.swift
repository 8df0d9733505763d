import ArgumentParser
import Formats
import Glibc

struct WatchCommand: SceneCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: Words.ofProcess.say("Follows a real training.", "跟踪真实的训练。"),
    discussion: Words.ofProcess.say(
      """
      It reads what a training writes, while it goes on or after its end: event files of TensorBoard, \
      lines of JSON, CSV tables, printed logs, and checkpoints as .safetensors, .npz, .npy or of \
      PyTorch. It finds them in a folder and in the folders below it. - is what a program prints, as in \
      python train.py 2>&1 | convtui watch -. It never writes, executes nothing in a file, and follows \
      no link that leads out of the folder.

      convtui watch -- python train.py starts a program and reads what it prints; it reads no keys. \
      Quitting the screen does not end the program: what it prints then goes to the terminal, Ctrl-C \
      goes to it, and its exit status is passed on. Where the terminal is closed, or convtui is told to \
      end, so is the program.

      Values at steps that a training went back to and wrote anew are superseded: they are dimmed, and \
      in --list they stand behind a plus sign.
      """,
      """
      读取训练正在写出或已经写完的内容：TensorBoard 的事件文件、JSON 行、CSV 表格、打印的日志，以及 \
      .safetensors、.npz、.npy 或 PyTorch 的检查点。会在文件夹及其下级文件夹中查找。- 表示程序打印的\
      内容，如 python train.py 2>&1 | convtui watch -。它从不写入，不执行文件中的任何内容，也不跟随指向\
      文件夹之外的链接。

      convtui watch -- python train.py 启动一个程序并读取它打印的内容；它不读取按键。退出屏幕不会结束\
      程序：此后它打印的内容显示在终端上，Ctrl-C 发给它，它的退出状态原样传出。终端关闭或 convtui 被要求\
      结束时，程序也一同结束。

      训练退回并重写的步上，旧值被取代：它们变暗，在 --list 中列在加号之后。
      """))

  @Argument(
    help: .say(
      "Folders and files; - is standard input. The default is the present folder.",
      "文件夹和文件；- 为标准输入。默认为当前文件夹。"),
    completion: .file())
  var paths: [String] = []

  @Flag(
    help: .say(
      "List the tags of all runs: kind, number of values, last step and last value.",
      "列出所有运行的标签：种类、值的个数、最后一步和最后的值。"))
  var list = false

  @Option(
    help: .say(
      "Print the values of a scalar as CSV: a tag, or a regular expression.",
      "把一个标量的值打印为 CSV：标签或正则表达式。", value: "tag"))
  var csv: String?

  @Option(
    help: .say(
      "Print the values of a tag of any kind as lines of JSON; of an image its pixels.",
      "把任何种类标签的值打印为 JSON 行；图像打印其像素。", value: "tag"))
  var json: String?

  @Option(
    name: .customLong("run"),
    help: .say(
      "Only runs whose name has this regular expression in it.",
      "只取名称匹配此正则表达式的运行。", value: "regex"))
  var runs: String?

  @Option(
    name: .customLong("filter"),
    help: .say(
      "Only tags whose name has this regular expression in it.",
      "只取名称匹配此正则表达式的标签。", value: "regex"))
  var tags: String?

  @Flag(
    help: .say(
      "Read what is there, and end: without --print this lists it.",
      "读取现有内容后结束：不带 --print 时列出它们。"))
  var once = false

  @Flag(
    name: .customLong("help-code"),
    help: .say(
      "Print the lines of Python that make a program write what is watched.",
      "打印让程序写出所跟踪内容的 Python 代码。"))
  var helpCode = false

  @Flag(
    name: .customLong("alarm-exit"),
    help: .say(
      "End with status 3 where a value is not finite or a loss diverges.",
      "如果有值不是有限数，或损失发散，以状态 3 结束。"))
  var alarmExit = false

  @Option(
    help: .say(
      "The last step of the training, for the time that is left.",
      "训练的最后一步，用于估计剩余时间。", value: "n"))
  var total: Int64?

  @Flag(
    help: .say(
      "Ring the terminal's bell once for each alarm that comes while the screen is open.",
      "屏幕打开期间每出现一个新警报，终端响铃一次。"))
  var bell = false

  @Option(
    help: .say(
      "The view: scalars, kernels, images, histograms, text, hparams or alarms.",
      "视图：scalars（标量）、kernels（卷积核）、images（图像）、histograms（直方图）、text（文字）、hparams（超参数）或 alarms（警报）。",
      value: "name"),
    completion: .views(of: .watch), transform: SceneKind.watch.view(named:))
  var view = SceneView.scalars

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var sharing: ShareOptions
  @OptionGroup var scene: SceneOptions

  @Option(
    parsing: .remaining,
    help: .say(
      "A program to start and watch, and its arguments; -- is short for it.",
      "要启动并跟踪的程序及其参数；可简写为 --。", value: "words"))
  var program: [String] = []

  /// The arguments with the option for a program in place of `--`, behind which the parser would look
  /// for more paths.
  static func withProgram(_ arguments: [String]) -> [String] {
    guard arguments.first == configuration.commandName, let place = arguments.firstIndex(of: "--")
    else { return arguments }
    return arguments[..<place] + ["--program"] + arguments[(place + 1)...]
  }

  /// The same path twice would be the same runs twice.
  private var roots: [String] {
    var roots: [String] = []
    let paths = program.isEmpty ? paths.isEmpty ? ["."] : paths : paths + ["-"]
    for path in paths {
      var path = path
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      if !roots.contains(path) { roots.append(path) }
    }
    return roots
  }

  @MainActor func run() async throws {
    if helpCode { return try Output.say(WatchCode.text(.ofProcess)) }
    let selection = try WatchSelection(run: runs, tag: tags)
    for root in roots where root != "-" && access(root.systemPath, F_OK) != 0 {
      throw Failure(FileError.missing(path: root))
    }
    let isText =
      list || csv != nil || json != nil
      || (!endsByItself && (once || isatty(STDOUT_FILENO) == 0))
    let waits = isText || endsByItself
    guard !program.isEmpty else {
      let input = roots.contains("-") ? InputStream(waits: waits) : nil
      return try await follow(selection, input, isText: isText)
    }
    let watched = try WatchedProgram(program, waits: waits)
    var signal: Int32?
    do {
      try await follow(selection, watched.input, isText: isText)
    } catch let code as ExitCode where !isText && code.rawValue > 128 {
      signal = code.rawValue - 128
    }
    let status = watched.finish(after: signal)
    if status != 0 { throw ExitCode(status) }
  }

  @MainActor private func follow(
    _ selection: WatchSelection, _ input: InputStream?, isText: Bool
  ) async throws {
    if isText { return try list(selection, input) }
    var watch = WatchScene(roots, selection, step: scene.step.map { Int64($0) }, input: input)
    (watch.view, watch.total) = (view, total)
    try await show(watch, with: [WatchBell(input)] + (bell ? [AlarmBell()] : []))
  }

  /// Reads all that is there and prints it.
  private func list(_ selection: WatchSelection, _ input: InputStream?) throws {
    let report = WatchCommand.readAll(roots, input)
    let listing = WatchListing(report: report, selection: selection, words: .ofProcess)
    guard !report.runs.isEmpty else {
      Output.report(listing.nothing)
      throw ExitCode.failure
    }
    let names = Set(selection.runs(of: report.runs).map(\.name))
    let alarms = report.findings.alarms.filter { names.contains($0.run) }
    for trouble in listing.troubles { Output.tell { _ in trouble } }
    for alarm in alarms where alarm.isOfStoppedRank {
      Output.tell { $0.about(alarm.run.printable, $0.sentence(alarm)) }
    }
    if let csv {
      try Output.write(try listing.csv(csv))
    } else if let json {
      try Output.write(try listing.json(json))
    } else {
      try Output.say(listing.table)
    }
    let grave = alarms.filter(\.isGrave)
    guard alarmExit, !grave.isEmpty else { return }
    for alarm in grave {
      let name = (report.runs.count > 1 ? alarm.run.printable + " " : "") + alarm.tag.printable
      Output.tell { $0.about(name, $0.sentence(alarm)) }
    }
    throw ExitCode(WatchCommand.alarmStatus)
  }

  /// The status of a program that ended because of an alarm.
  private static let alarmStatus: Int32 = 3

  /// Reads what is there, of standard input up to its end.
  static func readAll(_ roots: [String], _ input: InputStream? = nil) -> WatchReport {
    var job = WatchJob(roots, input: input)
    var order = WatchJob.Order()
    order.look = 1
    job.take(order)
    while !job.isIdle { job.step(isWatched: false) }
    return job.report()
  }
}
