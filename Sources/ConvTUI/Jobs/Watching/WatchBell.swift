import Formats
import Glibc

/// Wakes the program when a file that it watches is written to, or something is printed, so that this is
/// on the screen at once. Where the system tells of nothing, as on a network's disk, the looks at
/// intervals find it.
@MainActor final class WatchBell: Companion {
  private let input: InputStream?
  private let notices = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
  private var folders: Set<String> = []
  /// For how many files the folders are known.
  private var fileCount = -1
  /// Whether a look is due anyway, because something was heard.
  private var isLookDue = false

  private static let mostFolders = 512

  init(_ input: InputStream?) { self.input = input }

  isolated deinit { if notices >= 0 { close(notices) } }

  /// None while a look is due anyway.
  var descriptors: [Int32] {
    isLookDue ? [] : [notices, input?.bell.descriptor ?? -1].filter { $0 >= 0 }
  }

  func tell(_ state: inout State) {
    let isCalled = input?.bell.take() != nil
    let hasNews = takeNotices() || isCalled
    isLookDue = false
    for index in state.scenes.indices {
      guard var scene = state.scenes[index] as? WatchScene, !scene.roots.isEmpty else { continue }
      if hasNews {
        scene.hear()
        state.scenes[index] = scene
      }
      isLookDue = isLookDue || scene.isLookDue
      follow(scene)
    }
  }

  /// Takes what the system told of.
  private func takeNotices() -> Bool {
    guard notices >= 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    var hasSome = false
    while read(notices, &buffer, buffer.count) > 0 { hasSome = true }
    return hasSome
  }

  /// Listens to the folders in which there are files.
  private func follow(_ scene: WatchScene) {
    guard let tree = scene.report?.tree, tree.files.count != fileCount, notices >= 0 else { return }
    fileCount = tree.files.count
    let places = tree.files.map { $0.path.folder } + scene.roots
    for place in places where place != "-" && folders.count < WatchBell.mostFolders {
      guard folders.insert(place).inserted else { continue }
      let events = IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE
      inotify_add_watch(notices, place.systemPath, UInt32(events))
    }
  }
}

extension String {
  /// What stands before the last slash.
  fileprivate var folder: String {
    guard let slash = lastIndex(of: "/") else { return self == "-" ? self : "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
