import Model

/// Nested JSON arrays of numbers as a tensor: `[[0, 1], [2, 3]]` is a 2×2 matrix. An object may hold
/// several, each by its name.
///
/// `NaN`, `Infinity` and `-Infinity` are numbers too, as Python writes them.
struct JSONText {
  private let bytes: [UInt8]
  private let limit: Int
  private var offset: Int
  private let end: Int
  private var elements: [Float] = []
  /// How many values the list has that is open now at each depth; index 0 counts the text itself.
  private var counts = [Int](repeating: 0, count: 5)
  /// How many values the first closed list at each depth had; all others must have as many.
  private var extents = [Int?](repeating: nil, count: 5)
  /// The greatest depth of a list so far, and the rank once a number has been seen.
  private var rank = 0

  /// - Parameter name: Of the array in an object; nil where there is one alone.
  /// - Throws: `unnamedArray`, `missingArray` and `namedArray`; `notANumber`, `tooGreat` or `unexpected` with their place, `raggedRows`, `rank`
  ///   where the lists are nested more than 4 deep, `empty`, `tooLarge`.
  /// - Complexity: O(bytes) time, O(1) depth: nothing recurses.
  static func tensor(
    from bytes: [UInt8], array name: String? = nil, limit: Int = FormatError.maximumCount,
    _ remark: (FormatRemark) -> Void = { _ in }
  ) throws(FormatError) -> Tensor {
    var text = JSONText(bytes, in: try range(of: name, in: bytes), limit: limit)
    return try text.tensor(remark)
  }

  private init(_ bytes: [UInt8], in range: Range<Int>, limit: Int) {
    (self.bytes, self.limit) = (bytes, limit)
    (offset, end) = (range.lowerBound, range.upperBound)
  }

  /// Where an array stands: in an object behind its name, else everywhere.
  private static func range(
    of name: String?, in bytes: [UInt8]
  ) throws(FormatError) -> Range<Int> {
    let whole = (bytes.startsWithByteOrderMark ? 3 : 0)..<bytes.count
    guard JSONValue.startsObject(bytes) else {
      if let name { throw .namedArray(name.excerpt) }
      return whole
    }
    var arrays: [(name: String, range: Range<Int>)] = []
    var scanner = JSONScanner(bytes, in: whole, isWholeText: true)
    try scanner.object { (key, scanner) throws(FormatError) in
      let isArray = scanner.next == UInt8(ascii: "[")
      let range = try scanner.skipped()
      if isArray { arrays.append((key, range)) }
    }
    try scanner.takeEnd()
    guard !arrays.isEmpty else {
      var text = JSONText(bytes, in: whole, limit: 0)
      text.skipWhitespace()
      throw text.unexpected(.list)
    }
    return arrays[try ArrayAddress.index(of: name, among: arrays.map(\.name))].range
  }

  private mutating func tensor(_ remark: (FormatRemark) -> Void) throws(FormatError) -> Tensor {
    skipWhitespace()
    guard offset < end else { throw .empty }
    var depth = 0
    repeat {
      try enterValue(depth: &depth)
      try leaveLists(depth: &depth)
    } while depth > 0
    skipWhitespace()
    guard offset == end else { throw unexpected(.endOfText) }
    guard rank > 0 else { throw .rank(0) }
    guard !elements.isEmpty else { throw .empty }
    let dimensions = extents[1...rank].map { $0 ?? 0 }
    guard try FormatError.count(dimensions) == elements.count else {
      throw .corrupt(.json(.count(elements.count, dimensions: dimensions)))
    }
    return Tensor(Shape(axes: dimensions, remark), elements)
  }

  /// Reads opening brackets, then a number or the `]` of an empty list, which it leaves in place.
  private mutating func enterValue(depth: inout Int) throws(FormatError) {
    while offset < end, bytes[offset] == UInt8(ascii: "[") {
      if !elements.isEmpty, depth == rank { throw unexpected(.number) }
      if depth == 4 { throw .rank(4 + openingBrackets()) }
      counts[depth] += 1
      depth += 1
      counts[depth] = 0
      rank = max(rank, depth)
      offset += 1
      skipWhitespace()
      if offset < end, bytes[offset] == UInt8(ascii: "]") { return }
    }
    guard let range = token() else {
      throw unexpected(depth == 0 ? .list : elements.isEmpty ? .listOrNumber : .number)
    }
    let value = try NumberText.number(in: bytes, range, grammar: .json)
    guard depth == rank else { throw unexpected(.list) }
    guard elements.count < limit else {
      throw .tooLarge(dimensions: [elements.count + 1], limit: limit)
    }
    counts[depth] += 1
    elements.append(value)
    offset = range.upperBound
  }

  /// Reads closing brackets, then the comma before the next value, if there is one.
  private mutating func leaveLists(depth: inout Int) throws(FormatError) {
    while depth > 0 {
      skipWhitespace()
      guard offset < end else { throw unexpected(.commaOrEndOfList) }
      switch bytes[offset] {
      case UInt8(ascii: "]"):
        let expected = extents[depth] ?? counts[depth]
        guard counts[depth] == expected else {
          throw .raggedRows(row: counts[depth - 1], expected: expected, found: counts[depth])
        }
        extents[depth] = expected
        depth -= 1
        offset += 1
      case .comma:
        offset += 1
        skipWhitespace()
        return
      default: throw unexpected(.commaOrEndOfList)
      }
    }
  }

  private mutating func skipWhitespace() {
    while offset < end, bytes[offset].isWhitespace { offset += 1 }
  }

  /// How many lists open here one inside the other.
  private func openingBrackets() -> Int {
    bytes[offset..<end].lazy.filter { !$0.isWhitespace }.prefix { $0 == UInt8(ascii: "[") }.count
  }

  /// The word, number or quoted text that starts here, or nil at punctuation and at the end.
  private func token() -> Range<Int>? {
    guard offset < end else { return nil }
    var at = offset
    if bytes[offset] == UInt8(ascii: "\"") {
      repeat {
        at += 1
      } while at < end && bytes[at] != UInt8(ascii: "\"") && bytes[at] != .lineFeed
      return offset..<min(at + 1, end)
    }
    while at < end, !JSONText.endsToken(bytes[at]) { at += 1 }
    return at > offset ? offset..<at : nil
  }

  private static func endsToken(_ byte: UInt8) -> Bool {
    switch byte {
    case .comma, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ":"), UInt8(ascii: "\""):
      true
    default: byte.isWhitespace
    }
  }

  private func unexpected(_ expected: FormatError.Expectation) -> FormatError {
    let place = Place(in: bytes, at: offset)
    let found = token() ?? offset..<min(offset + 1, end)
    return .unexpected(
      found: bytes.excerpt(found), expected: expected, line: place.line, column: place.column)
  }
}
