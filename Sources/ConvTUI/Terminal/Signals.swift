import CNCurses
import Glibc

/// The signals that arrive while the terminal is ours.
///
/// Whatever ends the program gives the terminal back first: the handlers in C do that, at once and
/// on any thread. Whatever does not end it is only noted here, and the run loop, woken by
/// `wakeup`, acts on it. The signals that ask for an end are either, as the program wishes.
@MainActor struct Signals {
  /// Ready for reading when a signal has been noted.
  let wakeup: Int32

  private static let noted = [SIGWINCH, SIGTSTP, SIGCONT]
  private static let endings = [SIGHUP, SIGINT, SIGTERM]
  private static let deadly = [
    SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV,
  ]

  /// What the handlers read. It is never freed, for they may run at any time.
  private static let shared: UnsafeMutablePointer<cn_guard> = {
    let shared = UnsafeMutablePointer<cn_guard>.allocate(capacity: 1)
    shared.initialize(to: cn_guard())
    shared.pointee.terminal = -1
    shared.pointee.wake = -1
    return shared
  }()

  private let terminal: Int32
  private let found: termios
  private let wake: Int32

  /// Catches the signals. Comes before `newterm`, which leaves alone what is caught already.
  ///
  /// - Parameters:
  ///   - found: What the terminal's settings were before us.
  ///   - notesEndings: Whether SIGHUP, SIGINT and SIGTERM are noted; SIGINT still ends the program
  ///     when one of them came before.
  init(terminal: Int32, found: termios, notesEndings: Bool) {
    var ends: [Int32] = [-1, -1]
    let isOpen = pipe(&ends) == 0
    precondition(isOpen, "no pipe for signals")
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (wakeup, wake) = (ends[0], ends[1])
    (self.terminal, self.found) = (terminal, found)
    hold()
    Self.shared.pointee.is_ending = 0
    for number in Self.noted { cn_catch(Self.shared, number, CN_NOTE) }
    for number in Self.endings { cn_catch(Self.shared, number, notesEndings ? CN_FINISH : CN_DIE) }
    for number in Self.deadly { cn_catch(Self.shared, number, CN_DIE) }
  }

  /// From here on a signal that ends the program gives the terminal back.
  func hold() {
    var found = found
    cn_hold(Self.shared, terminal, &found, wake)
  }

  /// What to send to the terminal before it is given back.
  func setFarewell(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      cn_set_farewell(
        Self.shared, $0.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
  }

  /// Gives back the terminal's settings, after `endwin` has given back the rest.
  func letGo() {
    setFarewell([])
    cn_give_back(Self.shared)
  }

  /// The signals noted since the last call.
  func notes() -> Set<Int32> {
    var notes: Set<Int32> = []
    var bytes = [UInt8](repeating: 0, count: 64)
    while case let count = read(wakeup, &bytes, bytes.count), count > 0 {
      notes.formUnion(bytes[..<count].map { Int32($0) })
    }
    return notes
  }

  /// The signal among these that asks for an end.
  static func ending(in notes: Set<Int32>) -> Int32? { endings.first { notes.contains($0) } }

  /// Stops the process as Ctrl-Z would, and returns when it goes on.
  func stop() {
    // Going on is no news to whoever stopped.
    cn_release(Self.shared, SIGCONT)
    cn_yield_to(SIGTSTP)
    cn_catch_again(Self.shared, SIGCONT)
  }

  /// Ends the process, because the terminal has gone.
  func hangUp() -> Never {
    letGo()
    release()
    cn_yield_to(SIGHUP)
    exit(129)
  }

  /// Puts back the actions that the signals had.
  func release() {
    for number in Self.noted + Self.endings + Self.deadly { cn_release(Self.shared, number) }
    close(wakeup)
    close(wake)
  }
}
