/// A dictionary as Python prints it, which Hugging Face's trainer does at each log: numbers bare
/// (version 4) or in quotes (version 5), or in a call such as `tensor(0.5)`.
struct DictionaryLine: LineReader {
  func read(_ line: [UInt8]) -> LogLine? {
    guard line.first == UInt8(ascii: "{"), line.last == UInt8(ascii: "}") else { return nil }
    var row = LogRow()
    var rest = line[1..<(line.count - 1)]
    while true {
      DictionaryLine.skip(&rest) { $0.isWhitespace || $0 == .comma }
      if rest.isEmpty { break }
      guard let key = DictionaryLine.quoted(&rest) else { return nil }
      DictionaryLine.skip(&rest) { $0.isWhitespace }
      guard rest.popFirst() == UInt8(ascii: ":") else { return nil }
      DictionaryLine.skip(&rest) { $0.isWhitespace }
      let value = DictionaryLine.quoted(&rest) ?? DictionaryLine.bare(&rest)
      if let number = LogNumber.value(value) { row.add(key, number) }
    }
    guard !row.entries.isEmpty else { return nil }
    row.takePosition()
    return .row(row)
  }

  private static func skip(_ rest: inout ArraySlice<UInt8>, while isSkipped: (UInt8) -> Bool) {
    rest = rest.drop(while: isSkipped)
  }

  /// Takes a text in single or double quotes.
  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let quote = rest.first, quote == UInt8(ascii: "'") || quote == .quote,
      let end = rest.dropFirst().firstIndex(of: quote)
    else { return nil }
    defer { rest = rest[(end + 1)...] }
    return String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
  }

  /// Takes all up to the next comma outside brackets; of a call its argument.
  private static func bare(_ rest: inout ArraySlice<UInt8>) -> String {
    var depth = 0
    let end =
      rest.firstIndex { byte in
        if "([{".utf8.contains(byte) { depth += 1 }
        if ")]}".utf8.contains(byte) { depth -= 1 }
        return byte == .comma && depth <= 0
      } ?? rest.endIndex
    var value = rest[..<end]
    rest = rest[end...]
    if let open = value.firstIndex(of: UInt8(ascii: "(")) {
      value = value[(open + 1)...].prefix { $0 != UInt8(ascii: ")") && $0 != .comma }
    }
    while value.last?.isWhitespace == true { value.removeLast() }
    return String(decoding: value, as: UTF8.self)
  }
}
