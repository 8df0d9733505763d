import Formats

/// Looks after a file beside the screen, and reads it when it has become another.
///
/// It opens the file and asks for its size and times at intervals, which takes a few microseconds and also
/// tells of changes that a network file system announces to nobody.
final class FileWatch<Value: Sendable>: Sendable {
  private let bell = Bell<Value>()
  private let task: Task<Void, Never>

  /// - Parameters:
  ///   - known: The file as it has been read already; nil where its content is news.
  ///   - pause: The time between two looks.
  ///   - settles: Whether it is read only once it has stayed the same for two looks: editors write
  ///     some files in pieces.
  ///   - read: Reads the file and makes of it what is needed, told what came of the file before; nil
  ///     where there is nothing new.
  init(
    _ path: String, known: FileStamp? = nil, every pause: Duration, settles: Bool = false,
    _ read: @escaping @Sendable (_ before: Value?) -> Value?
  ) {
    task = Task.detached { [bell] in
      var (seen, done) = (known, known)
      var last: Value?
      while !Task.isCancelled {
        let stamp = FileStamp(path, opens: true)
        if let stamp, stamp != done, !settles || stamp == seen {
          done = stamp
          if let value = read(last) {
            last = value
            bell.ring(value)
          }
        }
        seen = stamp
        try? await Task.sleep(for: pause)
      }
    }
  }

  deinit { task.cancel() }

  /// Can be read when there is news.
  var descriptor: Int32 { bell.descriptor }

  /// What the file has become, if that is news.
  func takeNews() -> Value? { bell.take() }
}
