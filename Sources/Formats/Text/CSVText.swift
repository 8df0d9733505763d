import Model

/// Rows of numbers as a matrix, separated as `CSVDialect` finds.
///
/// Spaces and tabs around a field do not count, nor do quotation marks, a byte order mark, comments
/// from `#` on, blank lines, and a separator at the end of every row. A first line of names alone is left out.
struct CSVText {
  private let bytes: [UInt8]
  private let limit: Int
  private let dialect: CSVDialect
  private var elements: [Float] = []
  private var columns: Int?
  private var rows = 0
  /// Whether the rows end in a separator.
  private var hasTrailingSeparator = false
  /// What stands last in the first row.
  private var trailingField: Range<Int>?
  /// The first number with a comma that may be a decimal or part thousands, while all may be either.
  private var doubtful: Range<Int>?
  private var hasClearDecimals = false

  /// - Throws: `notANumber` with the place where the field starts, after its spaces; `raggedRows`;
  ///   `indexColumn`; `ambiguousComma`; `tooGreat`; `empty`;
  ///   `tooLarge`; `unsupported` for UTF-16.
  static func tensor(
    from bytes: [UInt8], limit: Int = FormatError.maximumCount,
    _ remark: (FormatRemark) -> Void = { _ in }
  ) throws(FormatError) -> Tensor {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .unsupported(.utf16)
    }
    if bytes.holds(0), let zero = bytes.firstIndex(of: 0) { throw noText(bytes, zero) }
    var text = CSVText(bytes, limit: limit)
    return try text.tensor(remark)
  }

  /// What is wrong with a byte that no text holds, whatever stands around it.
  private static func noText(_ bytes: [UInt8], _ zero: Int) -> FormatError {
    func isBetweenFields(_ byte: UInt8) -> Bool {
      [.comma, .semicolon, .tab, .lineFeed, .carriageReturn].contains(byte)
    }
    let first = bytes.startsWithByteOrderMark ? 3 : 0
    let start = bytes[..<zero].lastIndex(where: isBetweenFields).map { $0 + 1 } ?? first
    let end = bytes[zero...].firstIndex(where: isBetweenFields) ?? bytes.count
    let (field, place) = (bytes.trimmed(start..<end), Place(in: bytes, at: start))
    return .notANumber(text: bytes.excerpt(field), line: place.line, column: place.column)
  }

  private init(_ bytes: [UInt8], limit: Int) {
    (self.bytes, self.limit) = (bytes, limit)
    dialect = CSVDialect(bytes)
  }

  private mutating func tensor(_ remark: (FormatRemark) -> Void) throws(FormatError) -> Tensor {
    var lines = CSVLines(bytes)
    guard let first = lines.next() else { throw .empty }
    let header = try isHeader(first)
    if !header { try readRow(first) }
    while let line = lines.next() {
      try readRow(line)
    }
    // A line of words alone is no table.
    if columns == nil { try readRow(first) }
    if !hasClearDecimals, let doubtful { throw ambiguous(doubtful) }
    if header { remark(.skippedHeader(bytes.excerpt(first))) }
    if dialect.hasDecimalCommas { remark(.decimalCommas) }
    return Tensor(Shape(rows, columns ?? 0), elements)
  }

  /// Whether the first line names what stands below it: no field of it is a number.
  private func isHeader(_ line: Range<Int>) throws(FormatError) -> Bool {
    let fields = fields(of: line)
    let names = fields.filter { !$0.isEmpty }
    if fields.count > 1, fields[0].isEmpty, names.count == fields.count - 1 {
      throw .indexColumn
    }
    return !names.isEmpty && names.allSatisfy { value($0) == nil && !isData($0) }
  }

  /// Whether a field means a measured value although it is not a number, like 50% and NA.
  private func isData(_ field: Range<Int>) -> Bool {
    let text = String(decoding: bytes[field].prefix(8), as: UTF8.self).lowercased()
    let sign: Set<Character> = ["-", "+", "−", "."]
    let isWritten = text.drop { sign.contains($0) }.first?.isNumber ?? false
    return isWritten || ["na", "n/a", "#n/a", "null", "none", "true", "false"].contains(text)
  }

  private mutating func readRow(_ line: Range<Int>) throws(FormatError) {
    var fields = fields(of: line)
    guard fields.count <= limit else { throw .tooLarge(dimensions: [fields.count], limit: limit) }
    let isTrailing = fields.count > 1 && fields[fields.count - 1].isEmpty
    if columns == nil {
      hasTrailingSeparator = isTrailing
      trailingField = fields.last
    }
    if hasTrailingSeparator, isTrailing { fields.removeLast() }
    for field in fields {
      elements.append(try number(field))
      guard elements.count <= limit else {
        throw .tooLarge(dimensions: [elements.count], limit: limit)
      }
    }
    rows += 1
    if columns == fields.count - 1, hasTrailingSeparator, !isTrailing, let end = trailingField {
      // The first row lacks its last number.
      _ = try NumberText.number(in: bytes, end, grammar: .loose)
    }
    if let columns, columns != fields.count || hasTrailingSeparator != isTrailing {
      let more = hasTrailingSeparator ? 1 : 0
      throw .raggedRows(
        row: rows, expected: columns + more, found: fields.count + (isTrailing ? more : 0))
    }
    columns = fields.count
  }

  /// What stands between separators, without spaces and quotation marks around it; no more of it than
  /// one past the limit.
  private func fields(of line: Range<Int>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = line.lowerBound
    while start <= line.upperBound, fields.count <= limit {
      var end = start
      while end < line.upperBound, bytes[end] == .space || bytes[end] == .tab { end += 1 }
      if end < line.upperBound, bytes[end] == .quote {
        end = bytes[(end + 1)..<line.upperBound].firstIndex(of: .quote) ?? end
      }
      while end < line.upperBound, !dialect.separates(bytes[end]) { end += 1 }
      fields.append(bytes.unquoted(start..<end))
      start = end + 1
      if dialect.separator == nil {
        while start < line.upperBound, dialect.separates(bytes[start]) { start += 1 }
      }
    }
    return fields
  }

  private mutating func number(_ field: Range<Int>) throws(FormatError) -> Float {
    guard dialect.hasDecimalCommas || dialect.mixesCommasAndPoints, bytes[field].contains(.comma)
    else {
      return try NumberText.number(in: bytes, field, grammar: .loose)
    }
    if dialect.mixesCommasAndPoints { throw ambiguous(field) }
    if bytes.mayHaveThousands(field) {
      doubtful = doubtful ?? field
    } else {
      hasClearDecimals = true
    }
    guard let value = value(field), value.isFinite else {
      // As it stands there, no number.
      return try NumberText.number(in: bytes, field, grammar: .loose)
    }
    return value
  }

  private func value(_ field: Range<Int>) -> Float? {
    if dialect.hasDecimalCommas, let comma = bytes[field].firstIndex(of: .comma) {
      var number = Array(bytes[field])
      number[comma - field.lowerBound] = .point
      return NumberText.value(of: number, in: number.indices, grammar: .loose)
    }
    return try? NumberText.number(in: bytes, field, grammar: .loose)
  }

  private func ambiguous(_ field: Range<Int>) -> FormatError {
    let place = Place(in: bytes, at: field.lowerBound)
    return .ambiguousComma(text: bytes.excerpt(field), line: place.line, column: place.column)
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

  /// The range without such spaces, and without quotation marks around what is left.
  fileprivate func unquoted(_ range: Range<Int>) -> Range<Int> {
    let field = trimmed(range)
    guard field.count > 1, self[field.lowerBound] == .quote, self[field.upperBound - 1] == .quote
    else { return field }
    return trimmed(field.lowerBound + 1..<field.upperBound - 1)
  }

  /// Whether commas may part a number's thousands, as in 1,234: one to three digits, not 0 first, and
  /// three behind each comma.
  fileprivate func mayHaveThousands(_ field: Range<Int>) -> Bool {
    let sign = self[field].first.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") } == true
    let groups = fields(field.dropFirst(sign ? 1 : 0)) { $0 == .comma }
    return groups.allSatisfy { self[$0].allSatisfy(\.isDigit) }
      && (1...3).contains(groups[0].count) && self[groups[0].lowerBound] != UInt8(ascii: "0")
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
