import Formats
import Glibc
import Model

/// Where a lesson comes from.
enum LessonSource: Hashable, Sendable {
  case builtIn(BuiltInLesson)
  case file(String)

  /// What a person names: a built-in lesson, else a file that is there, else a built-in lesson by its
  /// number or title, else a file that is missing.
  init(_ name: String) {
    let isFile = access(name.systemPath, F_OK) == 0
    let lesson =
      BuiltInLesson(rawValue: name) ?? (isFile ? nil : BuiltInLesson(named: name))
    self = lesson.map { .builtIn($0) } ?? .file(name)
  }

  /// As a person names it.
  var name: String {
    switch self {
    case .builtIn(let lesson): lesson.rawValue
    case .file(let path): path
    }
  }

  /// The file, where it is one that may change.
  var path: String? { if case .file(let path) = self { path } else { nil } }

  var bytes: [UInt8] {
    get throws(FileError) {
      switch self {
      case .builtIn(let lesson): lesson.bytes
      case .file(let path): try FileReader.read(path)
      }
    }
  }

  /// A name for the lesson that no other has: a file's tells which file, from any folder.
  var key: String {
    guard let path else { return name }
    let full = realpath(path.systemPath, nil)
    defer { free(full) }
    var fingerprint = Fingerprint()
    fingerprint.take(full.map { String(path: $0) } ?? path)
    let last = path.split(separator: "/").last ?? ""
    return String(last.prefix { $0 != "." }.filter { $0.isASCII && $0.isLetter }.prefix(40))
      + "-\(fingerprint)"
  }
}
