import Model

extension Safetensors {
  /// Reads a file whole. All numbers are rounded to single precision, which may make them infinite.
  ///
  /// - Throws: `truncated` and `overlong` with both sizes; `elementType` with the name of a type that
  ///   is not read; `tooLarge`; `corrupt` for anything else that the format
  ///   forbids.
  public init(_ source: any ByteSource) throws(FormatError) {
    let header = try Header(source)
    var entries: [Entry] = []
    for array in header.arrays {
      entries.append(
        Entry(
          name: array.name, dimensions: array.dimensions,
          values: try array.numbers(from: header.start).read(from: source, position: nil)))
    }
    self.init(entries: entries, metadata: header.metadata)
  }

  /// Reads one array of a file, of which nothing else but the header is read.
  ///
  /// - Parameter name: Of the array; nil where there is one alone.
  /// - Throws: `unnamedArray` and `missingArray` with the names that are there; `rank`, `empty`,
  ///   `tooGreatElement`; the same as above, but for the other arrays' types.
  static func tensor(
    from source: any ByteSource, array name: String?, limit: Int = FormatError.maximumCount,
    _ remark: (FormatRemark) -> Void = { _ in }
  ) throws(FormatError) -> Tensor {
    let header = try Header(source)
    let arrays = header.arrays.sorted { $0.name < $1.name }
    let array = arrays[try ArrayAddress.index(of: name, among: arrays.map(\.name))]
    _ = try FormatError.count(array.dimensions, limit: limit)
    let numbers = try array.numbers(from: header.start, limit: limit)
    return Tensor(
      Shape(axes: array.dimensions, remark),
      try numbers.read(from: source, position: array.position))
  }

  /// Whether these are the first bytes of such a file: the header's length, and its first brace.
  static func hasMagic(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 8, bytes[8] == UInt8(ascii: "{"),
      let length = bytes.number(at: 0, size: 8)
    else { return false }
    return length <= maximumHeader
  }
}

extension Safetensors.Header.Array {
  /// The indices of a number by its place.
  fileprivate func position(of index: Int) -> [Int] {
    var (position, rest) = (dimensions, index)
    for axis in dimensions.indices.reversed() {
      (rest, position[axis]) = rest.quotientAndRemainder(dividingBy: dimensions[axis])
    }
    return position
  }
}
