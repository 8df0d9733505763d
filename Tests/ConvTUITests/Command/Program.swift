import Foundation
import Glibc
import Testing

/// The built program, run as a process of its own.
enum Program {
  struct Result: Sendable {
    var output: [UInt8] = []
    var error: [UInt8] = []
    /// The exit status, or 128 and the number of the signal that ended it.
    var status: Int32 = 0

    var text: String { String(decoding: output, as: UTF8.self) }
    var sentence: String { String(decoding: error, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  enum Failure: Error {
    case notStarted(String, Int32)
    /// It was ended because it ran longer than this.
    case tookLonger(than: Duration)
  }

  /// Runs convtui and waits for its end.
  ///
  /// - Parameters:
  ///   - input: What it reads on standard input; at most 64 KiB.
  ///   - directory: Where it runs.
  static func run(
    _ arguments: [String], input: String = "", in directory: Directory? = nil,
    deadline: Duration = .seconds(60)
  ) throws -> Result {
    let move = directory.map { "cd '\($0.path)' && " } ?? ""
    return try shell(move + "exec \"$@\"", arguments, input: input, deadline: deadline)
  }

  /// Runs a shell script to which `"$@"` is convtui with its arguments.
  static func shell(
    _ script: String, _ arguments: [String], input: String = "",
    deadline: Duration = .seconds(60)
  ) throws -> Result {
    let bytes = Array(input.utf8)
    precondition(bytes.count <= 1 << 16, "more than a pipe holds")
    let (standardInput, output, error) = (try Pipe(), try Pipe(), try Pipe())
    defer { for pipe in [standardInput, output, error] { pipe.close() } }
    if !bytes.isEmpty { _ = write(standardInput.writing, bytes, bytes.count) }
    standardInput.closeWriting()
    let process = try start(
      ["/bin/sh", "-c", script, "sh", try #require(BuiltBinary.path)] + arguments, standardInput,
      output, error)
    output.closeWriting()
    error.closeWriting()

    var result = Result()
    let isDone = read(from: output, error, into: &result, deadline: deadline)
    if !isDone { kill(-process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard isDone else { throw Failure.tookLonger(than: deadline) }
    let signal = status & 0x7F
    result.status = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    return result
  }

  /// Starts a process in a group of its own, with the usual signals.
  private static func start(
    _ words: [String], _ input: Pipe, _ output: Pipe, _ error: Pipe
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.reading, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, error.writing, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    // The threads of tests block signals.
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))

    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment["COLUMNS"] = nil
    let argv = words.map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, words[0], &actions, &attributes, argv, envp)
    guard code == 0 else { throw Failure.notStarted(words[0], code) }
    return process
  }

  /// Reads both pipes to their ends.
  ///
  /// - Returns: False where the deadline came first.
  private static func read(
    from output: Pipe, _ error: Pipe, into result: inout Result, deadline: Duration
  ) -> Bool {
    let end = ContinuousClock.now + deadline
    var polled = [output, error].map {
      pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while polled.contains(where: { $0.fd >= 0 }) {
      let rest = (end - ContinuousClock.now) / Duration.milliseconds(1)
      guard rest > 0 else { return false }
      guard poll(&polled, 2, Int32(rest) + 1) > 0 else { continue }
      for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
        let count = Glibc.read(polled[index].fd, &buffer, buffer.count)
        if count > 0 {
          if index == 0 {
            result.output += buffer[..<count]
          } else {
            result.error += buffer[..<count]
          }
        } else if count == 0 || errno != EINTR {
          polled[index].fd = -1
        }
      }
    }
    return true
  }
}

/// Two connected sockets, used as a pipe: unlike one, no other process that starts meanwhile can
/// inherit them.
private final class Pipe {
  let reading: Int32
  private(set) var writing: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw Program.Failure.notStarted("socketpair", errno)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  func closeWriting() {
    if writing >= 0 { Glibc.close(writing) }
    writing = -1
  }

  func close() {
    closeWriting()
    Glibc.close(reading)
  }
}
