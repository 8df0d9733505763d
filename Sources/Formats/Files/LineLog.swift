import Glibc

/// A file that grows by whole lines, such as one JSON object each: whoever reads it while it is
/// written sees every line that was appended.
public final class LineLog: Sendable {
  private let path: String
  private let descriptor: Int32

  /// Opens a file to append to, and makes it if it is missing. A last line without its end, left by a
  /// run that was stopped, is cut off. Until the log goes, no other one can be opened on the file.
  ///
  /// - Parameter isKept: Is asked of each line; those that it does not want are taken off, and all
  ///   others stay as they are.
  /// - Throws: What keeps the file from being opened, read or cut, such as another log.
  public init(
    appendingTo path: String, keeping isKept: ((_ line: String) -> Bool)? = nil
  ) throws(FileError) {
    try FileWriter.checkIsNoPipe(path)
    self.path = path
    descriptor = open(path.systemPath, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    // Where this throws, the descriptor is closed all the same: everything is initialized.
    guard descriptor >= 0 else { throw .unwritable(path, errno) }
    // A file system without locks has other errors.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      throw .inUse(path: path)
    }
    try cutUnfinishedLine()
    guard let isKept else { return }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.kind == S_IFREG else {
      throw .special(path: path, .device, takesPipes: false)
    }
    try cut(keeping: isKept)
  }

  deinit {
    guard descriptor >= 0 else { return }
    // A program that is being started at this moment still has the descriptor too, and so the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Appends a line and its end by one write, which a reader sees at once.
  ///
  /// - Precondition: No line feed in it.
  /// - Throws: `unwritable`, such as for a full disk. What was written of the line is taken back
  ///   where the system lets us, and the log may be used again.
  public func append(_ line: String) throws(FileError) {
    precondition(!line.utf8.contains(.lineFeed))
    do throws(FileError) {
      try FileWriter.write(Array(line.utf8) + [.lineFeed], to: descriptor, path: path)
    } catch {
      try? cutUnfinishedLine()
      throw error
    }
  }

  /// Takes off all from the first line on that is not kept, and writes the later ones that are.
  private func cut(keeping isKept: (String) -> Bool) throws(FileError) {
    var (line, start, end): ([UInt8], Int, Int) = ([], 0, 0)
    var (cut, later): (Int?, [UInt8]) = (nil, [])
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptor, &piece, piece.count, off_t(end))
      guard count >= 0 else { throw .unreadable(path, errno) }
      guard count > 0 else { break }
      var rest = piece[..<count]
      while let feed = rest.firstIndex(of: .lineFeed) {
        line += rest[..<feed]
        if !isKept(String(decoding: line, as: UTF8.self)) {
          cut = cut ?? start
        } else if cut != nil {
          later += line + [.lineFeed]
        }
        line.removeAll(keepingCapacity: true)
        start = end + feed + 1
        rest = rest[(feed + 1)...]
      }
      line += rest
      end += count
    }
    guard let cut else { return }
    guard ftruncate(descriptor, off_t(cut)) == 0 else { throw .unwritable(path, errno) }
    try FileWriter.write(later, to: descriptor, path: path)
  }

  /// Takes off what follows the last line feed, in a regular file.
  private func cutUnfinishedLine() throws(FileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unwritable(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { return }
    let length = Int(status.st_size)
    var end = length
    var piece = [UInt8](repeating: 0, count: 4096)
    while end > 0 {
      let start = max(0, end - piece.count)
      let count = pread(descriptor, &piece, end - start, off_t(start))
      guard count == end - start else { throw .unreadable(path, count < 0 ? errno : EIO) }
      if let feed = piece[..<count].lastIndex(of: .lineFeed) {
        end = start + feed + 1
        break
      }
      end = start
    }
    guard end == length || ftruncate(descriptor, off_t(end)) == 0 else {
      throw .unwritable(path, errno)
    }
  }
}
