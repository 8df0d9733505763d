/// A place in a text as a person counts it: lines and columns from 1, columns in Unicode scalars.
///
/// A line ends with LF, CR LF or CR. A byte order mark has no column.
struct Place: Hashable, Sendable {
  private(set) var line = 1
  private(set) var column = 1

  /// - Complexity: O(offset): only errors ask.
  init(in bytes: [UInt8], at offset: Int) {
    for index in (bytes.startsWithByteOrderMark ? 3 : 0)..<offset {
      switch bytes[index] {
      case .lineFeed, .carriageReturn:
        if bytes[index] == .carriageReturn, index + 1 < bytes.count,
          bytes[index + 1] == .lineFeed
        {
          continue
        }
        line += 1
        column = 1
      case 0x80..<0xC0: continue  // the inside of a scalar
      default: column += 1
      }
    }
  }
}

extension [UInt8] {
  var startsWithByteOrderMark: Bool { starts(with: [0xEF, 0xBB, 0xBF]) }

  /// A piece of a file that can be shown: at most 40 scalars, those that draw nothing and bytes that are
  /// not UTF-8 by their numbers, as in `\xE9` and `\u202E`.
  func excerpt(_ range: Range<Int>) -> String {
    var excerpt = ""
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = self[range].makeIterator()
    var at = range.lowerBound
    for _ in 0..<40 {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        excerpt += scalar.isUnseen ? scalar.number : String(scalar)
        at += encoded.count
      case .error(let length):
        for byte in self[at..<at + length] { excerpt += "\\x" + byte.hexadecimal(digits: 2) }
        at += length
      case .emptyInput: return excerpt
      }
    }
    return excerpt
  }
}

extension String {
  /// The same of a text from a file.
  var excerpt: String {
    let bytes = Array(utf8)
    return bytes.excerpt(bytes.indices)
  }
}

extension Unicode.Scalar {
  /// Whether it draws nothing by itself: a control character, one that turns the direction of text
  /// or ends a line, and other format characters.
  var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    // The replacement for a lost character.
    default: self == "\u{FFFD}"
    }
  }

  fileprivate var number: String {
    if self == "\t" { return "\\t" }
    return value < 0x100
      ? "\\x" + value.hexadecimal(digits: 2) : "\\u" + value.hexadecimal(digits: 4)
  }
}

extension BinaryInteger {
  /// Hexadecimal digits, at least this many.
  func hexadecimal(digits: Int) -> String {
    let text = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let point = UInt8(ascii: ".")
  static let quote = UInt8(ascii: "\"")

  var isDigit: Bool { self &- 48 < 10 }
  /// Space, tab, line feed, vertical tab, form feed or carriage return.
  var isWhitespace: Bool { self == .space || self &- 9 < 5 }
}
