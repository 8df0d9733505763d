import Glibc

/// Files and streams, as bytes.
public enum FileReader {
  /// 2 GiB.
  public static let maximumLength = 1 << 31

  /// Reads everything of a file, or of standard input for `-`.
  ///
  /// A named pipe or a device is read to its end, which may keep the caller waiting.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    if path == "-" { return try read(descriptor: STDIN_FILENO, path: path) }
    let descriptor = try descriptor(path)
    defer { close(descriptor) }
    return try read(descriptor: descriptor, path: path)
  }

  /// Opens a file to read it piece by piece; what is no file on a disk is read to its end.
  public static func open(_ path: String) throws(FileError) -> any ByteSource {
    if path == "-" { return try read(path) }
    let descriptor = try descriptor(path)
    var isKept = false
    defer { if !isKept { close(descriptor) } }
    let status = try status(descriptor, path, limit: .max)
    // The files of /proc have no size.
    isKept = status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
    return isKept
      ? OpenFile(descriptor, count: Int(status.st_size))
      : try read(descriptor: descriptor, path: path)
  }

  private static func descriptor(_ path: String) throws(FileError) -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path, errno) }
    return descriptor
  }

  /// - Throws: For a folder, and where more is announced than the limit.
  private static func status(
    _ descriptor: Int32, _ path: String, limit: Int
  ) throws(FileError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
    guard status.st_size <= limit else { throw .tooLong(path: path, limit: limit) }
    return status
  }

  static func read(
    descriptor: Int32, path: String, limit: Int = maximumLength
  ) throws(FileError) -> [UInt8] {
    let announced = Int(try status(descriptor, path, limit: limit).st_size)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(announced)
    let length = 1 << 16
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: length, alignment: 1)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, length)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path, errno)
      }
      guard bytes.count + count <= limit else { throw .tooLong(path: path, limit: limit) }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
