internal import CNCurses
import Drawing
import FoundationEssentials
import Glibc

/// The terminal while it shows frames: opened, drawn to, read from, and given back as it was found.
///
/// There is one at a time. The only thing in the program that has effects on the terminal.
@MainActor public final class Screen {
  public private(set) var size: Size
  /// How many colours frames are shown in.
  public let depth: ColorDepth
  public let encoding: TextEncoding
  /// Whether what asks the program to end is an event.
  public let notesEndings: Bool

  let keyboard: Keyboard
  let signals: Signals?
  let keys: Int32
  var pairs: ColorPairs
  /// What the terminal shows; nil when that is not known and everything is to be drawn.
  var shown: Frame?
  var pacing: FramePacing
  /// Whether the terminal tells of every movement of the mouse, which costs some ten bytes for each
  /// cell on the way, over a slow line too.
  public var reportsMovement = false {
    didSet { if reportsMovement != oldValue, !isendwin() { sendMovement() } }
  }
  /// Whether the terminal has gone, and what plays goes on all the same.
  var isGone = false
  let description: TerminalDescription
  /// The terminal's name where nothing is known of it, and an xterm's description stands in.
  public var unknownName: String? { description.missing }

  private let handle: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]
  private let cursor: Int32
  let output: Int32

  /// Opens the screen.
  ///
  /// - Parameters:
  ///   - input: Where keys come from if it is a terminal; if not, they come from `/dev/tty`, and
  ///     standard input is free for data.
  ///   - output: The terminal to draw on.
  ///   - depth: How many colours to use; nil to find out.
  ///   - notesEndings: Whether Ctrl-C, SIGTERM and a terminal that goes away are events, so that the
  ///     program can finish what it has begun before it closes the screen; if not, they end it.
  public convenience init(
    input: Int32 = 0, output: Int32 = 1, depth: ColorDepth? = nil,
    notesEndings: Bool = false,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(TerminalError) {
    guard isatty(output) == 1 else { throw .notATerminal }
    guard !Screen.isInScriptsBackground else { throw .scriptsBackground }
    let keys = isatty(input) == 1 ? dup(input) : Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard keys >= 0 else { throw .notATerminal }
    try self.init(
      keys: keys, output: output, depth: depth, notesEndings: notesEndings,
      environment: environment)
  }

  /// Whether a shell without job control has started the program in its background: it keeps the
  /// terminal's input from such a job, and the keys that end it.
  public static var isInScriptsBackground: Bool {
    isatty(STDIN_FILENO) == 0 && SignalAction.isIgnored(SIGINT) && SignalAction.isIgnored(SIGQUIT)
  }

  /// Opens the screen on whatever the descriptors are.
  ///
  /// - Parameter keys: Belongs to the screen from here on.
  public init(
    keys: Int32, output: Int32, depth wish: ColorDepth?, notesEndings: Bool = false,
    environment: [String: String]
  ) throws(TerminalError) {
    self.notesEndings = notesEndings
    encoding = .adopt(environment: environment)
    (self.keys, self.output) = (keys, dup(output))
    let own: TerminalDescription
    do throws(TerminalError) {
      own = try TerminalDescription.find(environment["TERM"], output: output)
    } catch {
      Glibc.close(keys)
      Glibc.close(self.output)
      throw error
    }
    signals = Self.signals(drawing: self.output, notesEndings: notesEndings)
    var settings = termios()
    let hasSettings = tcgetattr(keys, &settings) == 0
    let capability = ColorCapability(
      environment: environment, colors: own.colors, hasRGB: own.hasRGB)
    let question = wish == nil ? ColorQuestion(capability, own, keys: keys, output: output) : nil
    (description, depth) = Self.choice(
      own, output: output,
      depth: wish ?? (question?.isDirect == true ? .direct : capability.depth))
    pacing = FramePacing(canAsk: description.answers)
    use_env(false)
    use_tioctl(true)
    signals?.setRestoreSequence(description.restoreSequence)
    guard let files = Self.streams(keys: keys, output: self.output),
      let opened = description.open(files: files)
    else {
      signals?.letGo()
      signals?.release()
      throw .unknownTerminal(description.name)
    }
    self.files = files
    handle = opened
    set_escdelay(25)
    // Signals by keys are ours to send: a paste may hold such keys.
    raw()
    noecho()
    nonl()
    intrflush(nil, false)
    typeahead(-1)
    leaveok(cn_stdscr(), true)
    cursor = curs_set(0)
    pairs = ColorPairs(depth: depth)
    keyboard = Keyboard(
      keys: keys, settings: hasSettings ? settings : nil, read: question?.rest ?? [],
      awaitsReport: question?.awaitsReport ?? false)
    size = Size(width: Int(getmaxx(cn_stdscr())), height: Int(getmaxy(cn_stdscr())))
    enter()
  }

  /// Gives everything back. The screen is not used after this.
  public func close() {
    if cursor >= 0 { curs_set(cursor) }
    leave()
    keyboard.close()
    signals?.letGo()
    signals?.release()
    delscreen(handle)
    for file in files { fclose(file) }
  }

  /// Asks for the mouse and for pastes that can be told from keys, once ncurses has the terminal.
  func enter() {
    send(description.reportsOnSequence)
    if reportsMovement { sendMovement() }
    ask(after: 0)
  }

  /// Some terminals forget the other modes of the mouse with this one.
  private func sendMovement() {
    guard !description.reportsOnSequence.isEmpty else { return }
    send(
      reportsMovement
        ? Array("\u{1B}[?1003h".utf8)
        : Array("\u{1B}[?1003l".utf8) + description.reportsOnSequence)
  }

  /// Gives the terminal back until the next frame is shown.
  func leave() {
    guard !isendwin() else { return }
    dropUnsent()
    send(description.reportsOffSequence)
    takeInAnswers()
    endwin()
  }

  /// Rings the terminal's bell.
  public static func ring() { _ = beep() }

  /// Sends bytes past ncurses, which keeps none back at the end of a frame.
  public func send(_ bytes: [UInt8]) { _ = write(output, bytes, bytes.count) }

  /// Takes on a new size. The next frame is drawn as a whole.
  public func resize(to size: Size) {
    if size != self.size {
      resizeterm(Int32(size.height), Int32(size.width))
      self.size = size
    }
    shown = nil
    signals?.setRestoreSequence(CrashRestorer.bytes(lastRow: size.height - 1))
  }

  /// The size that the terminal has now.
  public var terminalSize: Size {
    var window = winsize()
    guard cn_TIOCGWINSZ(output, &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
      return size
    }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }
}

