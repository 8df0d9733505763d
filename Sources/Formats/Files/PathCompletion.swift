import Glibc

/// Paths that begin as one does that is being typed.
public enum PathCompletion {
  /// Lists the files and folders whose paths begin with a text, in the order of their names; a folder
  /// ends with a slash. Hidden ones are left out, unless the name begins with a dot.
  ///
  /// - Returns: As many as `limit` at most; none where the folder cannot be read.
  public static func paths(beginning text: String, limit: Int = 1000) -> [String] {
    let end = text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex
    let (folder, name) = (String(text[..<end]), text[end...])
    guard let names = try? DirectoryListing.names(in: folder.isEmpty ? "." : folder) else {
      return []
    }
    return names.filter { isOffered($0, for: name) }.sorted().prefix(limit).map {
      folder + $0 + (isFolder(folder + $0) ? "/" : "")
    }
  }

  private static func isOffered(_ name: String, for beginning: Substring) -> Bool {
    guard name.hasPrefix(beginning), name != ".", name != ".." else { return false }
    return !name.hasPrefix(".") || beginning.hasPrefix(".")
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path.systemPath, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
