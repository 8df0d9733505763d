import Glibc

/// Why a file cannot be read or written. A reason is in the system's own words, such as "Permission
/// denied".
public enum FileError: Error, Hashable, Sendable {
  case missing(path: String)
  case isDirectory(path: String)
  /// A file where a directory is needed.
  case isNoDirectory(path: String)
  /// It is no file on a disk, and may keep a reader waiting or never end. Only where a person names it,
  /// a pipe is taken.
  case special(path: String, Kind, takesPipes: Bool)
  case unreadable(path: String, reason: String)
  case unwritable(path: String, reason: String)
  /// Another program is writing to it.
  case inUse(path: String)
  /// Something stands there that must not be replaced.
  case exists(path: String)
  /// The file or stream goes on past this many bytes.
  case tooLong(path: String, limit: Int)

  public enum Kind: Hashable, Sendable, CaseIterable { case pipe, socket, device }

  public var path: String {
    switch self {
    case .missing(let path), .isDirectory(let path), .isNoDirectory(let path),
      .special(let path, _, _), .unreadable(let path, _), .unwritable(let path, _),
      .inUse(let path), .exists(let path), .tooLong(let path, _):
      path
    }
  }

  static func unreadable(_ path: String, _ code: Int32) -> FileError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EISDIR: .isDirectory(path: path)
    default: .unreadable(path: path, reason: String(cString: strerror(code)))
    }
  }

  static func unwritable(_ path: String, _ code: Int32) -> FileError {
    code == EISDIR
      ? .isDirectory(path: path)
      : .unwritable(path: path, reason: String(cString: strerror(code)))
  }
}
