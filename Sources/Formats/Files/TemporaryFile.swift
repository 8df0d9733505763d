import Glibc

/// A new, empty file with a name of its own, open for writing; whoever makes it closes and removes it.
struct TemporaryFile {
  let path: String
  let descriptor: Int32

  /// Creates the file in the directory of `target`, so that it can take that file's name.
  init(beside target: String, path reported: String) throws(FileError) {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      let name = ".convtui-" + String(generator.next(), radix: 36)
      let path = TemporaryFile.directory(of: target) + name
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        self.path = path
        self.descriptor = descriptor
        return
      }
      guard errno == EEXIST else { throw .unwritable(reported, errno) }
    }
    throw .unwritable(reported, EEXIST)
  }

  /// Everything up to and with the last slash; empty where there is none.
  static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
