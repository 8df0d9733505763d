/// A whole JSON text with rows in it: `trainer_state.json` of Hugging Face's, or a list of objects.
///
/// Programs write such a file anew each time, so that it is read whole.
public enum LogDocument {
  /// - Throws: `corrupt` with the place of what cannot be read, as in a file that is just being written;
  ///   `empty` where there are no rows.
  public static func rows(_ bytes: [UInt8]) throws(FormatError) -> [LogRow] {
    let start = bytes.startsWithByteOrderMark ? 3 : 0
    var scanner = JSONScanner(bytes, in: start..<bytes.count, isWholeText: true)
    var rows: [LogRow]?
    if scanner.next == UInt8(ascii: "[") {
      rows = try list(&scanner)
    } else {
      try scanner.object { (key, scanner) throws(FormatError) in
        if key == "log_history" {
          rows = try list(&scanner)
        } else {
          _ = try scanner.skipped()
        }
      }
    }
    try scanner.takeEnd()
    guard let rows else { throw .empty }
    return rows
  }

  private static func list(_ scanner: inout JSONScanner) throws(FormatError) -> [LogRow] {
    var rows: [LogRow] = []
    try scanner.list("[", "]") { (scanner) throws(FormatError) in
      guard scanner.next == UInt8(ascii: "{") else {
        _ = try scanner.skipped()
        return
      }
      var row = LogRow()
      try JSONLines.object(&scanner, "", 0, &row)
      row.takePosition()
      rows.append(row)
    }
    return rows
  }
}
