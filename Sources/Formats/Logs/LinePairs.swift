/// The names and numbers in a line for people: `loss: 0.5`, `lr=1e-3`, `Loss 6.9 (7.0)`.
struct LinePairs {
  struct Pair: Hashable {
    let name: String
    let value: Double
    /// In parentheses behind the value.
    var average: Double?
    /// Behind a slash, as in `Epoch 3/10`.
    var total: Double?
  }

  private(set) var pairs: [Pair] = []
  /// Whether there are pairs with an equals sign and anything but a number.
  private(set) var hasOtherPairs = false
  /// Whether there is anything besides pairs and what parts them.
  private(set) var hasOtherWords = false

  private let line: [UInt8]

  /// Finds what stands before and behind each colon and equals sign.
  init(_ line: [UInt8]) {
    self.line = line
    var (at, boundary) = (0, 0)
    while at < line.count {
      guard line[at] == UInt8(ascii: ":") || line[at] == UInt8(ascii: "=") else {
        at += 1
        continue
      }
      let name = name(boundary..<at, atMost: line[at] == UInt8(ascii: "=") ? 1 : 3)
      let start = skipSpaces(from: at + 1)
      if let name, let (pair, end) = pair(name, at: start) {
        pairs.append(pair)
        (at, boundary) = (end, end)
      } else {
        if name != nil, line[at] == UInt8(ascii: "=") { hasOtherPairs = true }
        at += 1
        boundary = at
      }
    }
    note(boundary..<line.count)
  }

  /// Reads the whole line, or a part of one between tabs or commas, as a name, a number and perhaps an
  /// average behind spaces alone.
  static func spaced(_ part: ArraySlice<UInt8>) -> Pair? {
    let line = LinePairs(blank: Array(part))
    let words = part.split { $0 == .space || $0 == .tab }
    guard let number = words.firstIndex(where: { LogNumber.start(of: Array($0)) != nil }),
      number > 0
    else { return nil }
    let name = words[..<number].map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
    return line.pair(name, at: words[number].startIndex - part.startIndex)?.0
  }

  private init(blank line: [UInt8]) { self.line = line }

  /// The pair whose number begins here.
  private func pair(_ name: String, at start: Int) -> (Pair, end: Int)? {
    guard let (value, length) = LogNumber.start(of: line[start...]) else { return nil }
    var pair = Pair(name: name, value: value)
    var end = start + length
    if end < line.count, line[end] == UInt8(ascii: "/"),
      let (total, length) = LogNumber.start(of: line[(end + 1)...])
    {
      pair.total = total
      end += 1 + length
    }
    // A unit, as in `5.2ms`, `98%` or `7.1it/s`.
    let unit = line[end...].prefix {
      $0.isLetter || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "/")
    }
    end += unit.count
    guard unit.count <= 5, end == line.count || LinePairs.ends(line[end]) else { return nil }
    let next = skipSpaces(from: end)
    // The progress behind it is that of a bar.
    if unit.elementsEqual("%".utf8), next < line.count,
      line[next] >= 0x80 || line[next] == UInt8(ascii: "|")
    {
      return nil
    }
    if next < line.count, line[next] == UInt8(ascii: "("),
      case let inner = skipSpaces(from: next + 1),
      let (average, length) = LogNumber.start(of: line[inner...]),
      case let close = skipSpaces(from: inner + length), close < line.count,
      line[close] == UInt8(ascii: ")") || line[close] == UInt8(ascii: "%")
    {
      if line[close] == UInt8(ascii: ")") { pair.average = average }
      end = min(line.count, close + (line[close] == UInt8(ascii: ")") ? 1 : 2))
    }
    return (pair, end)
  }

  /// Whether a number can end before this byte.
  private static func ends(_ byte: UInt8) -> Bool {
    byte.isWhitespace || [.comma, .semicolon].contains(byte) || "|)]}(\"'".utf8.contains(byte)
  }

  /// The last words before a colon or an equals sign; nil where there is none that names something.
  private mutating func name(_ range: Range<Int>, atMost limit: Int) -> String? {
    let words = line[range].split(omittingEmptySubsequences: true) {
      $0.isWhitespace || [.comma, .semicolon].contains($0) || "|()[]{}\"'".utf8.contains($0)
    }
    // A gap of more than one space or another mark parts a name from what stands before it.
    var name: [ArraySlice<UInt8>] = []
    for word in words.reversed() {
      guard let first = word.first, first.isLetter || first == UInt8(ascii: "_") || first >= 0x80,
        name.count < limit
      else { break }
      if let next = name.last, next.startIndex - word.endIndex != 1 || line[word.endIndex] != .space
      {
        break
      }
      name.append(word)
    }
    note(range.lowerBound..<(name.last?.startIndex ?? range.upperBound))
    guard !name.isEmpty else { return nil }
    return name.reversed().map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  private mutating func note(_ range: Range<Int>) {
    if line[range].contains(where: { $0.isLetter || $0.isDigit || $0 >= 0x80 }) {
      hasOtherWords = true
    }
  }

  private func skipSpaces(from start: Int) -> Int {
    line[start...].firstIndex { $0 != .space && $0 != .tab } ?? line.count
  }
}

extension LogNumber {
  /// The number that a text begins with, and its length in bytes; nil also for the beginning of a time,
  /// a date, a version or a word.
  static func start(of text: some Collection<UInt8>) -> (Double, Int)? {
    let text = text.prefix(64)
    let sign = text.prefix { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }.prefix(1)
    let word = text.dropFirst(sign.count).prefix { $0.isLetter }
    if !word.isEmpty {
      let word = Array(sign) + Array(word)
      return value(String(decoding: word, as: UTF8.self)).map { ($0, word.count) }
    }
    var digits = Array(text.prefix { $0.isDigit || "+-.eE".utf8.contains($0) })
    // The first letter of a unit, or the hyphen before a word.
    while let last = digits.last, !last.isDigit, last != .point { digits.removeLast() }
    guard !digits.isEmpty else { return nil }
    let found = short(digits) ?? value(String(decoding: digits, as: UTF8.self))
    return found.map { ($0, digits.count) }
  }
}

extension UInt8 {
  var isLetter: Bool { (self | 0x20) &- 97 < 26 }
}
