import Glibc

/// How the rows of a text are written: what separates their numbers, and whether a comma stands for the
/// decimal point.
///
/// A text with a semicolon anywhere is separated by semicolons; else one with a comma by commas, unless
/// runs of spaces and tabs part each row into numbers with decimal commas; else such runs separate. What
/// stands in quotation marks or behind `#` separates nothing.
struct CSVDialect: Hashable, Sendable {
  /// nil where runs of spaces and tabs separate.
  private(set) var separator: UInt8?
  /// Whether commas are decimal points: they separate nothing, and there are no points.
  private(set) var hasDecimalCommas = false
  /// Whether there are both decimal points and commas that separate nothing.
  private(set) var mixesCommasAndPoints = false

  init(_ bytes: [UInt8]) {
    var (semicolons, commas, points, inner) = (false, false, false, false)
    // Numbers like 0,5 with spaces between, and nothing else.
    var (isSpaced, hasSpacedRow) = (true, false)
    var lines = CSVLines(bytes)
    var isFirst = true
    // Then a mark means the same wherever it stands, and the whole text is soon looked through.
    let isPlain = !bytes.holds(.quote) && !bytes.holds(UInt8(ascii: "#"))
    while let line = lines.next() {
      let isTitle = isFirst && bytes.hasWords(line)
      isFirst = false
      bytes[line].withUnsafeBufferPointer { line in
        var isQuoted = false
        for byte in line {
          switch byte {
          case .quote: isQuoted.toggle()
          case .semicolon where !isQuoted: semicolons = true
          case .comma:
            if isQuoted { inner = inner || !isTitle } else { commas = true }
          case .point: points = points || !isTitle
          default: break
          }
        }
      }
      if isSpaced, !semicolons, !isTitle {
        let fields = bytes.spacedFields(line)
        isSpaced = fields.allSatisfy { bytes.hasDecimalComma($0) ?? true }
        hasSpacedRow = hasSpacedRow || fields.count > 1
      }
      if isPlain, !isSpaced, !isTitle, !semicolons {
        semicolons = bytes.holds(.semicolon)
        commas = commas || bytes.holds(.comma)
        // Points count only where commas do not separate, as between semicolons.
        if !semicolons { break }
      }
    }
    let isSpacedByBlanks = commas && !semicolons && isSpaced && hasSpacedRow
    separator = semicolons ? .semicolon : commas && !isSpacedByBlanks ? .comma : nil
    let hasOther = inner || (commas && separator != .comma)
    hasDecimalCommas = hasOther && !points
    mixesCommasAndPoints = hasOther && points
  }

  func separates(_ byte: UInt8) -> Bool {
    separator.map { byte == $0 } ?? (byte == .space || byte == .tab)
  }
}

/// The lines of a text that are not blank, without the spaces at their ends and without what stands
/// behind `#`. A line ends with LF, CR LF or CR.
struct CSVLines {
  private let bytes: [UInt8]
  private var start: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.startsWithByteOrderMark ? 3 : 0
  }

  mutating func next() -> Range<Int>? {
    while start < bytes.count {
      let (end, comment) = bytes.withUnsafeBufferPointer { endOfLine(in: $0) }
      let line = bytes.trimmed(start..<(comment ?? end))
      start = end + 1
      if start < bytes.count, bytes[end] == .carriageReturn, bytes[start] == .lineFeed {
        start += 1
      }
      if !line.isEmpty { return line }
    }
    return nil
  }

  /// Where the line ends that starts now, and where a comment starts in it.
  private func endOfLine(in bytes: UnsafeBufferPointer<UInt8>) -> (Int, comment: Int?) {
    var end = start
    var comment: Int?
    var isQuoted = false
    while end < bytes.count, bytes[end] != .lineFeed, bytes[end] != .carriageReturn {
      if bytes[end] == .quote { isQuoted.toggle() }
      if bytes[end] == UInt8(ascii: "#"), !isQuoted, comment == nil { comment = end }
      end += 1
    }
    return (end, comment)
  }
}

extension [UInt8] {
  /// Whether a byte stands anywhere.
  func holds(_ byte: UInt8) -> Bool {
    withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
  }

  /// What stands between runs of spaces and tabs.
  fileprivate func spacedFields(_ line: Range<Int>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = line.lowerBound
    for at in line.lowerBound...line.upperBound
    where at == line.upperBound || self[at] == .space || self[at] == .tab {
      if start < at { fields.append(start..<at) }
      start = at + 1
    }
    return fields
  }

  /// Whether a field is a number with one comma between digits; nil for a number without one, and
  /// false for anything else.
  fileprivate func hasDecimalComma(_ field: Range<Int>) -> Bool? {
    guard let comma = self[field].firstIndex(of: .comma) else {
      return NumberText.value(of: self, in: field, grammar: .loose) == nil ? false : nil
    }
    guard comma > field.lowerBound, self[comma - 1].isDigit, comma + 1 < field.upperBound,
      self[comma + 1].isDigit
    else { return false }
    var number = Array(self[field])
    number[comma - field.lowerBound] = .point
    return NumberText.value(of: number, in: number.indices, grammar: .loose) != nil
  }

  /// Whether a line holds something between separators of any kind that is no number.
  fileprivate func hasWords(_ line: Range<Int>) -> Bool {
    fields(line) { [.comma, .semicolon, .space, .tab, .quote].contains($0) }.contains {
      !$0.isEmpty && NumberText.value(of: self, in: $0, grammar: .loose) == nil
    }
  }
}
