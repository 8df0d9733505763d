import Glibc

/// A new, empty file with a unique name, open for reading and writing; the caller closes and removes it.
struct TemporaryFile {
  let path: String
  let descriptor: Int32

  /// Creates the file in the directory of `target`, so that it can take that file's name.
  init(beside target: String, path reported: String) throws(FileError) {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      let path = TemporaryFile.start(for: target) + String(generator.next(), radix: 36)
      let descriptor = open(path.systemPath, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        self.path = path
        self.descriptor = descriptor
        return
      }
      guard errno == EEXIST else { throw .unwritable(reported, errno) }
    }
    throw .unwritable(reported, EEXIST)
  }

  /// Removes the files that programs which were killed have left behind for a target.
  ///
  /// - Precondition: No other program writes to the target now.
  static func removeLeftovers(for target: String) {
    let (directory, start) = (directory(of: target), start(for: target))
    let names = try? DirectoryListing.names(in: directory.isEmpty ? "." : directory)
    for path in (names ?? []).map({ directory + $0 })
    where path.utf8.starts(with: start.utf8) {
      // A dash more belongs to a file of another name.
      let hasDash = path.utf8.dropFirst(start.utf8.count).contains(UInt8(ascii: "-"))
      if !hasDash { unlink(path.systemPath) }
    }
  }

  /// What the path of each such file for a target begins with; a name as long as a directory can hold
  /// is cut, to leave room for the rest.
  private static func start(for target: String) -> String {
    let directory = directory(of: target)
    let name = target.pathBytes.dropFirst(directory.pathBytes.count).prefix(200)
    return directory + ".convtui-" + String(path: Array(name)) + "-"
  }

  /// Everything up to and with the last slash; empty where there is none.
  static func directory(of path: String) -> String {
    path.unicodeScalars.lastIndex(of: "/").map { String(path.unicodeScalars[...$0]) } ?? ""
  }
}
