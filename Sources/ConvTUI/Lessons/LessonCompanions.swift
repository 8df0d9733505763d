import Formats

/// Reads a lesson's file again when it changes.
@MainActor final class LessonFile: Companion {
  private let path: String
  private let watch: FileWatch<Result<LessonRun, LessonError>>

  /// - Parameter known: The file as the lesson was read from it.
  init(_ path: String, known: FileStamp, scenes: [any Scene], _ words: Words) {
    self.path = path
    watch = FileWatch(path, known: known, every: .milliseconds(100), settles: true) { _ in
      guard let bytes = try? FileReader.read(path, namedBy: .file) else { return nil }
      return Result { () throws(LessonError) in
        try LessonRun(try LessonReader.lesson(bytes), scenes: scenes, words)
      }
    }
  }

  var descriptors: [Int32] { [watch.descriptor] }

  func tell(_ state: inout State) {
    if let news = watch.takeNews() { _ = state.handle(.lesson(news, file: path)) }
  }
}

/// Keeps how far a lesson has come; where that cannot be kept, nobody is told.
@MainActor final class LessonKeeper: Companion {
  private let key, path: String
  private var kept: LessonProgress?
  private let worker = Worker { KeptFile() }

  /// - Parameter kept: What the archive knows already.
  init?(_ lesson: LessonSource, in archive: LessonArchive, kept: LessonProgress?) {
    guard archive.open() else { return nil }
    (key, path, self.kept) = (lesson.key, archive.file(of: lesson), kept)
  }

  func passOn(_ state: State) {
    guard let progress = state.lesson.map(LessonProgress.init), progress != kept else { return }
    kept = progress
    worker.send(KeptFile.Order(path: path, bytes: Array(progress.text(of: key).utf8)))
  }

  func end() async -> FileError? {
    _ = await worker.end()
    return nil
  }
}
