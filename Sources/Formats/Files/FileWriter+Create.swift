import Glibc

extension FileWriter {
  /// Writes a file that is not there yet: its path leads to the whole content or to nothing.
  ///
  /// - Throws: `exists` where anything stands there, also a symbolic link that leads nowhere.
  public static func create(_ bytes: [UInt8], at path: String) throws(FileError) {
    var old = stat()
    guard lstat(path.systemPath, &old) != 0 else {
      throw old.kind == S_IFDIR ? .isDirectory(path: path) : .exists(path: path)
    }
    guard errno == ENOENT else { throw .unwritable(path, errno) }
    let temporary = try TemporaryFile(beside: path, path: path)
    defer { unlink(temporary.path.systemPath) }
    do throws(FileError) {
      try write(bytes, to: temporary.descriptor, path: path)
      // A file system without this call answers EINVAL.
      if fsync(temporary.descriptor) != 0, errno != EINVAL { throw .unwritable(path, errno) }
    } catch {
      close(temporary.descriptor)
      throw error
    }
    guard close(temporary.descriptor) == 0 else { throw .unwritable(path, errno) }
    // Unlike a new name, a second one is refused where another program has taken it meanwhile.
    switch link(temporary.path.systemPath, path.systemPath) == 0 ? 0 : errno {
    case 0: break
    case EEXIST: throw .exists(path: path)
    case EPERM, ENOSYS, EOPNOTSUPP:
      guard rename(temporary.path.systemPath, path.systemPath) == 0 else {
        throw .unwritable(path, errno)
      }
    case let code: throw .unwritable(path, code)
    }
  }
}
