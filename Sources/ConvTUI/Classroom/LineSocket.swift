import Glibc

/// One end of a connection on this machine over which lines go both ways. No call waits.
///
/// Of lines that the other end has not taken yet, only the newest is kept.
final class LineSocket {
  let descriptor: Int32
  private(set) var isOpen = true
  private let longest: Int
  private var received: [UInt8] = []
  /// What is on its way, and the line to follow it.
  private var (unsent, next): ([UInt8], [UInt8]?) = ([], nil)

  /// - Parameters:
  ///   - descriptor: Of a connected socket, which is closed with this object.
  ///   - longest: The most bytes of a line that is taken; who sends a longer one is left.
  init(_ descriptor: Int32, longest: Int) {
    (self.descriptor, self.longest) = (descriptor, longest)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  deinit { Glibc.close(descriptor) }

  /// The whole lines that have come; of a flood some, and the rest later.
  func lines() -> [String] {
    guard isOpen else { return [] }
    var bytes = [UInt8](repeating: 0, count: min(longest, 1 << 14))
    let count = recv(descriptor, &bytes, bytes.count, 0)
    if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { isOpen = false }
    received += bytes[..<max(0, count)]
    var parts = received.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    received = Array(parts.removeLast())
    if received.count >= longest { isOpen = false }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Sends a line, in place of one that waits.
  func send(_ line: String) {
    next = Array((line + "\n").utf8)
    flush()
  }

  /// Sends what the other end takes now.
  func flush() {
    while isOpen {
      if unsent.isEmpty {
        guard let line = next.take() else { return }
        unsent = line
      }
      let count = Glibc.send(descriptor, unsent, unsent.count, Int32(MSG_NOSIGNAL))
      if count < 0 {
        if errno != EAGAIN && errno != EINTR { isOpen = false }
        return
      }
      unsent.removeFirst(count)
    }
  }
}

extension LineSocket {
  /// Connects to who listens at a path.
  ///
  /// - Returns: Nil where nobody takes connections now.
  static func connected(to path: String, longest: Int) -> (socket: LineSocket?, isDead: Bool) {
    guard let descriptor = unconnected() else { return (nil, false) }
    if withAddress(path, { connect(descriptor, $0, $1) }) == 0 {
      return (LineSocket(descriptor, longest: longest), false)
    }
    let isDead = errno == ECONNREFUSED
    Glibc.close(descriptor)
    return (nil, isDead)
  }

  /// A socket that does not wait; nil where there are too many.
  static func unconnected() -> Int32? {
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(AF_UNIX, type, 0)
    return descriptor >= 0 ? descriptor : nil
  }

  /// Calls `body` with the address of a path.
  ///
  /// - Precondition: The path has less than 108 bytes.
  static func withAddress<Result>(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = path.systemPath
    withUnsafeMutableBytes(of: &address.sun_path) { target in
      precondition(bytes.count <= target.count)
      bytes.withUnsafeBytes { target.copyMemory(from: $0) }
    }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
