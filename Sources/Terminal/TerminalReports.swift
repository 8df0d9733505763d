/// What a terminal answers about itself, told from keys that come in between.
struct TerminalReports: Hashable {
  /// The settings it was asked for, as in `48:2::1:2:3m`.
  private(set) var settings: [[UInt8]] = []
  /// Whether it has said what kind of terminal it is.
  private(set) var hasAttributes = false
  /// Everything else, also the beginning of a report that is not whole.
  private(set) var rest: [UInt8] = []

  init(_ bytes: [UInt8]) {
    var left = bytes[...]
    while let first = left.first {
      if let report = Self.settings(at: left) {
        settings.append(Array(report.text))
        left = left[report.end...]
      } else if let end = Self.attributes(at: left) {
        hasAttributes = true
        left = left[end...]
      } else {
        rest.append(first)
        left.removeFirst()
      }
    }
  }

  /// Whether settings hold the background that was set: red 1, green 2, blue 3.
  static func isTheColor(_ settings: [UInt8]) -> Bool {
    let numbers = settings.split { !(0x30...0x39).contains($0) }.map {
      String(decoding: $0, as: UTF8.self)
    }
    return numbers.indices.contains { numbers[$0...].starts(with: ["48", "2", "1", "2", "3"]) }
  }

  /// `ESC P 1 $ r … ESC \`
  private static func settings(
    at bytes: ArraySlice<UInt8>
  ) -> (text: ArraySlice<UInt8>, end: Int)? {
    let starts = ["\u{1B}P1$r", "\u{1B}P0$r"].map { Array($0.utf8) }
    guard starts.contains(where: bytes.starts) else { return nil }
    let body = bytes.dropFirst(5)
    for index in body.indices {
      if body[index] == 0x07 { return (body[..<index], index + 1) }
      if body[index...].starts(with: [0x1B, UInt8(ascii: "\\")]) {
        return (body[..<index], index + 2)
      }
    }
    return nil
  }

  /// `ESC [ ? … c`
  private static func attributes(at bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.starts(with: Array("\u{1B}[?".utf8)) else { return nil }
    let end = bytes.dropFirst(3).firstIndex { !(0x30...0x3B).contains($0) }
    return end.flatMap { bytes[$0] == UInt8(ascii: "c") ? $0 + 1 : nil }
  }
}
