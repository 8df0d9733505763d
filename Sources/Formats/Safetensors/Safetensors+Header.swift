extension Safetensors {
  /// What stands before the numbers: where each array is, in the order of the data.
  struct Header {
    struct Array {
      let name: String
      var type = ""
      var dimensions: [Int] = []
      /// Bytes of the data, counted from its start.
      var begin = 0
      var end = 0

      /// Its numbers in the file.
      ///
      /// - Parameter start: Where the data starts in the file, in bytes.
      /// - Throws: `elementType` for a type that is not read, `tooLarge`, `corrupt` where its bytes
      ///   are not as many as its shape says.
      func numbers(
        from start: Int, limit: Int = FormatError.maximumCount
      ) throws(FormatError) -> StoredNumbers {
        guard let type = ElementType(safetensors: type) else {
          throw .elementType(
            self.type.excerpt, of: name.excerpt,
            readable: ElementType.allCases.map(\.safetensorsName))
        }
        let count = try FormatError.product(dimensions, limit: limit)
        guard count * type.size == end - begin else {
          throw .corrupt(
            .safetensors(
              .length(
                name.excerpt, dimensions: dimensions, type: self.type, bytes: end - begin)))
        }
        return StoredNumbers(type: type, offset: start + begin, count: count)
      }
    }

    private(set) var arrays: [Array] = []
    private(set) var metadata: [String: String] = [:]
    /// Where the data starts in the file, in bytes.
    let start: Int

    /// - Throws: `truncated` and `overlong` with both sizes; `corrupt` for anything else that the
    ///   format forbids.
    init(_ source: any ByteSource) throws(FormatError) {
      guard let length = try source.bytes(in: 0..<8).number(at: 0, size: 8),
        length <= Safetensors.maximumHeader
      else {
        if source.count < 8 { throw .truncated(expectedBytes: 8, foundBytes: source.count) }
        throw .corrupt(.safetensors(.headerTooLong(limit: Safetensors.maximumHeader)))
      }
      start = 8 + length
      let bytes = try source.bytes(in: 8..<start)
      guard bytes.count == length else {
        throw .truncated(expectedBytes: start, foundBytes: source.count)
      }
      try read(bytes)
      let end = start + (try dataLength())
      if source.count < end { throw .truncated(expectedBytes: end, foundBytes: source.count) }
      if source.count > end { throw .overlong(expectedBytes: end, foundBytes: source.count) }
    }

    /// Reads the JSON.
    private mutating func read(_ bytes: [UInt8]) throws(FormatError) {
      var scanner = JSONScanner(bytes, in: bytes.indices)
      guard bytes.first == UInt8(ascii: "{") else { throw scanner.missing(.mark("{")) }
      var arrays: [Array] = []
      var metadata: [String: String] = [:]
      try scanner.object { (name, scanner) throws(FormatError) in
        if name == Safetensors.metadataKey {
          try scanner.object { (key, scanner) throws(FormatError) in
            metadata[key] = try scanner.text()
          }
        } else {
          arrays.append(try Header.array(name, &scanner))
        }
      }
      try scanner.takeEnd()
      self.arrays = arrays.sorted { ($0.begin, $0.end) < ($1.begin, $1.end) }
      self.metadata = metadata
    }

    /// How many bytes of data there are, without holes or overlaps.
    private func dataLength() throws(FormatError) -> Int {
      var end = 0
      for array in arrays {
        guard array.begin == end, array.end >= end else {
          throw .corrupt(
            .safetensors(
              .place(
                array.name.excerpt, begin: array.begin, end: array.end, expectedBegin: end)))
        }
        end = array.end
      }
      guard end <= Header.longest else {
        throw .corrupt(.safetensors(.numbersTooLong(end, limit: Header.longest)))
      }
      return end
    }

    /// The most bytes of data; with the header's they stay within `Int`.
    private static let longest = 1 << 53

    private static func array(
      _ name: String, _ scanner: inout JSONScanner
    ) throws(FormatError) -> Array {
      var array = Array(name: name)
      var fields: Set<String> = []
      try scanner.object { (key, scanner) throws(FormatError) in
        fields.insert(key)
        switch key {
        case "dtype": array.type = try scanner.text()
        case "shape": array.dimensions = try wholeNumbers(&scanner)
        case "data_offsets":
          let offsets = try wholeNumbers(&scanner)
          guard offsets.count == 2 else { throw scanner.missing(.offsets) }
          (array.begin, array.end) = (offsets[0], offsets[1])
        default: throw .corrupt(.safetensors(.unknownField(key.excerpt)))
        }
      }
      guard fields.count == 3 else { throw scanner.missing(.fieldOfArray) }
      return array
    }

    private static func wholeNumbers(_ scanner: inout JSONScanner) throws(FormatError) -> [Int] {
      var numbers: [Int] = []
      try scanner.list("[", "]") { (scanner) throws(FormatError) in
        numbers.append(try scanner.wholeNumber())
      }
      return numbers
    }
  }
}
