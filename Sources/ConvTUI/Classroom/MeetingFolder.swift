import Formats
import FoundationEssentials
import Glibc

/// The folder in which lessons and notes on one machine find each other: a socket for each lesson,
/// by the number of its process. Nobody but its owner can enter it.
struct MeetingFolder: Sendable {
  let path: String

  /// `$XDG_RUNTIME_DIR/convtui`, else a folder of the user's in `/tmp`; it is made where it is missing.
  ///
  /// - Throws: `NotesError.folder` where neither can be had for the user alone.
  init(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(NotesError) {
    var candidates = ["/tmp/convtui-\(getuid())"]
    if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/") {
      candidates.insert(runtime + "/convtui", at: 0)
    }
    let own = candidates.first { path in
      path.utf8.count <= MeetingFolder.longest && MeetingFolder.isOwn(path)
    }
    guard let own else { throw .folder(candidates[0]) }
    path = own
  }

  /// The system's limit for a socket's path, less the name in the folder.
  private static let longest = 107 - 20

  /// Makes a folder, and tells whether it is one that nobody else can have put there or enter.
  private static func isOwn(_ path: String) -> Bool {
    mkdir(path.systemPath, 0o700)
    var status = stat()
    return lstat(path.systemPath, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == getuid() && status.st_mode & 0o077 == 0
  }

  func socket(of process: pid_t) -> String { path + "/\(process)" }

  /// The processes that have a socket here, whether they still live or not.
  var processes: [pid_t] {
    let names = (try? DirectoryListing.entries(of: path))?.map(\.name) ?? []
    return names.compactMap { pid_t($0) }.filter { $0 > 0 }.sorted()
  }
}

/// Why there are no notes.
enum NotesError: Error, Hashable, Sendable {
  /// The folder for sockets cannot be made, or belongs to somebody else, or others can enter it.
  case folder(String)
}
