/// Whole numbers in arguments.
enum WholeNumber {
  /// Reads up to nine digits with an optional sign, so that sums and products of two stay in `Int`;
  /// nil for anything else.
  static func parse(_ text: Substring) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text
    guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit) else { return nil }
    return Int(text)
  }

  static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
