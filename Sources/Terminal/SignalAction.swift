import Glibc

/// What a signal does to the program.
public enum SignalAction {
  /// Whether nothing happens at a signal: whoever started the program may have wished so, as `nohup`
  /// does, and a shell for a script's background jobs.
  public static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    let handler = action.__sigaction_handler.sa_handler
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Lets a crash end the program at once, as it does without a Swift toolchain.
  ///
  /// Where a toolchain is installed the runtime would show a backtrace in the terminal and wait half a
  /// minute for a key. Who wants that sets `SWIFT_BACKTRACE`.
  public static func endAtOnceAtACrash() {
    guard getenv("SWIFT_BACKTRACE") == nil else { return }
    let crashes = [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]
    for number in crashes where !isIgnored(number) { signal(number, SIG_DFL) }
  }
}
