/// Any line with `name: number` or `name=number` that looks as if a training printed it: it names a step
/// or an epoch, or consists of nothing else, or has a loss or another measure and no other settings.
struct PairLine: LineReader {
  func read(_ line: [UInt8]) -> LogLine? {
    let found = LinePairs(line)
    var row = LogRow()
    for pair in found.pairs {
      let name = pair.name.lowercased()
      let last = name.split(separator: " ").last.map(String.init) ?? name
      if row.epoch == nil, last == "epoch" {
        row.epoch = pair.value
      } else if row.step == nil, LogRow.stepNames.contains(last) {
        row.step = Int64(exactly: pair.value)
      } else if let total = pair.total {
        // As in `Accuracy: 9800/10000`.
        if total != 0 { row.add(pair.name, pair.value / total) }
      } else {
        row.add(pair.name, pair.value)
        if let average = pair.average { row.add(pair.name + "/average", average) }
      }
    }
    guard !row.entries.isEmpty else { return nil }
    PairLine.findPosition(line, &row)
    guard
      row.epoch != nil || row.step != nil || !found.hasOtherWords && !found.hasOtherPairs
        || !found.hasOtherPairs && row.hasMeasure
    else { return nil }
    return .row(row)
  }

  /// Finds `Epoch 3`, `Epoch [3/10]` and `step 100` without a colon.
  private static func findPosition(_ line: [UInt8], _ row: inout LogRow) {
    let words = line.split { $0.isWhitespace || "[](),:|=".utf8.contains($0) }
    for (word, next) in zip(words, words.dropFirst()) where word.first?.isLetter == true {
      guard next.first?.isDigit == true, let (number, _) = LogNumber.start(of: next) else {
        continue
      }
      let name = String(decoding: word, as: UTF8.self).lowercased()
      if row.epoch == nil, name == "epoch" { row.epoch = number }
      if row.step == nil, LogRow.stepNames.contains(name) { row.step = Int64(exactly: number) }
    }
  }
}
