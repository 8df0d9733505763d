import Model

/// A NumPy array file as a tensor.
enum NPYFile {
  /// - Throws: `truncated`, `corrupt`, `unsupported` for elements that are not real numbers, `rank`,
  ///   `empty`, `tooLarge`, `tooGreatElement`. Bytes after the array are ignored, as NumPy does.
  static func tensor(
    from bytes: any ByteSource, limit: Int = FormatError.maximumCount,
    _ remark: (FormatRemark) -> Void = { _ in }
  ) throws(FormatError) -> Tensor {
    let header = try NPYHeader(bytes)
    let expected = header.dataOffset + (try byteCount(header, limit: limit))
    guard bytes.count >= expected else {
      throw .truncated(expectedBytes: expected, foundBytes: bytes.count)
    }
    let shape = Shape(axes: header.dimensions, remark)
    let elements = try [Float].filled(shape.count) { (elements) throws(FormatError) in
      for start in stride(from: 0, to: elements.count, by: piece) {
        let part = elements[start..<min(elements.count, start + piece)]
        let from = header.dataOffset + start * header.element.size
        let content = try bytes.bytes(in: from..<from + part.count * header.element.size)
        guard content.count == part.count * header.element.size else {
          throw .truncated(expectedBytes: expected, foundBytes: from + content.count)
        }
        if let index = NPYFile.read(
          content, header, into: UnsafeMutableBufferPointer(rebasing: part))
        {
          throw .tooGreatElement(
            NPYFile.double(content, index, header), at: header.position(of: start + index))
        }
      }
    }
    return Tensor(shape, header.isFortranOrder ? rowMajor(elements, shape.dimensions) : elements)
  }

  /// How many numbers are read at once.
  private static let piece = 1 << 16

  /// Reads numbers.
  ///
  /// - Returns: The first of them that is finite and becomes infinite; nil where there is none.
  private static func read(
    _ bytes: [UInt8], _ header: NPYHeader, into elements: UnsafeMutableBufferPointer<Float>
  ) -> Int? {
    let size = header.element.size
    bytes.withUnsafeBytes { bytes in
      for index in elements.indices {
        let at = index * size
        let bits: UInt64 =
          switch size {
          case 1: UInt64(bytes[at])
          case 2: NPYFile.bits(UInt16.self, bytes, at, header.isBigEndian)
          case 4: NPYFile.bits(UInt32.self, bytes, at, header.isBigEndian)
          default: NPYFile.bits(UInt64.self, bytes, at, header.isBigEndian)
          }
        elements[index] = header.element.value(of: bits)
      }
    }
    guard header.element == .f8 else { return nil }
    return elements.indices.first {
      elements[$0].isInfinite && double(bytes, $0, header).isFinite
    }
  }

  /// One of some double-precision numbers as it stands there.
  private static func double(_ bytes: [UInt8], _ index: Int, _ header: NPYHeader) -> Double {
    bytes.withUnsafeBytes {
      Double(bitPattern: bits(UInt64.self, $0, index * header.element.size, header.isBigEndian))
    }
  }

  /// How many bytes the numbers take.
  ///
  /// - Throws: `rank`, `empty`, `tooLarge`.
  static func byteCount(_ header: NPYHeader, limit: Int) throws(FormatError) -> Int {
    guard (1...4).contains(header.dimensions.count) else { throw .rank(header.dimensions.count) }
    return try FormatError.count(header.dimensions, limit: limit) * header.element.size
  }

  private static func bits<Word: FixedWidthInteger & UnsignedInteger>(
    _ type: Word.Type, _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ isBigEndian: Bool
  ) -> UInt64 {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: Word.self)
    return UInt64(isBigEndian ? Word(bigEndian: word) : Word(littleEndian: word))
  }

  /// The same array with its last index running fastest, where so far the first did.
  private static func rowMajor(_ elements: [Float], _ dimensions: [Int]) -> [Float] {
    let strides = dimensions.indices.map { dimensions[..<$0].reduce(1, *) }
    var position = [Int](repeating: 0, count: dimensions.count)
    var from = 0
    return [Float](unsafeUninitializedCapacity: elements.count) { result, written in
      for to in 0..<elements.count {
        result[to] = elements[from]
        var axis = dimensions.count - 1
        while axis >= 0 {
          position[axis] += 1
          from += strides[axis]
          if position[axis] < dimensions[axis] { break }
          from -= strides[axis] * dimensions[axis]
          position[axis] = 0
          axis -= 1
        }
      }
      written = elements.count
    }
  }
}
