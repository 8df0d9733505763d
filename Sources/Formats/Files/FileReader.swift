import Glibc

/// Whole files and streams, as bytes.
public enum FileReader {
  /// 2 GiB.
  public static let maximumLength = 1 << 31

  /// Reads everything of a file, or of standard input for `-`.
  ///
  /// A named pipe or a device is read to its end, which may keep the caller waiting.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    if path == "-" { return try read(descriptor: STDIN_FILENO, path: path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path, errno) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, path: path)
  }

  static func read(
    descriptor: Int32, path: String, limit: Int = maximumLength
  ) throws(FileError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
    let announced = Int(status.st_size)
    guard announced <= limit else { throw .tooLong(path: path, limit: limit) }

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
