import Glibc

/// A file on a disk that is read piece by piece.
final class OpenFile: ByteSource {
  private let descriptor: Int32
  /// When it was opened; should the file shrink, reads end early.
  let count: Int

  /// - Parameter descriptor: Of a regular file; closed with this object.
  init(_ descriptor: Int32, count: Int) {
    (self.descriptor, self.count) = (descriptor, count)
  }

  deinit { close(descriptor) }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    var done = 0
    while done < buffer.count {
      let rest = buffer.count - done
      let count = pread(descriptor, buffer.baseAddress! + done, rest, off_t(offset + done))
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(reason: String(cString: strerror(errno)))
      }
      done += count
    }
    return done
  }
}
