import ArgumentParser
import Glibc
import Terminal

/// Standard output: data only.
enum Output {
  /// Writes all of a text; a reader that has gone ends the program quietly.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes a text for a person, in the characters of the locale.
  static func say(_ text: String) throws { try write(inLocale(text)) }

  private static func inLocale(_ text: String) -> String {
    TextEncoding.ofLocale == .unicode ? text : text.ascii
  }

  static func write(_ bytes: [UInt8]) throws {
    switch write(bytes, to: STDOUT_FILENO) {
    case 0: break
    case EPIPE: throw ExitCode.success
    case let code:
      let reason = String(cString: strerror(code))
      throw Failure { $0.outputFailed(reason) }
    }
  }

  /// Writes a sentence and the end of its line to standard error, if anybody reads it.
  static func tell(_ sentence: (Words) -> String) { report(sentence(.ofProcess) + "\n") }

  /// Writes a text to standard error, if anybody reads it.
  static func report(_ text: String) { _ = write(Array(inLocale(text).utf8), to: STDERR_FILENO) }

  /// Writes all bytes, waiting where the descriptor does not block by itself.
  ///
  /// - Returns: 0, or the system's number of what went wrong.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + start, bytes.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN {
        var writable = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&writable, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
