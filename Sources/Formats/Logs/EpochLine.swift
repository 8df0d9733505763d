/// A line that begins with how far within an epoch it is, as in PyTorch's examples, timm, DeiT and MAE:
///
///     Train Epoch: 1 [640/60000 (1%)]	Loss: 2.301
///     Epoch: [0][  10/5005]	Time  0.5 ( 0.9)	Loss 6.9e+00 (7.0e+00)
///     Epoch: [0]  [ 10/100]  eta: 0:00:10  loss: 6.9 (7.0)  time: 0.1
///     Train: 0 [   0/1251 (  0%)]  Loss: 6.97 (6.97)
///
/// The row's epoch is a part of one more than the number of those that are over; the number in
/// parentheses, an average, comes under the name and `/average`.
struct EpochLine: LineReader {
  func read(_ line: [UInt8]) -> LogLine? {
    guard let colon = line.prefix(64).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let heading = line[..<colon].split(separator: .space)
    guard heading.count <= 2, let last = heading.last.flatMap(EpochLine.heading) else { return nil }
    var rest = line[(colon + 1)...]
    // Two numbers at most, the second with a total; brackets and spaces between them.
    var epoch: Double?
    var part: (Double, Double)?
    while part == nil {
      rest = rest.drop { $0 == .space || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
      guard rest.first?.isDigit == true, let (number, length) = LogNumber.start(of: rest) else {
        break
      }
      rest = rest.dropFirst(length)
      if rest.first == UInt8(ascii: "/"),
        let (total, length) = LogNumber.start(of: rest.dropFirst())
      {
        rest = rest.dropFirst(1 + length)
        part = (number, total)
      } else if epoch == nil {
        epoch = number
      } else {
        return nil
      }
    }
    guard epoch != nil || part != nil, !rest.isEmpty else { return nil }
    // The same in percent.
    rest = rest.drop { $0 == .space }
    if rest.first == UInt8(ascii: "("), let end = rest.firstIndex(of: UInt8(ascii: ")")) {
      rest = rest[(end + 1)...]
    }
    rest = rest.drop { "] \t".utf8.contains($0) }
    var row = LogRow()
    for pair in EpochLine.pairs(rest) {
      row.add(pair.name, pair.value)
      if let average = pair.average { row.add(pair.name + "/average", average) }
    }
    guard !row.entries.isEmpty else { return nil }
    // PyTorch's first example alone counts epochs from 1: `Train Epoch: 1`.
    let countsFromOne = heading.count == 2 && last == "epoch"
    row.epoch = epoch.map { epoch in
      guard let part, part.1 > 0 else { return epoch }
      return epoch - (countsFromOne ? 1 : 0) + part.0 / part.1
    }
    if last != "epoch", last != "train" {
      row.entries = row.entries.map { .init(tag: "\(last)/\($0.tag)", value: $0.value) }
    }
    return .row(row)
  }

  private static let headings = ["epoch", "train", "test", "val", "validate", "eval"]

  /// What a word before the colon says, in small letters; nil for any other.
  private static func heading(_ word: ArraySlice<UInt8>) -> String? {
    headings.first { heading in
      heading.utf8.count == word.count && zip(heading.utf8, word).allSatisfy { $0 == $1 | 0x20 }
    }
  }

  private static func pairs(_ rest: ArraySlice<UInt8>) -> [LinePairs.Pair] {
    let pairs = LinePairs(Array(rest)).pairs
    if !pairs.isEmpty { return pairs }
    return rest.split(separator: .tab).compactMap { LinePairs.spaced($0) }
  }
}
