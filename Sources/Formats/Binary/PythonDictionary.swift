/// The little of Python's literals that a NumPy header uses: a dictionary of texts, flags and
/// tuples of numbers.
///
/// Keys come in any order, quotes are single or double, a comma may trail, a number may end in `L`.
struct PythonDictionary {
  enum Value: Hashable {
    case text(String)
    case flag(Bool)
    case numbers([Int])
    /// A list or tuple of anything else; what follows it is not read.
    case structure
  }

  private let bytes: ArraySlice<UInt8>
  private var offset: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  /// - Throws: `corrupt`.
  mutating func entries() throws(FormatError) -> [String: Value] {
    var entries: [String: Value] = [:]
    try expect("{")
    while !accept("}") {
      let key = try text()
      try expect(":")
      let value = try value()
      entries[key] = value
      if value == .structure { break }
      if !accept(",") {
        try expect("}")
        break
      }
    }
    return entries
  }

  private mutating func value() throws(FormatError) -> Value {
    if accept("[") { return .structure }
    if accept("(") { return try tuple() }
    if accept("T") { return try flag(true, rest: "rue") }
    if accept("F") { return try flag(false, rest: "alse") }
    return .text(try text())
  }

  private mutating func tuple() throws(FormatError) -> Value {
    var numbers: [Int] = []
    while !accept(")") {
      guard let number = number() else {
        if numbers.isEmpty { return .structure }
        throw broken
      }
      numbers.append(number)
      if !accept(",") {
        try expect(")")
        break
      }
    }
    return .numbers(numbers)
  }

  private mutating func flag(_ value: Bool, rest: StaticString) throws(FormatError) -> Value {
    let rest = rest.withUTF8Buffer(Array.init)
    guard bytes[offset...].starts(with: rest) else { throw broken }
    offset += rest.count
    return .flag(value)
  }

  /// A number from 0 on, `Int.max` for all that exceed it, or nil where none starts.
  private mutating func number() -> Int? {
    skipSpaces()
    let digits = bytes[offset...].prefix(while: \.isDigit)
    offset = digits.endIndex
    guard !digits.isEmpty else { return nil }
    _ = accept("L")
    return Int(String(decoding: digits, as: UTF8.self)) ?? .max
  }

  private mutating func text() throws(FormatError) -> String {
    skipSpaces()
    guard offset < bytes.endIndex,
      bytes[offset] == UInt8(ascii: "'") || bytes[offset] == UInt8(ascii: "\"")
    else { throw broken }
    let quote = bytes[offset]
    let content = bytes[(offset + 1)...].prefix { $0 != quote }
    guard content.endIndex < bytes.endIndex else { throw broken }
    offset = content.endIndex + 1
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard offset < bytes.endIndex, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(FormatError) {
    guard accept(character) else { throw broken }
  }

  private mutating func skipSpaces() {
    while offset < bytes.endIndex, bytes[offset].isWhitespace { offset += 1 }
  }

  private var broken: FormatError {
    .corrupt(.npy(.noDictionary(byte: offset - bytes.startIndex)))
  }
}
