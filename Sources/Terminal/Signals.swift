internal import CNCurses
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
    SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGUSR1, SIGUSR2, SIGALRM,
    SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGPWR, SIGSTKFLT,
  ]

  /// What the handlers read. It is never freed, for they may run at any time.
  private static let shared: UnsafeMutablePointer<cn_guard> = {
    let shared = UnsafeMutablePointer<cn_guard>.allocate(capacity: 1)
    shared.initialize(to: cn_guard())
    shared.pointee.terminal = -1
    shared.pointee.wake = -1
    shared.pointee.nowhere = -1
    return shared
  }()

  /// The terminal as the handlers reach it, whatever becomes of the descriptor that is drawn to.
  private let terminal: Int32
  private let nowhere: Int32
  private let wake: Int32

  /// Catches the signals. Comes before `newterm`, which leaves alone what is caught already.
  ///
  /// - Parameters:
  ///   - drawing: The descriptor that is drawn to.
  ///   - notesEndings: Whether SIGHUP, SIGINT and SIGTERM are noted; SIGINT still ends the program
  ///     when one of them came before.
  init(drawing: Int32, notesEndings: Bool) {
    var ends: [Int32] = [-1, -1]
    let isOpen = pipe(&ends) == 0
    precondition(isOpen, "no pipe for signals")
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (wakeup, wake) = (ends[0], ends[1])
    terminal = fcntl(drawing, F_DUPFD_CLOEXEC, 0)
    nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
    Self.shared.pointee.drawing = drawing
    Self.shared.pointee.nowhere = nowhere
    Self.shared.pointee.wake = wake
    Self.shared.pointee.is_ending = 0
    for number in Self.noted { cn_catch(Self.shared, number, CN_NOTE) }
    for number in Self.endings { cn_catch(Self.shared, number, notesEndings ? CN_FINISH : CN_DIE) }
    for number in Self.deadly { cn_catch(Self.shared, number, CN_DIE) }
  }

  /// From here on a signal that ends the program gives the terminal back, with the settings that it
  /// has now.
  func hold() {
    var found = termios()
    tcgetattr(terminal, &found)
    cn_hold(Self.shared, terminal, &found)
  }

  /// The bytes to send to the terminal before it is given back.
  func setRestoreSequence(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      cn_set_restore_sequence(
        Self.shared, $0.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
  }

  /// Gives back the terminal's settings, after `endwin` has given back the rest.
  func letGo() {
    setRestoreSequence([])
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

  /// Whether the terminal is ours; so it is also where it is nobody's.
  var isInForeground: Bool {
    let group = tcgetpgrp(terminal)
    return group <= 0 || group == getpgrp()
  }

  /// Waits while the terminal belongs to somebody else: stopped, as the shell expects of a job that
  /// wants the terminal in the background.
  ///
  /// - Returns: The signal that asks for an end instead, SIGHUP also where nobody could bring the
  ///   program to the front any more; nil once it is there.
  func waitForForeground() -> Int32? {
    while !isInForeground {
      if SignalAction.isIgnored(SIGTTOU) { return nil }
      cn_yield_to(SIGTTOU)
      // The kernel does not stop a program that no shell can wake.
      var source = pollfd(fd: wakeup, events: Int16(POLLIN), revents: 0)
      let wasStopped = poll(&source, 1, 1000) > 0
      if let number = Self.ending(in: notes()) { return number }
      if !wasStopped { return SIGHUP }
    }
    return nil
  }

  /// Ends the process as a signal does that is not caught.
  func end(with number: Int32) -> Never {
    letGo()
    release()
    cn_yield_to(number)
    exit(128 + number)
  }

  /// Puts back the actions that the signals had.
  func release() {
    for number in Self.noted + Self.endings + Self.deadly { cn_release(Self.shared, number) }
    for descriptor in [wakeup, wake, terminal, nowhere] { close(descriptor) }
  }
}
