import Glibc

/// What a directory holds.
public enum DirectoryListing {
  public struct Entry: Hashable, Sendable {
    public let name: String
    public let isDirectory: Bool
  }

  /// Lists the entries of a directory in the order of their names' scalars, hidden ones left out; a
  /// symbolic link counts as what it leads to.
  public static func entries(of path: String) throws(FileError) -> [Entry] {
    var entries: [Entry] = []
    for name in try names(in: path) where name.utf8.first != UInt8(ascii: ".") {
      var status = stat()
      let exists = stat((path + "/" + name).systemPath, &status) == 0
      entries.append(Entry(name: name, isDirectory: exists && status.kind == S_IFDIR))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Lists the names in a directory, byte by byte as the system has them.
  static func names(in path: String) throws(FileError) -> [String] {
    guard let directory = opendir(path.systemPath) else {
      if errno == ENOTDIR, access(path.systemPath, F_OK) == 0 {
        throw .isNoDirectory(path: path)
      }
      throw .unreadable(path, errno)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { String(path: Array($0.prefix { $0 != 0 })) })
    }
    return names
  }
}
