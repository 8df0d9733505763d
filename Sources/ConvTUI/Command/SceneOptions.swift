import ArgumentParser
import Drawing
import Glibc
import Terminal

/// The options of every scene: how it looks, or to print one frame instead.
struct SceneOptions: ParsableArguments {
  @Flag(help: "Print one frame to standard output and end; no terminal is needed.")
  var print = false

  @Flag(help: "Print one frame as an SVG picture and end.")
  var svg = false

  @OptionGroup var figures: FigureOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The width and height of the printed frame in characters, each from 1 to 1000.",
      valueName: "WxH"))
  var size = FrameSize(size: Size(width: 100, height: 30))

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The step to show, from 0 (the start) to \(largestStep).", valueName: "n"))
  var step: Int?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A setting of the scene, as padding=1. The key s lists the settings; --set can be repeated.",
      valueName: "name=value"))
  var settings: [String] = []

  @Option(
    parsing: .unconditional,
    help: """
      The keys to press first, separated by spaces: characters, and names such as right or enter.
      """)
  var keys: String?

  @Option(
    help: ArgumentHelp(
      "The number of colours. The default is what the terminal has, or none in a file or pipe.",
      valueName: "depth"))
  var color: ColorDepth?

  @Option(help: "The background: dark, or light for a projector.")
  var theme: ThemeName = .dark

  /// Keeps the product of steps and their parts within `Int`.
  private static let largestStep = 999_999_999

  enum ThemeName: String, CaseIterable, ExpressibleByArgument { case dark, light }

  func validate() throws {
    if let step, !(0...SceneOptions.largestStep).contains(step) {
      throw ValidationError { $0.stepOutside(SceneOptions.largestStep) }
    }
  }

  /// Whether no terminal is needed.
  var endsByItself: Bool { print || svg || figures.isAsked }

  /// Opens a scene among the others, or prints it.
  @MainActor func run(_ scene: any Scene) async throws {
    let pressed = try keys.map { try KeyNotation.parse($0) } ?? []
    if endsByItself {
      let depth = svg ? .direct : color ?? Screen.colorDepth()
      var state = try state(of: scene, size: size.size, depth: depth)
      try prepare(&state, pressed)
      var jobs = ImmediateJobs()
      var line = ProgressLine(scene.kind.name)
      jobs.finish(&state) { line.show($0) }
      line.end()
      if figures.isAsked { try figures.write(state, depth: color, &jobs) }
      if print || svg { try write(state.frame(), state.look) }
      return
    }
    let screen = try Failure.translating {
      try Screen(
        depth: color, notesEndings: (scene as? any JobOwner)?.hasWorkToSave ?? false)
    }
    defer {
      screen.close()
      if let missing = screen.unknownName {
        Output.tell { $0.xtermStoodIn(for: missing) }
      }
    }
    var state = try state(of: scene, size: screen.size, depth: screen.depth)
    try prepare(&state, pressed)
    var loop = RunLoop(screen)
    let signal = loop.run(&state)
    if let error = await loop.workers.end() { throw Failure { $0.notSaved(error) } }
    if let signal { throw ExitCode(128 + signal) }
  }

  /// Writes one frame to standard output.
  private func write(_ frame: Frame, _ look: Look) throws {
    if svg {
      let (ink, ground) = (look.theme.text, look.theme.background)
      return try Output.write(Export.svg(frame, ink: ink, ground: ground))
    }
    let frame = TextEncoding.ofLocale == .unicode ? frame : frame.ascii
    try Output.write(
      look.depth == .none ? Export.text(frame) : Export.ansi(frame, depth: look.depth))
  }

  /// The program with one scene, and all others on their built-in examples.
  private func state(of scene: any Scene, size: Size, depth: ColorDepth) throws -> State {
    var scenes = try SceneKind.examples()
    let current = SceneKind.allCases.firstIndex(of: scene.kind) ?? 0
    scenes[current] = scene
    return State(
      scenes: scenes, current: current,
      look: Look(
        isLight: theme == .light, depth: depth,
        hasBlocks: svg || TextEncoding.ofLocale == .unicode, language: Words.ofProcess.language),
      size: size)
  }

  /// Makes the settings, goes to the step and presses the keys that were asked for.
  private func prepare(_ state: inout State, _ pressed: [Key]) throws {
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw Failure { $0.noSettingAndValue(setting) } }
      if let complaint = state.set(String(parts[0]), typed: String(parts[1])) {
        throw Failure { $0.about("--set " + $0.quoted(setting), complaint) }
      }
    }
    if let step { state.show(step: step) }
    for key in pressed {
      let request = state.handle(.key(key))
      if let answer = request?.perform(for: state) { _ = state.handle(answer) }
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
