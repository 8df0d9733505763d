import Glibc

/// What tells whether a file is still as it was: a new file under the same name differs too.
public struct FileStamp: Hashable, Sendable {
  private let device, number, size: Int
  private let changed, written: [Int]

  /// Nil where there is no regular file.
  ///
  /// - Parameter opens: Whether the file is opened for it: a network file system may keep what it knows of
  ///   a name for a minute, but asks its server when a file is opened.
  public init?(_ path: String, opens: Bool = false) {
    var status = stat()
    let isKnown = stat(path.systemPath, &status) == 0
    // Opening anything else may wait, or take what is meant for another.
    guard isKnown ? status.kind == S_IFREG : opens else { return nil }
    if opens {
      let descriptor = open(path.systemPath, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      guard fstat(descriptor, &status) == 0, status.kind == S_IFREG else { return nil }
    }
    (device, number, size) = (Int(status.st_dev), Int(status.st_ino), Int(status.st_size))
    changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    written = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }
}

extension FileReader {
  /// Reads the end of a file on a disk.
  ///
  /// - Parameter limit: The most bytes that are read; of a longer file the last ones.
  public static func end(of path: String, atMost limit: Int) throws(FileError) -> [UInt8] {
    let source = try open(path, namedBy: .file)
    do throws(FormatError) {
      return try source.bytes(in: max(0, source.count - limit)..<source.count)
    } catch {
      guard case .unreadable(let reason) = error else { return [] }
      throw .unreadable(path: path, reason: reason)
    }
  }
}
