import Glibc

/// What tmux knows of the terminal that it is shown in; it does not answer for it.
enum TmuxClient {
  /// For so long its answer is waited for.
  private static let patience = Duration.milliseconds(100)

  /// Whether tmux hands on 24-bit colour; not where there is no tmux that says so.
  static func showsDirectColor(_ environment: [String: String]) -> Bool {
    let features = output(
      ["tmux", "display-message", "-p", "#{client_termfeatures}"], environment)
    return features.split { $0 == "," || $0.isWhitespace }.contains("RGB")
  }

  /// What a command writes, or nothing where it takes too long.
  private static func output(_ command: [String], _ environment: [String: String]) -> String {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return "" }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var process: pid_t = 0
    let status = withCStrings(command) { command in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawnp(&process, command[0]!, &actions, nil, command, environment)
      }
    }
    close(ends[1])
    guard status == 0 else { return "" }
    let text = text(from: ends[0])
    // One that has closed its output is as good as done.
    if text == nil { kill(process, SIGKILL) }
    waitpid(process, nil, 0)
    return text ?? ""
  }

  /// All that arrives up to the end; nil where that does not come in time.
  private static func text(from source: Int32) -> String? {
    let end = ContinuousClock.now + patience
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1024)
    while case let left = end - .now, left > .zero {
      var poller = pollfd(fd: source, events: Int16(POLLIN), revents: 0)
      guard poll(&poller, 1, left.wholeMilliseconds) > 0 else { return nil }
      let count = read(source, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
    return nil
  }
}

/// Calls `body` with an array of C strings that ends with nil.
func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers)
}
