import Formats
import Glibc

/// What the system says of a file, without opening it.
struct WatchedStatus: Hashable, Sendable {
  let size: Int
  /// In seconds since 1970.
  let written: Double
  /// Another file under the same name has another.
  let identity: [Int]

  /// - Throws: `missing` where there is none; `special` for what is no file on a disk.
  init(_ path: String) throws(FileError) {
    var status = stat()
    guard stat(path.systemPath, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else {
        throw .unreadable(path: path, reason: String(cString: strerror(errno)))
      }
      throw .missing(path: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .special(path: path, .device, takesPipes: false)
    }
    size = Int(status.st_size)
    written = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
    identity = [Int(status.st_dev), Int(status.st_ino)]
  }

  /// The present time, in seconds since 1970.
  static func now() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
