import Glibc
import Synchronization

/// Keeps the bytes of packed numbers: in memory as long as they are few, and then in a temporary file.
///
/// The file has no name, so that it is gone when the program is, however that ends. Where it cannot be
/// made, or the disk has no room, all stays in memory.
public final class NumberStore: Sendable {
  enum Place: Sendable {
    case memory([UInt8])
    case file(offset: Int, count: Int)
  }

  private struct Content {
    /// How many bytes there are in memory.
    var inMemory = 0
    /// Nil before it is needed.
    var file: Int32?
    /// Whether nothing more can be written.
    var isFull = false
    /// Where the file ends, and the room in it that is free again, by its length.
    var end = 0
    var free: [Int: [Int]] = [:]
    /// How often something was read from it.
    var readCount = 0
    /// What was read last, each at the place that its offset gives it.
    var recent = [(offset: Int, bytes: [UInt8])](repeating: (-1, []), count: NumberStore.mostRecent)
  }

  public static let shared = NumberStore(budget: 1 << 25, folders: [temporaryFolder, "/tmp"])

  /// Where files may be large; in `/tmp` they often take memory.
  private static var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
  }

  private static let mostRecent = 64
  /// So many bytes of the disk stay free for others: 1 GiB.
  private static let reserve = 1 << 30
  /// How much is free is asked again after so many bytes: 16 MiB.
  private static let stretch = 1 << 24

  /// So many bytes stay in memory.
  private let budget: Int
  /// Where the file may be; the first counts in which it can be made.
  private let folders: [String]
  private let content = Mutex(Content())

  public init(budget: Int, folders: [String]) {
    (self.budget, self.folders) = (budget, folders)
  }

  deinit { content.withLock { if let file = $0.file { close(file) } } }

  func keep(_ bytes: [UInt8]) -> Place {
    content.withLock { content in
      if content.inMemory + bytes.count > budget, let offset = write(bytes, &content) {
        return .file(offset: offset, count: bytes.count)
      }
      content.inMemory += bytes.count
      return .memory(bytes)
    }
  }

  /// Forgets what is no longer needed.
  func drop(_ place: Place) {
    content.withLock { content in
      switch place {
      case .memory(let bytes): content.inMemory -= bytes.count
      case .file(let offset, let count): content.free[count, default: []].append(offset)
      }
    }
  }

  /// - Returns: None where they cannot be read any longer.
  func bytes(_ place: Place) -> [UInt8] {
    switch place {
    case .memory(let bytes): bytes
    case .file(let offset, let count): content.withLock { read(offset, count, &$0) }
    }
  }

  /// How many bytes stand in the file and are needed.
  var countInFile: Int {
    content.withLock { content in
      content.end - content.free.reduce(0) { $0 + $1.key * $1.value.count }
    }
  }

  /// How long the file is.
  var length: Int { content.withLock { $0.end } }

  var readCount: Int { content.withLock { $0.readCount } }

  // MARK: The file

  /// - Returns: Where the bytes stand now; nil where there is no room for them.
  private func write(_ bytes: [UInt8], _ content: inout Content) -> Int? {
    guard !content.isFull, let file = content.file ?? openFile(&content) else { return nil }
    let offset = content.free[bytes.count]?.popLast() ?? content.end
    let isNew = offset == content.end
    if isNew, offset / NumberStore.stretch != (offset + bytes.count) / NumberStore.stretch {
      content.isFull = NumberStore.lacksRoom(file)
    }
    var done = 0
    while done < bytes.count, !content.isFull {
      let count = bytes.withUnsafeBytes {
        pwrite(file, $0.baseAddress! + done, bytes.count - done, off_t(offset + done))
      }
      if count > 0 { done += count } else { content.isFull = errno != EINTR }
    }
    guard done == bytes.count else {
      if !isNew { content.free[bytes.count, default: []].append(offset) }
      return nil
    }
    if isNew { content.end += bytes.count }
    // What stood there before may have been read.
    let slot = NumberStore.slot(offset)
    if content.recent[slot].offset == offset { content.recent[slot] = (-1, []) }
    return offset
  }

  private func openFile(_ content: inout Content) -> Int32? {
    for folder in folders {
      guard let file = try? TemporaryFile(beside: folder + "/values", path: folder) else {
        continue
      }
      unlink(file.path.systemPath)
      content.isFull = NumberStore.lacksRoom(file.descriptor)
      if content.isFull {
        close(file.descriptor)
        continue
      }
      content.file = file.descriptor
      return file.descriptor
    }
    content.isFull = true
    return nil
  }

  private static func lacksRoom(_ file: Int32) -> Bool {
    var status = statvfs()
    guard fstatvfs(file, &status) == 0 else { return false }
    return Int(status.f_bavail) * Int(status.f_frsize) < reserve
  }

  private func read(_ offset: Int, _ count: Int, _ content: inout Content) -> [UInt8] {
    let slot = NumberStore.slot(offset)
    if content.recent[slot].offset == offset { return content.recent[slot].bytes }
    guard let file = content.file else { return [] }
    content.readCount += 1
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let found = pread(file, buffer.baseAddress! + done, count - done, off_t(offset + done))
        if found < 0, errno == EINTR { continue }
        guard found > 0 else { break }
        done += found
      }
    }
    guard bytes.count == count else { return [] }
    content.recent[slot] = (offset, bytes)
    return bytes
  }

  /// Neighbours have different places.
  private static func slot(_ offset: Int) -> Int { offset / 1024 % mostRecent }
}
