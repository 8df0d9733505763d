import Glibc

/// A program that runs in a terminal of its own, with nobody at its keyboard.
///
/// It leads a session of its own, so that no key pressed in our terminal reaches it; what it prints is
/// read from `output`. It reads nothing: its standard input is empty.
public final class ChildProgram: Sendable {
  /// Where what it prints can be read; reading fails with EIO when it has ended.
  public let output: Int32
  private let process: pid_t

  public enum Failure: Error, Hashable {
    /// There is no terminal for it, or it cannot be started; the system's number for why.
    case notStarted(Int32)
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - words: Its name, which is looked for in PATH, and its arguments.
  ///   - columns: The width of its terminal, to which progress bars fit themselves.
  /// - Precondition: There is one word at least.
  public init(_ words: [String], columns: Int = 120, rows: Int = 40) throws(Failure) {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var window = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, &name, nil, &window) == 0 else { throw .notStarted(errno) }
    defer { close(slave) }
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // No signal is blocked, and none is caught; what was ignored stays ignored.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, ChildProgram.newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes the session's.
    posix_spawn_file_actions_addopen(&actions, 1, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    var process: pid_t = 0
    let status = withCStrings(words) { words in
      posix_spawnp(&process, words[0]!, &actions, &attributes, words, environ)
    }
    guard status == 0 else {
      close(master)
      throw .notStarted(status)
    }
    (output, self.process) = (master, process)
  }

  /// POSIX_SPAWN_SETSID, which the C library shows only to those who ask for its extensions.
  private static let newSession: Int16 = 0x80

  /// Sends a signal to it and to those that it started.
  public func send(_ signal: Int32) { kill(-process, signal) }

  /// Waits until it has ended.
  ///
  /// - Returns: Its exit status, or 128 and the number of the signal that ended it, as a shell says.
  public func waitForEnd() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
