/// Numbers in one argument: `0.38,-0.005`.
public enum NumberList {
  /// Reads numbers separated by commas or semicolons; spaces around them do not count.
  ///
  /// - Throws: `empty` for a blank text, `notANumber` and `tooGreat` with line 1 and the column
  ///   where the field starts.
  public static func parse(_ text: String) throws(FormatError) -> [Float] {
    let bytes = Array(text.utf8)
    guard !bytes.trimmed(0..<bytes.count).isEmpty else { throw .empty }
    return try numbers(in: bytes, 0..<bytes.count) { $0 == .comma || $0 == .semicolon }
  }

  /// One number as `parse` reads it.
  public static func text(of number: Float) -> String { NumberText.text(number) }

  static func numbers(
    in bytes: [UInt8], _ range: Range<Int>, separates: (UInt8) -> Bool
  ) throws(FormatError) -> [Float] {
    var numbers: [Float] = []
    for field in bytes.fields(range, separates: separates) {
      numbers.append(try NumberText.number(in: bytes, bytes.trimmed(field), grammar: .loose))
    }
    return numbers
  }
}

extension [UInt8] {
  /// The ranges between separators: one more than there are separators.
  func fields(_ range: Range<Int>, separates: (UInt8) -> Bool) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where separates(self[index]) {
      fields.append(start..<index)
      start = index + 1
    }
    return fields + [start..<range.upperBound]
  }
}
