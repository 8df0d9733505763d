import Glibc
import Synchronization

/// The newest value of somebody who works beside the screen, and a descriptor that wakes whoever
/// waits for one.
final class Bell<Value: Sendable>: Sendable {
  /// Can be read as long as there is a value that nobody has taken.
  let descriptor: Int32
  private let writing: Int32
  private let newest = Mutex<Value?>(nil)

  init() {
    var ends: [Int32] = [-1, -1]
    let isOpen = pipe(&ends) == 0
    precondition(isOpen, "no pipe for a bell")
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writing) = (ends[0], ends[1])
  }

  deinit { for end in [descriptor, writing] { close(end) } }

  /// Leaves a value in place of the one before.
  func ring(_ value: Value) {
    newest.withLock { $0 = value }
    var byte: UInt8 = 0
    _ = write(writing, &byte, 1)
  }

  /// The value, if nobody has taken it yet.
  func take() -> Value? {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return newest.withLock { $0.take() }
  }
}
