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

  /// A piece of a file that can be shown: at most 40 scalars, control characters replaced.
  func excerpt(_ range: Range<Int>) -> String {
    let text = String(decoding: self[range.prefix(160)], as: UTF8.self)
    var excerpt = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(40) {
      let isControl = scalar.properties.generalCategory == .control
      let isFormat = scalar.properties.generalCategory == .format
      excerpt.append(isControl || isFormat ? "\u{FFFD}" : scalar)
    }
    return String(excerpt)
  }
}

extension String {
  /// The same of a text from a file.
  var excerpt: String {
    let bytes = Array(utf8)
    return bytes.excerpt(bytes.indices)
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")

  var isDigit: Bool { self &- 48 < 10 }
  /// Space, tab, line feed, vertical tab, form feed or carriage return.
  var isWhitespace: Bool { self == .space || self &- 9 < 5 }
}
