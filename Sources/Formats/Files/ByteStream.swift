/// A source's bytes one after the other.
final class ByteStream {
  private let source: any ByteSource
  /// How many bytes are read at once.
  private let piece: Int
  private var buffer: [UInt8] = []
  /// Where the buffer stands in the source.
  private var start = 0
  private var next = 0
  /// The error of a read whose caller could not receive it.
  private(set) var failure: FormatError?

  init(_ source: any ByteSource, piece: Int = 1 << 16) {
    self.source = source
    self.piece = piece
  }

  /// Of the next byte, in the source.
  var offset: Int { start + next }

  /// The next byte, which stays the next one; nil at the end.
  func peek() throws(FormatError) -> UInt8? {
    if next >= buffer.count {
      start += next
      next = 0
      buffer = try source.bytes(in: start..<start + piece)
    }
    return next < buffer.count ? buffer[next] : nil
  }

  /// Skips some bytes, or all if there are fewer.
  func skip(_ count: Int = 1) { next += min(count, source.count - offset) }

  /// The next bytes as a big-endian number; nil where they are not all there.
  func number(size: Int) throws(FormatError) -> Int? {
    let bytes = try bytes(size)
    return bytes.number(at: 0, size: size, isBigEndian: true)
  }

  /// The next bytes, fewer only at the end.
  func bytes(_ count: Int) throws(FormatError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, try peek() != nil {
      let more = buffer[next..<min(buffer.count, next + count - bytes.count)]
      bytes += more
      next += more.count
    }
    return bytes
  }

  /// Copies the next bytes.
  ///
  /// - Returns: How many were copied; fewer than there is room for only at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    var done = 0
    while done < target.count, try peek() != nil {
      let count = min(buffer.count - next, target.count - done)
      let rest = UnsafeMutableRawBufferPointer(rebasing: target[done...])
      rest.copyBytes(from: buffer[next..<next + count])
      next += count
      done += count
    }
    return done
  }
}

// MARK: For C

extension ByteStream {
  /// This stream as a C function's context; it must be kept alive.
  var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// Reads from the stream that the context is; should that fail, `failure` keeps why.
  static let read:
    @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int) -> Int = {
      let stream = Unmanaged<ByteStream>.fromOpaque($0!).takeUnretainedValue()
      do throws(FormatError) {
        return try stream.read(into: UnsafeMutableRawBufferPointer(start: $1, count: $2))
      } catch {
        stream.failure = error
        return 0
      }
    }
}
