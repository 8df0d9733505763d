import Glibc

/// Whole files from bytes, never half of one.
public enum FileWriter {
  /// Writes a file so that at every moment its path leads to the whole old or the whole new content.
  ///
  /// The new content goes to a new file in the same directory, to the disk, and then takes the old
  /// file's name; on failure it is removed and the old file stays. Permissions, and as far as the
  /// system lets us the owner, are kept; other hard links keep the old content. A symbolic link stays
  /// and its target is replaced. What is not a regular file, such as a pipe or `/dev/null`, is
  /// written directly.
  ///
  /// - Parameter isLasting: Whether it is on the disk before it takes the name, to outlast a loss of
  ///   power; that takes some milliseconds.
  public static func write(
    _ bytes: [UInt8], to path: String, isLasting: Bool = true
  ) throws(FileError) {
    try write(to: path, isLasting: isLasting) { (descriptor) throws(FileError) in
      try write(bytes, to: descriptor, path: path)
    }
  }

  /// Removes what is left of writing a file where programs were killed in the middle of it.
  ///
  /// - Precondition: No other program writes the file now.
  public static func removeLeftovers(of path: String) {
    if let target = try? linkTarget(of: path) { TemporaryFile.removeLeftovers(for: target) }
  }

  /// - Throws: `special` where a named pipe stands at a path: writing to it would wait for a reader.
  public static func checkIsNoPipe(_ path: String) throws(FileError) {
    var old = stat()
    guard stat(path.systemPath, &old) == 0, old.kind == S_IFIFO else { return }
    throw .special(path: path, .pipe, takesPipes: false)
  }

  /// The same with any way to fill the file.
  static func write(
    to path: String, isLasting: Bool = true, _ fill: (Int32) throws(FileError) -> Void
  ) throws(FileError) {
    var old = stat()
    let exists = stat(path.systemPath, &old) == 0
    if !exists, errno != ENOENT { throw .unwritable(path, errno) }
    switch exists ? old.kind : S_IFREG {
    case S_IFDIR: throw .isDirectory(path: path)
    case S_IFREG: break
    default:
      try writeDirectly(to: path, fill)
      return
    }
    if exists, access(path.systemPath, W_OK) != 0 { throw .unwritable(path, errno) }

    let target = try linkTarget(of: path)
    let temporary = try TemporaryFile(beside: target, path: path)
    do throws(FileError) {
      if exists {
        _ = fchown(temporary.descriptor, old.st_uid, old.st_gid)
        try check(fchmod(temporary.descriptor, old.st_mode & 0o7777), path)
      }
      try fill(temporary.descriptor)
      // A file system without this call answers EINVAL.
      if isLasting, fsync(temporary.descriptor) != 0, errno != EINVAL {
        throw .unwritable(path, errno)
      }
    } catch {
      close(temporary.descriptor)
      unlink(temporary.path.systemPath)
      throw error
    }
    guard close(temporary.descriptor) == 0,
      rename(temporary.path.systemPath, target.systemPath) == 0
    else {
      let code = errno
      unlink(temporary.path.systemPath)
      throw .unwritable(path, code)
    }
  }

  private static func writeDirectly(
    to path: String, _ fill: (Int32) throws(FileError) -> Void
  ) throws(FileError) {
    let descriptor = open(path.systemPath, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(path, errno) }
    do throws(FileError) {
      try fill(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    try check(close(descriptor), path)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + start, bytes.count - start)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unwritable(path, errno)
      }
      start += count
    }
  }

  /// The path behind a chain of symbolic links, whether or not anything is there yet.
  private static func linkTarget(of path: String) throws(FileError) -> String {
    var target = path
    for _ in 0..<40 {
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let length = buffer.withUnsafeMutableBytes {
        readlink(target.systemPath, $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
      }
      guard length >= 0 else { return target }
      let link = Array(buffer[..<length])
      let isAbsolute = link.first == UInt8(ascii: "/")
      target = (isAbsolute ? "" : TemporaryFile.directory(of: target)) + String(path: link)
    }
    throw .unwritable(path, ELOOP)
  }

  private static func check(_ result: Int32, _ path: String) throws(FileError) {
    if result != 0 { throw .unwritable(path, errno) }
  }
}
