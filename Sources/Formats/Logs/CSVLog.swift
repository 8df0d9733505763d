/// A table with a row for each step or epoch, and the names of its columns in the first line: as
/// Lightning, Ultralytics, Keras, timm and fastai write it.
///
/// Fields that are empty, or no number such as Keras' `NA`, are left out. A line of names may come
/// again, and a row may be shorter. YOLOv5's and YOLOv7's `results.txt` has no names, and blanks between
/// its fields.
public struct CSVLog: LineReader {
  private var names: [String] = []
  private var separator = UInt8.comma

  public init() {}

  public mutating func read(_ line: [UInt8]) -> LogLine? {
    let line = line.startsWithByteOrderMark ? Array(line[3...]) : line
    if names.isEmpty {
      if let row = CSVLog.yolo(line) { return row }
      separator = CSVLog.separator(of: line)
    }
    let fields = CSVLog.fields(line, separator)
    guard fields.contains(where: { !$0.isEmpty }) else { return nil }
    if CSVLog.isHeader(fields) {
      names = fields
      return .text(String(decoding: line, as: UTF8.self))
    }
    if names.isEmpty { return nil }
    var row = LogRow()
    for (name, field) in zip(names, fields) where !name.isEmpty {
      if let number = LogNumber.value(field) { row.add(name, number) }
    }
    row.takePosition()
    return .row(row)
  }

  /// Whether no field is a number, and one at least is a name.
  private static func isHeader(_ fields: [String]) -> Bool {
    fields.allSatisfy { $0.isEmpty || (LogNumber.value($0) == nil && $0 != "NA") }
  }

  private static func separator(of line: [UInt8]) -> UInt8 {
    let counts = [UInt8.comma, .semicolon, .tab].map { mark in (mark, line.count { $0 == mark }) }
    return counts.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil } ?? .comma
  }

  /// The fields without the blanks around them; one in quotes may hold the separator, and a quote
  /// twice.
  static func fields(_ line: [UInt8], _ separator: UInt8) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    for (index, byte) in line.enumerated() {
      if byte == .quote {
        isQuoted.toggle()
        if isQuoted, index > 0, line[index - 1] == .quote { field.append(byte) }
      } else if byte == separator, !isQuoted {
        fields.append(trimmed(field))
        field.removeAll(keepingCapacity: true)
      } else {
        field.append(byte)
      }
    }
    return fields + [trimmed(field)]
  }

  private static func trimmed(_ field: [UInt8]) -> String {
    let start = field.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return String(decoding: end.map { start[...$0] } ?? [], as: UTF8.self)
  }

  /// `0/299 7.1G 0.08 …`: epoch and number of epochs, memory, losses, labels, size and measures.
  private static func yolo(_ line: [UInt8]) -> LogLine? {
    let fields = line.split { $0.isWhitespace }.map { String(decoding: $0, as: UTF8.self) }
    let epochs = fields.first?.split(separator: "/") ?? []
    guard fields.count == yoloNames.count + 2, epochs.count == 2, fields[1].hasSuffix("G"),
      let epoch = Double(epochs[0]), Double(epochs[1]) != nil
    else { return nil }
    var row = LogRow()
    row.epoch = epoch
    for (name, field) in zip(yoloNames, fields.dropFirst(2)) {
      if let number = LogNumber.value(field) { row.add(name, number) }
    }
    return .row(row)
  }

  private static let yoloNames = [
    "train/box_loss", "train/obj_loss", "train/cls_loss", "train/loss", "labels", "img_size",
    "metrics/precision", "metrics/recall", "metrics/mAP_0.5", "metrics/mAP_0.5:0.95",
    "val/box_loss", "val/obj_loss", "val/cls_loss",
  ]
}

/// A number as programs print it.
enum LogNumber {
  /// `1`, `-0.5`, `1e-05`, `nan`, `inf`; nil for everything else.
  static func value(_ text: some StringProtocol) -> Double? {
    guard let first = text.utf8.first, text.utf8.count < 64 else { return nil }
    if let number = short(text.utf8) { return number }
    // `Double` also takes hexadecimal digits.
    if text.utf8.contains(where: {
      $0 | 0x20 == UInt8(ascii: "x") || $0 | 0x20 == UInt8(ascii: "p")
    }) {
      return nil
    }
    let word = text.drop { $0 == "-" || $0 == "+" }.lowercased()
    guard word.utf8.first?.isLetter == true else {
      return first.isDigit || [0x2B, 0x2D, .point].contains(first) ? Double(text) : nil
    }
    return ["nan", "inf", "infinity"].contains(word) ? Double(text) : nil
  }

  /// A number of at most 15 digits with a point among them, as nearly all are: two numbers that are
  /// exact, of which one division makes the nearest to what is written.
  static func short(_ text: some Collection<UInt8>) -> Double? {
    var (mantissa, digits, decimals, isNegative) = (0, 0, 0, false)
    var hasPoint = false
    for (index, byte) in text.enumerated() {
      if byte.isDigit, digits < 15 {
        mantissa = mantissa * 10 + Int(byte &- 48)
        digits += 1
        if hasPoint { decimals += 1 }
      } else if byte == .point, !hasPoint {
        hasPoint = true
      } else if byte == 0x2D, index == 0 {
        isNegative = true
      } else {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    let number = Double(mantissa) / powers[decimals]
    return isNegative ? -number : number
  }

  /// 10⁰ to 10¹⁵, all of them exact.
  private static let powers = (0..<15).reduce(into: [1.0]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }
}
