/// Lines of one JSON object each, as `wandb`, detectron2, mmengine, DeiT and many scripts write them.
///
/// Lists of numbers are arrays; what is neither a number nor such a list is left out. `NaN` and
/// `Infinity` are numbers, as Python writes them.
public struct JSONLines: LineReader {
  /// The deepest nesting of objects whose values are read.
  static let deepest = 64

  public init() {}

  public func read(_ line: [UInt8]) -> LogLine? {
    var scanner = JSONScanner(line, in: line.indices)
    guard scanner.next == UInt8(ascii: "{") else { return nil }
    do throws(FormatError) {
      var row = LogRow()
      try JSONLines.object(&scanner, "", 0, &row)
      try scanner.takeEnd()
      row.takePosition()
      return .row(row)
    } catch { return nil }
  }

  /// Reads an object's numbers into a row, under a prefix.
  static func object(
    _ scanner: inout JSONScanner, _ prefix: String, _ depth: Int, _ row: inout LogRow
  ) throws(FormatError) {
    try scanner.object { (key, scanner) throws(FormatError) in
      let tag = prefix + key
      switch scanner.next {
      case UInt8(ascii: "{") where depth < deepest:
        try object(&scanner, tag + "/", depth + 1, &row)
      case UInt8(ascii: "["):
        if let array = try array(&scanner) {
          row.entries.append(LogRow.Entry(tag: tag, value: .array(array)))
        }
      case UInt8(ascii: "{"): _ = try scanner.skipped()
      case UInt8(ascii: "\""): _ = try scanner.text()
      default:
        if let number = Double(try scanner.word()) { row.add(tag, number) }
      }
    }
  }

  /// Reads nested lists of numbers, all of one depth and shape; nil for any other list.
  private static func array(
    _ scanner: inout JSONScanner
  ) throws(FormatError) -> NumberArray? {
    let start = scanner
    var array = NestedNumbers()
    if try array.read(&scanner, 0), let array = array.array { return array }
    scanner = start
    _ = try scanner.skipped()
    return nil
  }
}

/// The numbers of nested lists.
private struct NestedNumbers {
  /// More axes than any tensor that is shown.
  private static let deepest = 8

  private var values: [Float] = []
  /// How many entries a list of each depth has.
  private var dimensions: [Int?] = []
  private var isRagged = false

  var array: NumberArray? {
    let sizes = dimensions.compactMap { $0 }
    guard !isRagged, sizes.reduce(1, *) == values.count else { return nil }
    return NumberArray(dimensions: sizes, values: values)
  }

  /// - Returns: Whether there is nothing but numbers.
  mutating func read(_ scanner: inout JSONScanner, _ depth: Int) throws(FormatError) -> Bool {
    guard depth < NestedNumbers.deepest else { return false }
    if dimensions.count == depth { dimensions.append(nil) }
    try scanner.take("[")
    var count = 0
    while !scanner.takes("]") {
      if count > 0 { try scanner.take(",") }
      count += 1
      switch scanner.next {
      case UInt8(ascii: "["):
        guard try read(&scanner, depth + 1) else { return false }
      case UInt8(ascii: "\""), UInt8(ascii: "{"): return false
      default:
        guard dimensions.count == depth + 1, let number = Double(try scanner.word()) else {
          return false
        }
        values.append(Float(number))
      }
    }
    isRagged = isRagged || (dimensions[depth] ?? count) != count
    dimensions[depth] = count
    return true
  }
}
