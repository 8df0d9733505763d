import Formats
import Glibc

/// Finds the files below a folder. It follows no link that leads out of it, and no link to a folder.
struct FolderScan {
  struct Found: Hashable {
    let path: String
    /// Below the folder.
    let place: String
  }

  private(set) var files: [Found] = []
  private(set) var folders: [(path: String, error: FileError?)] = []
  private(set) var links: [String] = []
  /// Whether there is more than is looked at.
  private(set) var isCut = false

  private static let deepest = 24
  private static let mostFiles = 200_000
  /// Folders in which no training writes.
  private static let skipped: Set<String> = ["node_modules", "__pycache__", "site-packages"]

  private let root: String
  /// Without links; nil where the folder is not there.
  private let realRoot: String?

  init(_ root: String) {
    self.root = root
    realRoot = FolderScan.real(root)
    look(in: root, place: "", depth: 0)
  }

  private mutating func look(in folder: String, place: String, depth: Int) {
    let entries: [DirectoryListing.Entry]
    do throws(FileError) {
      entries = try DirectoryListing.entries(of: folder)
      folders.append((folder, nil))
    } catch {
      folders.append((folder, error))
      return
    }
    for entry in entries {
      guard files.count < FolderScan.mostFiles else {
        isCut = true
        return
      }
      let (path, below) = (
        folder + "/" + entry.name, place.isEmpty ? entry.name : place + "/" + entry.name
      )
      var status = stat()
      guard lstat(path.systemPath, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        if FolderScan.skipped.contains(entry.name) { continue }
        if depth < FolderScan.deepest {
          look(in: path, place: below, depth: depth + 1)
        } else {
          isCut = true
        }
      case S_IFREG: files.append(Found(path: path, place: below))
      case S_IFLNK:
        if !entry.isDirectory, isInside(path) {
          files.append(Found(path: path, place: below))
        } else {
          links.append(path)
        }
      default: break
      }
    }
  }

  /// Whether a link leads to something in the folder.
  private func isInside(_ link: String) -> Bool {
    guard let realRoot, let real = FolderScan.real(link) else { return false }
    return real.hasPrefix(realRoot == "/" ? "/" : realRoot + "/")
  }

  /// The name of a folder, also where it was named by `.` or `..`.
  static func ownName(_ path: String) -> String {
    [".", ".."].contains(path.lastPart) ? real(path)?.lastPart ?? path.lastPart : path.lastPart
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path.systemPath, nil) else { return nil }
    defer { free(found) }
    return String(path: found)
  }
}
