import Model

/// Nested JSON arrays of numbers as a tensor: `[[0, 1], [2, 3]]` is a 2×2 matrix.
///
/// `NaN`, `Infinity` and `-Infinity` are numbers too, as Python writes them.
struct JSONText {
  private let bytes: [UInt8]
  private let limit: Int
  private var offset: Int
  private var elements: [Float] = []
  /// How many values the list has that is open now at each depth; index 0 counts the text itself.
  private var counts = [Int](repeating: 0, count: 5)
  /// How many values the first closed list at each depth had; all others must have as many.
  private var extents = [Int?](repeating: nil, count: 5)
  /// The greatest depth of a list so far, and the rank once a number has been seen.
  private var rank = 0

  /// - Throws: `notANumber`, `tooGreat` or `unexpected` with their place, `raggedRows`, `rank`
  ///   where the lists are not nested 2 to 4 deep, `empty`, `tooLarge`.
  /// - Complexity: O(bytes) time, O(1) depth: nothing recurses.
  static func tensor(
    from bytes: [UInt8], ranks: ClosedRange<Int> = 2...4, limit: Int = FormatError.maximumCount
  ) throws(FormatError) -> Tensor {
    var text = JSONText(bytes, limit: limit)
    return try text.tensor(ranks)
  }

  private init(_ bytes: [UInt8], limit: Int) {
    (self.bytes, self.limit) = (bytes, limit)
    offset = bytes.startsWithByteOrderMark ? 3 : 0
  }

  private mutating func tensor(_ ranks: ClosedRange<Int>) throws(FormatError) -> Tensor {
    skipWhitespace()
    guard offset < bytes.count else { throw .empty }
    var depth = 0
    repeat {
      try enterValue(depth: &depth)
      try leaveLists(depth: &depth)
    } while depth > 0
    skipWhitespace()
    guard offset == bytes.count else { throw unexpected(.endOfText) }
    guard ranks.contains(rank) else { throw .rank(rank) }
    guard !elements.isEmpty else { throw .empty }
    let dimensions = extents[1...rank].map { $0 ?? 0 }
    guard try FormatError.count(dimensions) == elements.count else {
      throw .corrupt(reason: "\(elements.count) numbers in lists for \(dimensions)")
    }
    return Tensor(Shape(rank == 1 ? [1] + dimensions : dimensions), elements)
  }

  /// Reads opening brackets, then a number or the `]` of an empty list, which it leaves in place.
  private mutating func enterValue(depth: inout Int) throws(FormatError) {
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "[") {
      if !elements.isEmpty, depth == rank { throw unexpected(.number) }
      if depth == 4 { throw .rank(4 + openingBrackets()) }
      counts[depth] += 1
      depth += 1
      counts[depth] = 0
      rank = max(rank, depth)
      offset += 1
      skipWhitespace()
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "]") { return }
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
      guard offset < bytes.count else { throw unexpected(.commaOrEndOfList) }
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
    while offset < bytes.count, bytes[offset].isWhitespace { offset += 1 }
  }

  /// How many lists open here one inside the other.
  private func openingBrackets() -> Int {
    bytes[offset...].lazy.filter { !$0.isWhitespace }.prefix { $0 == UInt8(ascii: "[") }.count
  }

  /// The word, number or quoted text that starts here, or nil at punctuation and at the end.
  private func token() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    var end = offset
    if bytes[offset] == UInt8(ascii: "\"") {
      repeat {
        end += 1
      } while end < bytes.count
        && bytes[end] != UInt8(ascii: "\"") && bytes[end] != .lineFeed
      return offset..<min(end + 1, bytes.count)
    }
    while end < bytes.count, !JSONText.endsToken(bytes[end]) { end += 1 }
    return end > offset ? offset..<end : nil
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
    let found = token() ?? offset..<min(offset + 1, bytes.count)
    return .unexpected(
      found: bytes.excerpt(found), expected: expected, line: place.line, column: place.column)
  }
}
