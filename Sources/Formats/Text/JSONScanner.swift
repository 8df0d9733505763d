/// JSON read piece by piece, where its structure is known: the reader says what comes next.
struct JSONScanner {
  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int
  private let isWholeText: Bool

  /// - Parameter isWholeText: Whether a person may read the text, so that mistakes have lines; else
  ///   it is the header of a file.
  init(_ bytes: [UInt8], in range: Range<Int>, isWholeText: Bool = false) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
    self.isWholeText = isWholeText
  }

  /// Why the text cannot go on as it does; bytes of the file count from 0.
  func missing(_ part: FormatError.Corruption.JSON.Part) -> FormatError {
    guard isWholeText else { return .corrupt(.json(.missing(part, at: .header(byte: offset)))) }
    let place = Place(in: bytes, at: offset)
    return .corrupt(
      .json(.missing(part, at: .text(line: place.line, column: place.column))))
  }

  /// The byte that comes next.
  var next: UInt8? {
    mutating get {
      skipWhitespace()
      return offset < end ? bytes[offset] : nil
    }
  }

  /// Reads a number, or a word such as `true`.
  mutating func word() throws(FormatError) -> String {
    skipWhitespace()
    let word = bytes[offset..<end].prefix {
      ($0 | 0x20) &- 97 < 26 || $0.isDigit || [0x2B, 0x2D, 0x2E].contains($0)
    }
    let isKnown = ["true", "false", "null"].contains(String(decoding: word, as: UTF8.self))
    let range = offset..<offset + word.count
    guard isKnown || NumberText.value(of: bytes, in: range, grammar: .json) != nil else {
      throw missing(.value)
    }
    offset += word.count
    return String(decoding: word, as: UTF8.self)
  }

  /// Takes a punctuation mark if it comes next.
  mutating func takes(_ mark: Unicode.Scalar) -> Bool {
    skipWhitespace()
    guard offset < end, bytes[offset] == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  mutating func take(_ mark: Unicode.Scalar) throws(FormatError) {
    guard takes(mark) else { throw missing(.mark(mark)) }
  }

  mutating func takeEnd() throws(FormatError) {
    skipWhitespace()
    guard offset == end else { throw missing(.endOfFile) }
  }

  /// Reads `open`, the elements with commas between them, and `close`.
  mutating func list(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar,
    element: (inout JSONScanner) throws(FormatError) -> Void
  ) throws(FormatError) {
    try take(open)
    if takes(close) { return }
    repeat { try element(&self) } while takes(",")
    try take(close)
  }

  /// Reads an object whose keys all differ.
  mutating func object(
    value: (String, inout JSONScanner) throws(FormatError) -> Void
  ) throws(FormatError) {
    var keys: Set<String> = []
    try list("{", "}") { (scanner) throws(FormatError) in
      let key = try scanner.text()
      guard keys.insert(key).inserted else {
        throw .corrupt(.json(.repeatedKey(key.excerpt)))
      }
      try scanner.take(":")
      try value(key, &scanner)
    }
  }

  /// Passes over a value, of whose lists and objects only the brackets are looked at.
  ///
  /// - Returns: Where it stands.
  mutating func skipped() throws(FormatError) -> Range<Int> {
    skipWhitespace()
    let start = offset
    var depth = 0
    repeat {
      switch next {
      case nil: throw missing(.endOfValue)
      case UInt8(ascii: "["), UInt8(ascii: "{"): (depth, offset) = (depth + 1, offset + 1)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): (depth, offset) = (depth - 1, offset + 1)
      case UInt8(ascii: "\""): _ = try text()
      case .comma where depth > 0, UInt8(ascii: ":") where depth > 0: offset += 1
      default: _ = try word()
      }
    } while depth > 0
    guard depth == 0 else { throw missing(.value) }
    return start..<offset
  }

  /// Reads a whole number that is not negative.
  mutating func wholeNumber() throws(FormatError) -> Int {
    skipWhitespace()
    let digits = bytes[offset..<end].prefix { $0.isDigit }
    guard digits.count == 1 || digits.first != UInt8(ascii: "0"),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { throw missing(.wholeNumber) }
    offset += digits.count
    return number
  }

  mutating func text() throws(FormatError) -> String {
    try take("\"")
    var units: [UInt8] = []
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else { throw missing(.utf8) }
        return text
      case UInt8(ascii: "\\"): units += try escaped()
      case 0..<0x20: throw missing(.endOfText)
      default: units.append(byte)
      }
    }
    throw missing(.endOfText)
  }

  /// What follows a backslash, in UTF-8.
  private mutating func escaped() throws(FormatError) -> [UInt8] {
    guard offset < end else { throw missing(.endOfText) }
    offset += 1
    switch bytes[offset - 1] {
    case let mark where [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(mark):
      return [mark]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [.lineFeed]
    case UInt8(ascii: "r"): return [.carriageReturn]
    case UInt8(ascii: "t"): return [.tab]
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if code & 0xFC00 == 0xD800, offset + 1 < end, bytes[offset] == UInt8(ascii: "\\"),
        bytes[offset + 1] == UInt8(ascii: "u")
      {
        offset += 2
        let low = try hexadecimal()
        guard low & 0xFC00 == 0xDC00 else { throw missing(.secondSurrogate) }
        code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
      }
      if (0xDC80...0xDCFF).contains(code) {
        return Array(String(strayByte: UInt8(code & 0xFF)).utf8)
      }
      guard let scalar = Unicode.Scalar(code) else { throw missing(.character) }
      return Array(String(Character(scalar)).utf8)
    default: throw missing(.escapedCharacter)
    }
  }

  private mutating func hexadecimal() throws(FormatError) -> UInt32 {
    let digits = bytes[offset..<min(offset + 4, end)]
    guard digits.count == 4, digits.first != UInt8(ascii: "+"),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw missing(.fourDigits) }
    offset += 4
    return code
  }

  private mutating func skipWhitespace() {
    while offset < end, bytes[offset].isWhitespace { offset += 1 }
  }
}
