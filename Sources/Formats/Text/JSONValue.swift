import Model

/// Any JSON as a value. `NaN`, `Infinity` and `-Infinity` are numbers too, as Python writes them.
///
/// A number stays text: the caller knows its type and rounds it once.
public enum JSONValue: Hashable, Sendable {
  case number(String)
  case text(String)
  /// `true`, `false` or `null`.
  case word(String)
  indirect case list([JSONValue])
  indirect case object([String: JSONValue])

  /// The deepest nesting that is read.
  static let deepest = 16

  /// Reads all of a text.
  ///
  /// - Throws: `corrupt` with the place of what cannot be read, or of a key that stands twice.
  public init(_ bytes: [UInt8]) throws(FormatError) {
    var scanner = JSONValue.scanner(bytes)
    self = try JSONValue.value(&scanner, depth: 0)
    try scanner.takeEnd()
  }

  /// Whether a text begins as an object does, however it may go on.
  public static func startsObject(_ bytes: [UInt8]) -> Bool {
    var scanner = scanner(bytes)
    return scanner.next == UInt8(ascii: "{")
  }

  private static func scanner(_ bytes: [UInt8]) -> JSONScanner {
    let start = bytes.startsWithByteOrderMark ? 3 : 0
    return JSONScanner(bytes, in: start..<bytes.count, isWholeText: true)
  }

  private static func value(
    _ scanner: inout JSONScanner, depth: Int
  ) throws(FormatError) -> JSONValue {
    guard depth < deepest else { throw .corrupt(.json(.tooDeep(limit: deepest))) }
    switch scanner.next {
    case UInt8(ascii: "\""): return .text(try scanner.text())
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      try scanner.list("[", "]") { (scanner) throws(FormatError) in
        values.append(try value(&scanner, depth: depth + 1))
      }
      return .list(values)
    case UInt8(ascii: "{"):
      var fields: [String: JSONValue] = [:]
      try scanner.object { (key, scanner) throws(FormatError) in
        fields[key] = try value(&scanner, depth: depth + 1)
      }
      return .object(fields)
    default:
      let word = try scanner.word()
      return ["true", "false", "null"].contains(word) ? .word(word) : .number(word)
    }
  }
}

extension JSONValue {
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
  public var fields: [String: JSONValue]? {
    if case .object(let fields) = self { fields } else { nil }
  }

  /// A whole number that `Int` holds.
  public var int: Int? { if case .number(let text) = self { Int(text) } else { nil } }

  /// Nil also for digits past the greatest finite number.
  public var float: Float? {
    guard case .number(let text) = self else { return nil }
    let bytes = Array(text.utf8)
    return try? NumberText.number(in: bytes, bytes.indices, grammar: .json)
  }

  /// Rows of equally many numbers as a matrix with at least one element; nil for anything else.
  public var matrix: Tensor? {
    guard let rows = list?.map({ $0.list?.map(\.float) }), let columns = rows.first??.count,
      columns > 0
    else { return nil }
    var elements: [Float] = []
    elements.reserveCapacity(rows.count * columns)
    for row in rows {
      guard let row, row.count == columns else { return nil }
      for value in row {
        guard let value else { return nil }
        elements.append(value)
      }
    }
    return Tensor(Shape(rows.count, columns), elements)
  }
}
