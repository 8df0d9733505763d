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
    if header.element == .bfloat16 { remark(.bfloat16) }
    let shape = Shape(axes: header.dimensions, remark)
    let elements = try StoredNumbers(
      type: header.element, isBigEndian: header.isBigEndian, offset: header.dataOffset,
      count: shape.count
    ).read(from: bytes, position: header.position)
    return Tensor(shape, header.isFortranOrder ? rowMajor(elements, shape.dimensions) : elements)
  }

  /// How many bytes the numbers take.
  ///
  /// - Throws: `rank`, `empty`, `tooLarge`.
  static func byteCount(_ header: NPYHeader, limit: Int) throws(FormatError) -> Int {
    try FormatError.count(header.dimensions, limit: limit) * header.element.size
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
