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

      /// How many numbers it holds.
      func count() throws(FormatError) -> Int {
        if dimensions.contains(0) { return 0 }
        var count = 1
        for dimension in dimensions {
          let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
          guard !overflow, product <= FormatError.maximumCount else {
            throw .tooLarge(dimensions: dimensions)
          }
          count = product
        }
        return count
      }
    }

    private(set) var arrays: [Array] = []
    private(set) var metadata: [String: String] = [:]

    init(_ bytes: [UInt8], in range: Range<Int>) throws(FormatError) {
      var scanner = JSONScanner(bytes, in: range)
      guard !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: "{") else {
        throw scanner.error("“{”")
      }
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
    func dataLength() throws(FormatError) -> Int {
      var end = 0
      for array in arrays {
        guard array.begin == end, array.end >= end else {
          throw .corrupt(
            reason: "“\(array.name.excerpt)” takes the bytes \(array.begin) to "
              + "\(array.end), where \(end) comes next")
        }
        end = array.end
      }
      guard end <= FileReader.maximumLength else {
        throw .corrupt(
          reason: "\(end) bytes of numbers, where \(FileReader.maximumLength) is the most")
      }
      return end
    }

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
          guard offsets.count == 2 else { throw scanner.error("a pair of offsets") }
          (array.begin, array.end) = (offsets[0], offsets[1])
        default: throw .corrupt(reason: "“\(key.excerpt)” is no property of an array")
        }
      }
      guard fields.count == 3 else { throw scanner.error("a dtype, a shape or data_offsets") }
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
