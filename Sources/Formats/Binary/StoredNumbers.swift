/// Numbers that stand one after the other in a file.
struct StoredNumbers {
  let type: ElementType
  var isBigEndian = false
  /// Where they start, in bytes.
  let offset: Int
  let count: Int

  /// How many numbers are read at once.
  private static let piece = 1 << 16

  /// The numbers in single precision.
  ///
  /// - Parameter position: The indices of a number by its place in the file; where it is nil, what is
  ///   too great for single precision becomes infinite.
  /// - Throws: `tooGreatElement`; `truncated` where the source has become shorter; what the source
  ///   throws.
  func read(
    from source: any ByteSource, position: ((Int) -> [Int])?
  ) throws(FormatError) -> [Float] {
    try [Float].filled(count) { (elements) throws(FormatError) in
      for start in stride(from: 0, to: count, by: StoredNumbers.piece) {
        let part = elements[start..<min(count, start + StoredNumbers.piece)]
        let from = offset + start * type.size
        let content = try source.bytes(in: from..<from + part.count * type.size)
        guard content.count == part.count * type.size else {
          throw .truncated(
            expectedBytes: offset + count * type.size, foundBytes: from + content.count)
        }
        if let index = read(content, into: UnsafeMutableBufferPointer(rebasing: part)),
          let position
        {
          throw .tooGreatElement(double(content, index), at: position(start + index))
        }
      }
    }
  }

  /// - Returns: The first of them that is finite and becomes infinite; nil where there is none.
  private func read(_ bytes: [UInt8], into elements: UnsafeMutableBufferPointer<Float>) -> Int? {
    bytes.withUnsafeBytes { bytes in
      for index in elements.indices {
        let at = index * type.size
        let bits: UInt64 =
          switch type.size {
          case 1: UInt64(bytes[at])
          case 2: bits(UInt16.self, bytes, at)
          case 4: bits(UInt32.self, bytes, at)
          default: bits(UInt64.self, bytes, at)
          }
        elements[index] = type.value(of: bits)
      }
    }
    guard type == .f8 else { return nil }
    return elements.indices.first { elements[$0].isInfinite && double(bytes, $0).isFinite }
  }

  /// One of some double-precision numbers as it stands there.
  private func double(_ bytes: [UInt8], _ index: Int) -> Double {
    bytes.withUnsafeBytes { Double(bitPattern: bits(UInt64.self, $0, index * type.size)) }
  }

  private func bits<Word: FixedWidthInteger & UnsignedInteger>(
    _ type: Word.Type, _ bytes: UnsafeRawBufferPointer, _ offset: Int
  ) -> UInt64 {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: Word.self)
    return UInt64(isBigEndian ? Word(bigEndian: word) : Word(littleEndian: word))
  }
}
