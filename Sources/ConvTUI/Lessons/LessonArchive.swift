import Formats
import FoundationEssentials
import Glibc

/// The folder in which the progress of lessons is kept, a file for each.
struct LessonArchive: Sendable {
  let path: String

  /// `$XDG_STATE_HOME/convtui`, else `~/.local/state/convtui`; nil where neither is known.
  ///
  /// Source: *XDG Base Directory Specification*, by which a path that is not absolute counts as none.
  init?(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
    func folder(_ name: String) -> String? {
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    guard let state = folder("XDG_STATE_HOME") ?? folder("HOME").map({ $0 + "/.local/state" })
    else { return nil }
    path = state + "/convtui"
  }

  func file(of lesson: LessonSource) -> String { path + "/" + lesson.key + ".json" }

  /// How far a lesson has come; nil where nothing is known that can be read.
  func progress(in lesson: LessonSource) -> LessonProgress? {
    guard let bytes = try? FileReader.end(of: file(of: lesson), atMost: LessonArchive.longest)
    else { return nil }
    return LessonProgress(bytes, of: lesson.key)
  }

  /// The most bytes that a file may have.
  private static let longest = 1 << 16

  /// Makes the folder, with those on its way, for its owner alone.
  ///
  /// - Returns: Whether files can be written there.
  func open() -> Bool {
    let parts = path.split(separator: "/")
    for count in parts.indices {
      mkdir(("/" + parts[...count].joined(separator: "/")).systemPath, 0o700)
    }
    return access(path.systemPath, W_OK | X_OK) == 0
  }
}
