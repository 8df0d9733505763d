/// A line that begins with a step and goes on with names and numbers, as nanoGPT prints it:
///
///     iter 100: loss 3.2, time 5.20ms
///     step 100: train loss 4.1, val loss 4.2
struct StepLine: LineReader {
  func read(_ line: [UInt8]) -> LogLine? {
    guard let colon = line.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let words = line[..<colon].split(separator: .space)
    guard words.count == 2, words[1].first?.isDigit == true else { return nil }
    let heading = words.map { String(decoding: $0, as: UTF8.self) }
    guard LogRow.stepNames.contains(heading[0].lowercased()),
      let step = Int64(heading[1])
    else { return nil }
    var row = LogRow()
    row.step = step
    for part in line[(colon + 1)...].split(separator: .comma) {
      guard let pair = LinePairs.spaced(part) ?? LinePairs(Array(part)).pairs.first else {
        return nil
      }
      row.add(pair.name, pair.value)
    }
    return row.entries.isEmpty ? nil : .row(row)
  }
}
