/// Numbers written in decimal, also with the minus sign “−” where the grammar is loose.
enum NumberText {
  enum Grammar {
    /// As in RFC 8259, and the words `NaN`, `Infinity` and `-Infinity` that Python writes.
    case json
    /// Also `+1`, `.5`, `5.` and `007`, and `nan`, `inf` and `infinity` in any case with any sign.
    case loose
  }

  /// The most bytes that are looked at as one number; it would take a thousand digits and more.
  private static let longest = 4096

  /// Reads all of `range` as one number; what is written in digits is finite.
  ///
  /// - Throws: `notANumber`, `tooGreat`.
  static func number(
    in bytes: [UInt8], _ range: Range<Int>, grammar: Grammar
  ) throws(FormatError) -> Float {
    var value = value(of: bytes, in: range, grammar: grammar)
    if value == nil, grammar == .loose, range.count <= longest, let plain = bytes.withHyphens(range)
    {
      value = NumberText.value(of: plain, in: plain.indices, grammar: grammar)
    }
    if let value, !value.isInfinite || bytes[range.upperBound - 1] >= UInt8(ascii: "A") {
      return value
    }
    let (text, place) = (bytes.excerpt(range), Place(in: bytes, at: range.lowerBound))
    throw value == nil
      ? .notANumber(text: text, line: place.line, column: place.column)
      : .tooGreat(text: text, line: place.line, column: place.column)
  }

  /// Reads all of `range` as one number, rounded once to the nearest single-precision value, ties
  /// to even; past the greatest finite one that is an infinity.
  ///
  /// - Returns: nil where the bytes are anything else.
  static func value(of bytes: [UInt8], in range: Range<Int>, grammar: Grammar) -> Float? {
    var at = range.lowerBound
    let end = range.upperBound
    guard at < end, range.count <= longest else { return nil }
    let negative = bytes[at] == UInt8(ascii: "-")
    if negative || (grammar == .loose && bytes[at] == UInt8(ascii: "+")) { at += 1 }
    guard at < end else { return nil }
    if bytes[at] >= UInt8(ascii: "A") {
      return word(bytes[at..<end], negative: negative, grammar: grammar)
    }

    var decimal = Decimal()
    let whole = at
    while at < end, bytes[at].isDigit {
      decimal.append(bytes[at], afterPoint: false)
      at += 1
    }
    let wholeDigits = at - whole
    var fractionDigits = 0
    var hasPoint = false
    if at < end, bytes[at] == UInt8(ascii: ".") {
      hasPoint = true
      at += 1
      let fraction = at
      while at < end, bytes[at].isDigit {
        decimal.append(bytes[at], afterPoint: true)
        at += 1
      }
      fractionDigits = at - fraction
    }
    guard wholeDigits + fractionDigits > 0 else { return nil }
    if grammar == .json {
      let hasLeadingZero = wholeDigits > 1 && bytes[whole] == UInt8(ascii: "0")
      if wholeDigits == 0 || hasLeadingZero || (hasPoint && fractionDigits == 0) { return nil }
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      guard let power = power(bytes, at + 1..<end) else { return nil }
      decimal.exponent += power
      at = end
    }
    guard at == end else { return nil }
    let magnitude =
      decimal.exactlyRounded ?? Float(String(decoding: bytes[whole..<end], as: UTF8.self))
    return magnitude.map { negative ? -$0 : $0 }
  }

  /// The digits after an `e`, with their sign; past ±99,999 the value no longer matters.
  private static func power(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    let end = range.upperBound
    guard at < end else { return nil }
    let negative = bytes[at] == UInt8(ascii: "-")
    if negative || bytes[at] == UInt8(ascii: "+") { at += 1 }
    guard at < end else { return nil }
    var power = 0
    while at < end {
      guard bytes[at].isDigit else { return nil }
      power = min(power * 10 + Int(bytes[at] - 48), 99_999)
      at += 1
    }
    return negative ? -power : power
  }

  private static func word(
    _ letters: ArraySlice<UInt8>, negative: Bool, grammar: Grammar
  ) -> Float? {
    guard letters.count <= 8 else { return nil }
    let word = String(decoding: letters, as: UTF8.self)
    switch grammar == .json ? word : word.lowercased() {
    case "NaN" where grammar == .json && !negative: return .nan
    case "nan" where grammar == .loose: return .nan
    case "Infinity" where grammar == .json: return negative ? -.infinity : .infinity
    case "inf" where grammar == .loose, "infinity" where grammar == .loose:
      return negative ? -.infinity : .infinity
    default: return nil
    }
  }
}

extension [UInt8] {
  /// A part of a text with a hyphen for every minus sign; nil where there is none.
  fileprivate func withHyphens(_ range: Range<Int>) -> [UInt8]? {
    let text = String(decoding: self[range], as: UTF8.self)
    return text.contains("−") ? Array(text.replacing("−", with: "-").utf8) : nil
  }
}
