import Glibc
import Testing

@testable import ConvTUI
@testable import Drawing

/// A terminal with a shell in it that runs one command, as a person would have it.
///
/// The command is a job of the shell's, so it can be stopped and killed without taking the terminal
/// along: Linux resets a terminal's settings when the leader of its session ends, which would hide
/// a program that leaves them in a mess.
final class PTY {
  /// Everything that the terminal was sent so far.
  private(set) var output: [UInt8] = []
  /// Whether it answers as a terminal does that draws at once; one at the end of a slow line is late.
  var answersQuestions = true
  /// The questions that have no answer yet, whether a frame has been drawn or the cursor's place.
  private(set) var questions = 0
  private var fences = 0
  /// How often it was asked what kind of terminal it is.
  private(set) var attributeQuestions = 0
  /// What it says of its settings when it is asked for them; nothing where it does not know the
  /// question.
  var settingsReport = ""

  private var master: Int32 = -1
  /// Reports a hang-up when the shell and all that it started are gone.
  private let end: Int32
  private let shell: pid_t
  private var hasEnded = false

  enum Failure: Error {
    case noTerminal(Int32)
    case noShell(Int32)
  }

  /// - Parameters:
  ///   - command: A command of the shell; `$0` and `$@` in it are `arguments`.
  ///   - environment: The whole environment.
  init(
    _ command: String, _ arguments: [String] = [], environment: [String: String],
    size: Size = Size(width: 80, height: 24)
  ) throws {
    var (slave, ends): (Int32, [Int32]) = (-1, [-1, -1])
    var name = [CChar](repeating: 0, count: 128)
    var window = winsize(size)
    guard openpty(&master, &slave, &name, nil, &window) == 0, pipe(&ends) == 0 else {
      throw Failure.noTerminal(errno)
    }
    defer { for end in [slave, ends[1]] { close(end) } }
    for end in [master, slave] + ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    end = ends[0]
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // No signal is blocked or ignored, whatever thread this is; a session of its own.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes,
      Self.newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes the session's.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 3)
    var process: pid_t = 0
    let script = "set -m; " + command
    let status = withCStrings(["sh", "-c", script] + arguments) { arguments in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environment)
      }
    }
    guard status == 0 else { throw Failure.noShell(status) }
    shell = process
  }

  /// POSIX_SPAWN_SETSID, which the C library shows only to those who ask for its extensions.
  private static let newSession: Int16 = 0x80

  deinit {
    if master >= 0 { close(master) }
    close(end)
    if !hasEnded {
      kill(shell, SIGKILL)
      waitpid(shell, nil, 0)
    }
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The process group that the keys go to.
  var foreground: pid_t { tcgetpgrp(master) }

  /// The settings of the terminal, as bytes that can be compared.
  var settings: [UInt8] {
    var settings = termios()
    tcgetattr(master, &settings)
    return withUnsafeBytes(of: &settings) { Array($0) }
  }

  func send(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func resize(to size: Size) {
    var window = winsize(size)
    // The kernel tells the foreground with SIGWINCH.
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  /// Takes the terminal away, as a lost connection does.
  func hangUp() {
    close(master)
    master = -1
  }

  /// Waits until the shell and all that it started are gone.
  func waitsForEnd(within limit: Duration = .seconds(60)) -> Bool {
    var source = pollfd(fd: end, events: 0, revents: 0)
    return poll(&source, 1, Int32(limit.components.seconds) * 1000) > 0
  }

  /// Reads until `condition` holds for the text so far.
  ///
  /// - Returns: Whether it did before the deadline and before the end.
  func read(within limit: Duration = .seconds(60), until condition: (String) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + limit
    while !condition(text) {
      guard let count = readSome(until: deadline), count > 0 else { return condition(text) }
    }
    return true
  }

  /// Reads until the terminal was sent this, after the first `start` bytes.
  func read(_ expected: String, after start: Int = 0) -> Bool {
    read { _ in String(decoding: self.output.dropFirst(start), as: UTF8.self).contains(expected) }
  }

  /// The number of bytes that arrive in that time.
  func bytesArriving(within limit: Duration) -> Int {
    let before = output.count
    let deadline = ContinuousClock.now + limit
    while let count = readSome(until: deadline), count > 0 {}
    return output.count - before
  }

  /// The exit status of the shell, which is that of its last command, or nil at the deadline.
  func exitStatus(within limit: Duration = .seconds(60)) -> Int32? {
    let deadline = ContinuousClock.now + limit
    while let count = readSome(until: deadline) {
      guard count == 0 else { continue }
      var status: Int32 = 0
      waitpid(shell, &status, 0)
      hasEnded = true
      return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
    return nil
  }

  /// Waits for output and takes it: 0 bytes at the end, nil at the deadline.
  private func readSome(until deadline: ContinuousClock.Instant) -> Int? {
    guard deadline > .now else { return nil }
    let left = (deadline - .now).components
    let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, Int32(clamping: milliseconds)) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(master, &bytes, bytes.count)
    if count > 0 {
      let known = output.suffix(Self.question.count - 1)
      output += bytes[..<count]
      questions += (known + bytes[..<count]).count(of: Self.question)
      fences += (known + bytes[..<count]).count(of: Self.fence)
      attributeQuestions += (known + bytes[..<count]).count(of: Self.attributeQuestion)
      if answersQuestions { answer() }
    }
    return max(0, count)
  }

  private static let question = Array("\u{1B}[5n".utf8)
  private static let fence = Array("\u{1B}[6n".utf8)
  private static let attributeQuestion = Array("\u{1B}[c".utf8)

  /// Answers all questions so far.
  func answer() {
    if attributeQuestions > 0 { send(settingsReport + "\u{1B}[?62;22c") }
    for _ in 0..<fences { send("\u{1B}[1;1R") }
    for _ in 0..<questions { send("\u{1B}[0n") }
    (questions, fences, attributeQuestions) = (0, 0, 0)
  }
}

extension Collection<UInt8> {
  /// How often a pattern occurs.
  fileprivate func count(of pattern: [UInt8]) -> Int {
    indices.count { self[$0...].starts(with: pattern) }
  }
}

extension winsize {
  fileprivate init(_ size: Size) {
    self.init(
      ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
  }
}

/// Calls `body` with an array of C strings that ends with nil.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers)
}

extension PTY {
  /// Presses keys, each answered by something anywhere on the screen, and quits.
  func follow(_ course: [(keys: String, answer: String)]) {
    for (keys, answer) in course {
      let start = output.count
      send(keys)
      #expect(read(answer, after: start), "“\(answer)” after “\(keys)”")
    }
    send("q")
    #expect(read("[ended 0]"))
  }
}
