/// A line of nothing but names and numbers, without signs between them, that begins with a step or an epoch
/// and has a loss or another measure:
///
///     step 3 loss 0.2
///     Epoch 1, iter 20, train loss 0.41, acc 0.9
struct WordLine: LineReader {
  /// A name has no more words.
  private static let most = 2

  func read(_ line: [UInt8]) -> LogLine? {
    var row = LogRow()
    var name: [String] = []
    for word in line.split(whereSeparator: { $0.isWhitespace || ",;|[]".utf8.contains($0) }) {
      if let (number, length) = LogNumber.start(of: word), length == word.count {
        guard WordLine.add(number, name.joined(separator: " "), to: &row) else { return nil }
        name = []
      } else {
        guard name.count < WordLine.most, word[word.startIndex].isLetter else { return nil }
        name.append(String(decoding: word, as: UTF8.self))
      }
    }
    return name.isEmpty && row.hasMeasure ? .row(row) : nil
  }

  /// - Returns: Whether such a line has a number of this name here.
  private static func add(_ number: Double, _ name: String, to row: inout LogRow) -> Bool {
    let low = name.lowercased()
    if low == "epoch", row.epoch == nil {
      row.epoch = number
    } else if LogRow.stepNames.contains(low), row.step == nil {
      row.step = Int64(exactly: number)
    } else {
      row.add(name, number)
    }
    return !name.isEmpty && (row.step != nil || row.epoch != nil)
  }
}
