import Glibc
import Synchronization

/// Standard input, or what a program prints, read as it comes.
///
/// A thread of its own takes it in, so that whoever writes need not wait until it is asked for.
final class InputStream: Sendable {
  private let descriptor: Int32
  /// Whether a read waits until something comes.
  private let waits: Bool
  private let taken = Mutex<(bytes: [UInt8], hasEnded: Bool)>(([], false))
  /// Rings when something came.
  let bell = Bell<Bool>()

  /// So much is taken in before whoever writes has to wait: 64 MiB.
  private static let most = 1 << 26
  private static let piece = 1 << 16

  /// - Parameter waits: Whether a read waits until something comes.
  init(_ descriptor: Int32 = STDIN_FILENO, waits: Bool) {
    (self.descriptor, self.waits) = (descriptor, waits)
    if !waits { begin() }
  }

  /// Whether all of it was read.
  var hasEnded: Bool { taken.withLock { $0.hasEnded && $0.bytes.isEmpty } }

  /// - Returns: What has come; empty where there is nothing now.
  func read(atMost count: Int) -> [UInt8] {
    if waits { takeIn(atMost: count) }
    return taken.withLock { taken in
      if taken.bytes.count <= count {
        defer { taken.bytes = [] }
        return taken.bytes
      }
      defer { taken.bytes.removeFirst(count) }
      return Array(taken.bytes.prefix(count))
    }
  }

  /// Waits for bytes and takes them in.
  private func takeIn(atMost count: Int) {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
      var found = Glibc.read(descriptor, buffer.baseAddress, count)
      while found < 0, errno == EINTR || errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, -1)
        found = Glibc.read(descriptor, buffer.baseAddress, count)
      }
      size = max(0, found)
    }
    taken.withLock {
      if bytes.isEmpty { $0.hasEnded = true } else { $0.bytes += bytes }
    }
  }

  private func begin() {
    var thread = pthread_t()
    let owner = Unmanaged.passRetained(self).toOpaque()
    let status = pthread_create(
      &thread, nil,
      { owner in
        let stream = Unmanaged<InputStream>.fromOpaque(owner!).takeRetainedValue()
        stream.follow()
        return nil
      }, owner)
    precondition(status == 0, "no thread for standard input")
    pthread_detach(thread)
  }

  private func follow() {
    while !taken.withLock({ $0.hasEnded }) {
      while taken.withLock({ $0.bytes.count }) > InputStream.most { usleep(1000) }
      takeIn(atMost: InputStream.piece)
      bell.ring(true)
    }
  }
}
