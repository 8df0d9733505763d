import Glibc

/// What a directory holds.
enum DirectoryListing {
  struct Entry: Hashable, Sendable {
    let name: String
    let isDirectory: Bool
  }

  /// Lists the entries of a directory in the order of their names, hidden ones left out; a symbolic link
  /// counts as what it leads to.
  static func entries(of path: String) throws(FileError) -> [Entry] {
    var entries: [Entry] = []
    for name in try names(in: path) where !name.hasPrefix(".") {
      var status = stat()
      guard stat(path + "/" + name, &status) == 0 else { continue }
      entries.append(Entry(name: name, isDirectory: status.st_mode & S_IFMT == S_IFDIR))
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// Lists the names in a directory, as the system has them.
  static func names(in path: String) throws(FileError) -> [String] {
    guard let directory = opendir(path) else {
      if errno == ENOTDIR, access(path, F_OK) == 0 {
        throw .unreadable(path: path, reason: "It is a file, not a folder")
      }
      throw .unreadable(path, errno)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }
}
