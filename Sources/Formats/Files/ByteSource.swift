/// The bytes of a file: in memory, or read from the file when needed.
public protocol ByteSource: Sendable {
  var count: Int { get }

  /// Copies the bytes from an offset on, as many as there is room for.
  ///
  /// - Parameter offset: In 0...count.
  /// - Returns: How many were copied; fewer than there is room for only at the end.
  /// - Throws: `unreadable` where the file itself fails.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int
}

extension ByteSource {
  /// The bytes of a range, as far as there are any.
  public func bytes(in range: Range<Int>) throws(FormatError) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    var found = 0
    var bytes = try [UInt8].filled(range.count) { (buffer) throws(FormatError) in
      found = try read(at: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
    }
    bytes.removeLast(range.count - found)
    return bytes
  }

  /// All of them.
  ///
  /// - Throws: `tooManyBytes`; what the source throws.
  public func allBytes() throws(FormatError) -> [UInt8] {
    guard count <= FileReader.maximumLength else {
      throw .tooManyBytes(limit: FileReader.maximumLength)
    }
    return try bytes(in: 0..<count)
  }

  /// What tells of the format.
  func start() throws(FormatError) -> [UInt8] { try bytes(in: 0..<4096) }
}

extension [UInt8]: ByteSource {
  public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let copied = Swift.min(buffer.count, count - offset)
    withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + copied]))
    }
    return copied
  }
}
