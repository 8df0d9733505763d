import Model

/// A kernel in one argument, as people write them.
///
/// Rows end with semicolons or line breaks; their numbers stand between commas, or between blanks:
/// `0,1;2,3` and `0 1;2 3`. A number may be a fraction, as in `1/9,1/9`. A slash after a blank divides
/// the whole kernel, as in `1,2,1;2,4,2;1,2,1 / 16`. Lists of JSON are read too: `[[0,1],[2,3]]`.
public enum KernelNotation {
  /// - Returns: A matrix with at least one element, or what lists of JSON nest.
  /// - Throws: `empty` for a blank text, `notANumber`, `tooGreat` and `zeroDivisor` with the line and the
  ///   column where the field starts, `raggedRows`, and what is wrong with JSON.
  public static func parse(_ text: String) throws(FormatError) -> Tensor {
    let bytes = Array(text.utf8)
    let (end, divisor) = try divisor(in: bytes)
    guard let first = bytes[..<end].first(where: { !$0.isWhitespace }) else { throw .empty }
    let kernel =
      first == UInt8(ascii: "[")
      ? try JSONText.tensor(from: Array(bytes[..<end])) : Tensor(rows: try rows(of: bytes[..<end]))
    guard let divisor else { return kernel }
    return Tensor(kernel.shape, kernel.elements.map { $0 / divisor })
  }

  /// A matrix as `parse` reads it.
  public static func text(of kernel: Tensor) -> String {
    (0..<kernel.shape.rows).map { row in
      (0..<kernel.shape.columns).map { NumberText.text(kernel[row, $0]) }.joined(separator: ",")
    }.joined(separator: ";")
  }

  /// What the whole kernel is divided by, and where the kernel ends.
  private static func divisor(
    in bytes: [UInt8]
  ) throws(FormatError) -> (end: Int, divisor: Float?) {
    guard let slash = bytes.lastIndex(of: .slash), slash > 0,
      bytes[slash - 1].isWhitespace || bytes[slash - 1] == UInt8(ascii: "]")
    else { return (bytes.count, nil) }
    let end = bytes.lastIndex { !$0.isWhitespace } ?? slash
    let field = bytes.trimmed(slash + 1..<end + 1)
    let divisor = try NumberText.number(in: bytes, field, grammar: .loose)
    guard divisor != 0 else { throw .zeroDivisor(in: bytes, slash..<field.upperBound) }
    return (slash, divisor)
  }

  private static func rows(of bytes: ArraySlice<UInt8>) throws(FormatError) -> [[Float]] {
    let (bytes, whole) = (Array(bytes), 0..<bytes.count)
    var rows: [[Float]] = []
    for row in bytes.fields(whole, separates: { $0 == .semicolon || $0.endsLine }) {
      let isBesideBreak =
        row.lowerBound > 0 && bytes[row.lowerBound - 1].endsLine
        || row.upperBound < whole.upperBound && bytes[row.upperBound].endsLine
      if isBesideBreak, bytes.trimmed(row).isEmpty { continue }
      let numbers = try numbers(in: bytes, row)
      if let first = rows.first, first.count != numbers.count {
        throw .raggedRows(row: rows.count + 1, expected: first.count, found: numbers.count)
      }
      rows.append(numbers)
    }
    guard !rows.isEmpty else { throw .empty }
    return rows
  }

  private static func numbers(
    in bytes: [UInt8], _ row: Range<Int>
  ) throws(FormatError) -> [Float] {
    var fields = bytes.fields(row) { $0 == .comma }
    let inner = bytes.trimmed(row)
    if fields.count == 1, !inner.isEmpty {
      fields = bytes.fields(inner, separates: { $0 == .space || $0 == .tab }).filter { !$0.isEmpty }
    }
    var numbers: [Float] = []
    for field in fields { numbers.append(try number(in: bytes, bytes.trimmed(field))) }
    return numbers
  }

  /// A number, or a fraction of two.
  private static func number(
    in bytes: [UInt8], _ field: Range<Int>
  ) throws(FormatError) -> Float {
    guard let slash = bytes[field].firstIndex(of: .slash) else {
      return try NumberText.number(in: bytes, field, grammar: .loose)
    }
    let above = try NumberText.number(in: bytes, field.lowerBound..<slash, grammar: .loose)
    let below = try NumberText.number(in: bytes, slash + 1..<field.upperBound, grammar: .loose)
    guard below != 0 else { throw .zeroDivisor(in: bytes, field) }
    return above / below
  }
}

extension FormatError {
  fileprivate static func zeroDivisor(in bytes: [UInt8], _ field: Range<Int>) -> FormatError {
    let place = Place(in: bytes, at: field.lowerBound)
    return .zeroDivisor(text: bytes.excerpt(field), line: place.line, column: place.column)
  }
}

extension UInt8 {
  fileprivate static let slash = UInt8(ascii: "/")
  fileprivate var endsLine: Bool { self == .lineFeed || self == .carriageReturn }
}
