import Model

extension [UInt8] {
  /// Reads an unsigned number of 1 to 8 bytes.
  ///
  /// - Returns: nil where the bytes are not all there, or the number exceeds `Int.max`.
  func number(at offset: Int, size: Int, isBigEndian: Bool = false) -> Int? {
    guard offset >= 0, offset <= count - size else { return nil }
    var value: UInt64 = 0
    for index in 0..<size {
      value = value << 8 | UInt64(self[offset + (isBigEndian ? index : size - 1 - index)])
    }
    return Int(exactly: value)
  }
}

extension Array {
  /// An array made by filling uninitialized memory.
  ///
  /// - Parameter fill: Writes all elements, or throws.
  static func filled<Failure: Error>(
    _ count: Int, _ fill: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Void
  ) throws(Failure) -> [Element] {
    var failure: Failure?
    let elements = [Element](unsafeUninitializedCapacity: count) { elements, written in
      UnsafeMutableRawBufferPointer(elements).useLargePages()
      do throws(Failure) {
        try fill(UnsafeMutableBufferPointer(rebasing: elements[..<count]))
        written = count
      } catch { failure = error }
    }
    if let failure { throw failure }
    return elements
  }
}
