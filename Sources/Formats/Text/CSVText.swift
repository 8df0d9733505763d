import Model

/// Rows of numbers as a matrix.
///
/// A text with a semicolon anywhere is separated by semicolons, else one with a comma by commas,
/// else any run of spaces and tabs separates. Spaces and tabs around a field do not count, nor does
/// a byte order mark, nor blank lines before the first row and after the last. A line ends with LF,
/// CR LF or CR.
struct CSVText {
  private let bytes: [UInt8]
  private let limit: Int
  /// nil where runs of spaces and tabs separate.
  private let separator: UInt8?
  private var elements: [Float] = []
  private var columns: Int?
  private var rows = 0
  private var followsBlankLine = false

  /// - Throws: `notANumber` with the place where the field starts, after its spaces; `raggedRows`,
  ///   also for a blank line between rows; `tooGreat`; `empty`; `tooLarge`; `unsupported` for
  ///   UTF-16.
  static func tensor(
    from bytes: [UInt8], limit: Int = FormatError.maximumCount
  ) throws(FormatError) -> Tensor {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .unsupported(reason: "text in UTF-16", readable: .utf8)
    }
    var text = CSVText(bytes, limit: limit)
    return try text.tensor()
  }

  private init(_ bytes: [UInt8], limit: Int) {
    (self.bytes, self.limit) = (bytes, limit)
    separator = bytes.contains(.semicolon) ? .semicolon : bytes.contains(.comma) ? .comma : nil
  }

  private mutating func tensor() throws(FormatError) -> Tensor {
    var start = bytes.startsWithByteOrderMark ? 3 : 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != .lineFeed, bytes[end] != .carriageReturn { end += 1 }
      try readRow(bytes.trimmed(start..<end))
      start = end + 1
      if start < bytes.count, bytes[end] == .carriageReturn, bytes[start] == .lineFeed {
        start += 1
      }
    }
    guard let columns else { throw .empty }
    return Tensor(Shape(rows, columns), elements)
  }

  private mutating func readRow(_ line: Range<Int>) throws(FormatError) {
    if line.isEmpty {
      followsBlankLine = rows > 0
      return
    }
    if followsBlankLine, let columns {
      throw .raggedRows(row: rows + 1, expected: columns, found: 0)
    }
    let before = elements.count
    var start = line.lowerBound
    while start <= line.upperBound {
      var end = start
      while end < line.upperBound, !separates(bytes[end]) { end += 1 }
      elements.append(
        try NumberText.number(in: bytes, bytes.trimmed(start..<end), grammar: .loose))
      guard elements.count <= limit else {
        throw .tooLarge(dimensions: [elements.count], limit: limit)
      }
      start = end + 1
      if separator == nil {
        while start < line.upperBound, separates(bytes[start]) { start += 1 }
      }
    }
    rows += 1
    let found = elements.count - before
    if let columns, columns != found {
      throw .raggedRows(row: rows, expected: columns, found: found)
    }
    columns = found
  }

  private func separates(_ byte: UInt8) -> Bool {
    separator.map { byte == $0 } ?? (byte == .space || byte == .tab)
  }
}

extension [UInt8] {
  /// The range without the spaces and tabs at both its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] == .space || self[start] == .tab { start += 1 }
    while end > start, self[end - 1] == .space || self[end - 1] == .tab { end -= 1 }
    return start..<end
  }
}
