import Formats
import Model

/// Files of shared states: lines, of which the last whole one counts, so that whoever appends each new
/// state to a copy has a good one too.
enum SharedFile {
  /// The most bytes of a state, and the most that are read from the end of a file.
  static let longest = 1 << 20
  /// How every such line begins.
  static let start = Array("{\"convtui\":\(Session.version),".utf8)

  /// The last whole line of a file's end.
  static func lastLine(of bytes: [UInt8]) -> [UInt8]? {
    let feed = UInt8(ascii: "\n")
    guard let end = bytes.lastIndex(of: feed) else { return nil }
    let begin = bytes[..<end].lastIndex(of: feed).map { $0 + 1 } ?? 0
    return Array(bytes[begin..<end])
  }

  /// What a file shows now, or what is wrong with it; nil where that is nothing new.
  static func news(in path: String, after before: News?) -> News? {
    guard let bytes = try? FileReader.end(of: path, atMost: longest),
      let line = lastLine(of: bytes), line != before?.line
    else { return nil }
    do {
      return .view(try SharedView(line) { try picture($0) })
    } catch {
      let words = Words.ofProcess
      return .fault(words.about(words.place(path), words.sentence(error)), of: line)
    }
  }

  enum News: Sendable {
    case view(SharedView)
    /// A sentence.
    case fault(String, of: [UInt8])

    var line: [UInt8] {
      switch self {
      case .view(let view): view.line
      case .fault(_, let line): line
      }
    }
  }

  /// The picture of a scene that is shared, where it is there and not too large.
  private static func picture(_ file: Picture.File) throws -> Picture {
    try Load.picture(
      file.path, channels: file.channels, maximumPixels: mostPixels, namedBy: .file
    ) { _ in }
  }

  private static let mostPixels = 1 << 24
}

/// Writes what is shown to a file at every change.
@MainActor final class SharingFile: Companion {
  private let path: String
  private var last = ""
  private var told: FileError?
  private let worker = Worker { KeptFile() }

  init(_ path: String) { self.path = path }

  func passOn(_ state: State) {
    let text = state.shared
    if text != last, text.utf8.count < SharedFile.longest {
      worker.send(KeptFile.Order(path: path, bytes: Array((text + "\n").utf8), isLasting: false))
    }
    last = text
  }

  func tell(_ state: inout State) {
    guard let failure = worker.takeReport() else { return }
    if let failure, failure != told {
      let sentence = state.words.notShared(failure)
      _ = state.handle(.answer(sentence, isGood: false))
    }
    told = failure
  }

  func end() async -> FileError? { await worker.end() }
}

/// Shows what a file tells that somebody else writes.
@MainActor final class FollowedFile: Companion {
  private let watch: FileWatch<SharedFile.News>

  init(_ path: String) {
    watch = FileWatch(path, every: .milliseconds(100)) { SharedFile.news(in: path, after: $0) }
  }

  var descriptors: [Int32] { [watch.descriptor] }

  func tell(_ state: inout State) {
    switch watch.takeNews() {
    case .view(let view): _ = state.handle(.shared(view))
    case .fault(let sentence, _): _ = state.handle(.answer(sentence, isGood: false))
    case nil: break
    }
  }
}