extension Screen {
  /// The description to open, and how many colours to draw with.
  private static func choice(
    _ own: TerminalDescription, output: Int32, depth: ColorDepth
  ) -> (TerminalDescription, ColorDepth) {
    // An older ncurses reads no description from the environment.
    if depth == .direct, let direct = DirectColor.description(insteadOf: own, output: output) {
      return (direct, depth)
    }
    // Somebody who asks for more colours than TERM promises knows better than TERM.
    if depth < .direct, depth > ColorCapability.depth(counting: own.colors),
      let richer = try? TerminalDescription(name: "xterm-256color", output: output)
    {
      return (richer, depth)
    }
    return (own, min(depth, ColorCapability.depth(counting: own.colors)))
  }

  /// Catches signals where the output is a terminal, as soon as that terminal is ours.
  private static func signals(drawing: Int32, notesEndings: Bool) -> Signals? {
    guard isatty(drawing) == 1 else { return nil }
    let signals = Signals(drawing: drawing, notesEndings: notesEndings)
    if let number = signals.waitForForeground() { signals.end(with: number) }
    signals.hold()
    return signals
  }

  /// The streams that ncurses wants, which own the descriptors from here on.
  private static func streams(keys: Int32, output: Int32) -> [UnsafeMutablePointer<FILE>]? {
    guard let input = fdopen(keys, "r"), let output = fdopen(output, "w") else { return nil }
    return [input, output]
  }
}
