import Glibc

/// Standard input.
struct InputStream: Sendable {
  /// Whether a read waits until something comes.
  let waits: Bool
  private(set) var hasEnded = false

  init(waits: Bool) { self.waits = waits }

  /// - Returns: What has come; empty where there is nothing now.
  mutating func read(atMost count: Int) -> [UInt8] {
    guard !hasEnded else { return [] }
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, waits ? -1 : 0) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    let found = Glibc.read(STDIN_FILENO, &bytes, count)
    guard found > 0 else {
      hasEnded = found == 0 || errno != EINTR && errno != EAGAIN
      return []
    }
    return Array(bytes[..<found])
  }
}
