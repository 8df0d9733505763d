import ArgumentParser
import Drawing
import Glibc
import Terminal

/// The options of whatever has a screen: how it looks, or to print one frame instead.
struct ScreenOptions: ParsableArguments {
  @Flag(
    help: .say(
      "Print one frame to standard output and end; no terminal is needed.",
      "把一帧打印到标准输出，然后结束；不需要终端。"))
  var print = false

  @Flag(
    help: .say(
      "Print one frame as an SVG picture and end.",
      "把一帧打印为 SVG 图片，然后结束。"))
  var svg = false

  @Option(
    parsing: .unconditional,
    help: .say(
      "The width and height of the printed frame in characters, each from 1 to 1000.",
      "所打印的帧的宽和高，以字符计，各为 1 到 1000。", value: "WxH"))
  var size = FrameSize(size: Size(width: 100, height: 30))

  @Option(
    parsing: .unconditional,
    help: .say(
      """
      The keys to press first, separated by spaces: characters, and names such as right or enter.
      """,
      """
      先按下的键，以空格分隔：字符，或 right、enter 这样的名称。
      """))
  var keys: String?

  @Option(
    help: .say(
      "The number of colours. The default is what the terminal has, or none in a file or pipe.",
      "颜色数。默认为终端所具有的颜色；写入文件或管道时没有颜色。", value: "depth"))
  var color: ColorDepth?

  @Option(
    help: .say(
      "The background: dark, or light for a projector.",
      "背景：dark（深色）或 light（浅色，适合投影）。"))
  var theme: ThemeName = .dark

  @Flag(
    help: .say(
      "Nothing moves by itself: space makes one step.",
      "画面不自行运动：按空格走一步。"))
  var calm = false

  @Option(help: LanguageOption.help)
  var language: Language?

  enum ThemeName: String, CaseIterable, ExpressibleByArgument { case dark, light }

  /// Whether no terminal is needed.
  var endsByItself: Bool { print || svg }

  /// What is shown, before any key is pressed.
  typealias Opening = (Size, Look) throws -> State

  /// Opens a state on the terminal until it is quit, or prints it.
  ///
  /// - Parameters:
  ///   - name: What is worked on, for the line that tells how far it is.
  ///   - figures: The files to write instead.
  ///   - savesWork: Whether there is work to save when the program is ended from outside.
  ///   - companions: Those to keep in touch with while the screen is open.
  @MainActor func run(
    _ name: String, figures: FigureOptions? = nil, savesWork: Bool = false,
    with companions: [any Companion] = [], _ open: Opening
  ) async throws {
    let pressed = try keys.map { try KeyNotation.parse($0) } ?? []
    if endsByItself || figures != nil {
      return try write(name, figures, pressed, open)
    }
    let screen = try self.open(notesEndings: savesWork || !companions.isEmpty)
    defer { close(screen) }
    var state = try open(screen.size, look(screen.depth))
    state.press(pressed)
    var loop = RunLoop(screen, companions)
    let signal = loop.run(&state)
    if let error = await loop.end() { throw Failure { $0.notSaved(error) } }
    if let signal { throw ExitCode(128 + signal) }
  }

  @MainActor func open(notesEndings: Bool) throws -> Screen {
    try Failure.translating { try Screen(depth: color, notesEndings: notesEndings) }
  }

  @MainActor func close(_ screen: Screen) {
    screen.close()
    if let missing = screen.unknownName { Output.tell { $0.xtermStoodIn(for: missing) } }
  }

  /// The colours of a frame that is printed.
  @MainActor var printedDepth: ColorDepth { svg ? .direct : color ?? Screen.colorDepth() }

  /// Writes figures and one frame, without a terminal.
  @MainActor private func write(
    _ name: String, _ figures: FigureOptions?, _ pressed: [Key], _ open: Opening
  ) throws {
    var state = try open(size.size, look(printedDepth))
    var jobs = ImmediateJobs()
    var line = ProgressLine(name)
    for key in pressed {
      if state.readsFirst { jobs.finish(&state) { line.show($0) } }
      state.press([key])
    }
    jobs.finish(&state) { line.show($0) }
    line.end()
    try figures?.write(state, depth: color, &jobs)
    if endsByItself { try write(state.frame(), state.look) }
  }

  /// Writes one frame to standard output.
  func write(_ frame: Frame, _ look: Look) throws {
    if svg {
      let (ink, ground) = (look.theme.text, look.theme.background)
      return try Output.write(Export.svg(frame, ink: ink, ground: ground))
    }
    let frame = TextEncoding.ofLocale == .unicode ? frame : frame.ascii
    try Output.write(
      look.depth == .none ? Export.text(frame) : Export.ansi(frame, depth: look.depth))
  }

  func look(_ depth: ColorDepth) -> Look {
    var look = Look(
      isLight: theme == .light, depth: depth,
      hasBlocks: svg || TextEncoding.ofLocale == .unicode, language: language ?? .ofProcess)
    look.isCalm = calm
    return look
  }
}

extension State {
  fileprivate var readsFirst: Bool { (scene as? any JobOwner)?.readsFirst ?? false }

  /// Presses keys, and does what they ask for at once.
  fileprivate mutating func press(_ keys: [Key]) {
    for key in keys {
      let request = handle(.key(key))
      if let answer = request?.perform(for: self) { _ = handle(answer) }
    }
  }
}

/// A size written as 100x30.
struct FrameSize: ExpressibleByArgument {
  let size: Size

  init(size: Size) { self.size = size }

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      (1...1000).contains(width), (1...1000).contains(height)
    else { return nil }
    size = Size(width: width, height: height)
  }

  var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}

extension ColorDepth: ExpressibleByArgument {}
