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
    guard header.isFortranOrder else { return Tensor(shape, elements) }
    // The first index runs fastest.
    let strides = shape.dimensions.indices.map { shape.dimensions[..<$0].reduce(1, *) }
    return Tensor(shape, elements.rowMajor(shape.dimensions, strides: strides))
  }

  /// How many bytes the numbers take.
  ///
  /// - Throws: `rank`, `empty`, `tooLarge`.
  static func byteCount(_ header: NPYHeader, limit: Int) throws(FormatError) -> Int {
    try FormatError.count(header.dimensions, limit: limit) * header.element.size
  }
}
