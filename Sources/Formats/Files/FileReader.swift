import Glibc

/// Files and streams, as bytes.
public enum FileReader {
  /// 2 GiB.
  public static let maximumLength = 1 << 31
  /// The most that is read of a stream of which nothing says how long it is: 256 MiB.
  public static let longestStream = 1 << 28

  /// Who names a file, and so what it may be.
  public enum Origin: Hashable, Sendable {
    /// A person: a file on a disk, a pipe or a terminal.
    case person
    /// A file or a folder: a file on a disk alone. Opening it never waits.
    case file
  }

  /// Reads everything of a file, or of standard input for `-`.
  ///
  /// A pipe is read to its end, which may keep the caller waiting.
  ///
  /// - Parameter worth: How many bytes are of use, told by the first 64 kB of them, or by all where
  ///   there are fewer: no more are read. Where it answers nil, and the file is no file on a disk, more
  ///   than `longestStream` bytes are too long.
  public static func read(
    _ path: String, namedBy origin: Origin = .person,
    worth: (_ start: [UInt8]) -> Int? = { _ in nil }
  ) throws(FileError) -> [UInt8] {
    if path == "-", origin == .person {
      return try read(descriptor: STDIN_FILENO, path: path, worth: worth)
    }
    let descriptor = try descriptor(path, origin)
    defer { close(descriptor) }
    return try read(descriptor: descriptor, path: path, worth: worth)
  }

  /// Opens a file to read it piece by piece; what is no file on a disk is read as `read` does it.
  public static func open(
    _ path: String, namedBy origin: Origin = .person,
    worth: (_ start: [UInt8]) -> Int? = { _ in nil }
  ) throws(FileError) -> any ByteSource {
    if path == "-", origin == .person { return try read(path, worth: worth) }
    let descriptor = try descriptor(path, origin)
    var isKept = false
    defer { if !isKept { close(descriptor) } }
    let status = try status(descriptor, path)
    // The files of /proc have no size.
    isKept = status.kind == S_IFREG && status.st_size > 0
    return isKept
      ? OpenFile(descriptor, count: Int(status.st_size))
      : try read(descriptor: descriptor, path: path, worth: worth)
  }

  /// Opens a file of a kind that can be read.
  private static func descriptor(_ path: String, _ origin: Origin) throws(FileError) -> Int32 {
    let name = path.systemPath
    // Before it is opened: a pipe's writer would take that for a reader. Only its other end is waited for.
    var before = stat()
    if stat(name, &before) == 0 { try check(before.kind, path, origin) }
    let waits = before.kind == S_IFIFO
    let descriptor = Glibc.open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | (waits ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw .unreadable(path, errno) }
    do throws(FileError) {
      let kind = try status(descriptor, path).kind
      try check(kind, path, origin)
      if kind == S_IFCHR {
        guard isatty(descriptor) == 1 else { throw .special(path: path, .device, takesPipes: true) }
        _ = fcntl(descriptor, F_SETFL, 0)
      }
    } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }

  /// - Throws: Where a file of this kind is not read; of a person's devices only terminals are.
  private static func check(
    _ kind: mode_t, _ path: String, _ origin: Origin
  ) throws(FileError) {
    switch kind {
    case S_IFREG: break
    case S_IFDIR: throw .isDirectory(path: path)
    case S_IFIFO, S_IFCHR:
      if origin == .file {
        throw .special(path: path, kind == S_IFIFO ? .pipe : .device, takesPipes: false)
      }
    default:
      throw .special(
        path: path, kind == S_IFSOCK ? .socket : .device, takesPipes: origin == .person)
    }
  }

  private static func status(_ descriptor: Int32, _ path: String) throws(FileError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path, errno) }
    return status
  }

  static func read(
    descriptor: Int32, path: String, longest: Int = longestStream,
    worth: (_ start: [UInt8]) -> Int? = { _ in nil }
  ) throws(FileError) -> [UInt8] {
    let status = try status(descriptor, path)
    if status.kind == S_IFDIR { throw .isDirectory(path: path) }
    let isSized = status.kind == S_IFREG && status.st_size > 0
    let limit = isSized ? maximumLength : longest
    guard !isSized || status.st_size <= limit else { throw .tooLong(path: path, limit: limit) }
    let piece = 1 << 16
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 1)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    var (isAsked, wanted) = (false, Int?.none)
    while wanted.map({ bytes.count < $0 }) ?? true {
      let count = Glibc.read(descriptor, buffer.baseAddress, piece)
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path, errno)
      }
      bytes.append(contentsOf: buffer[..<count])
      if !isAsked, count == 0 || bytes.count >= piece {
        (isAsked, wanted) = (true, worth(bytes))
        if isSized { bytes.reserveCapacity(min(wanted ?? limit, Int(status.st_size))) }
      }
      if count == 0 { break }
      guard wanted != nil || bytes.count <= limit else { throw .tooLong(path: path, limit: limit) }
    }
    return bytes
  }
}

extension stat {
  /// The bits of the mode that say what it is: `S_IFREG` and the like.
  var kind: mode_t { st_mode & S_IFMT }
}
