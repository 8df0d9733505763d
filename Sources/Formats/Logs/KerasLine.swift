/// What Keras prints: `Epoch 1/3`, and the progress of the epoch, of which a terminal keeps what came
/// last:
///
///     3/3 ━━━━━━━━━━━━━━━━━━━━ 0s 40ms/step - accuracy: 0.4167 - loss: 1.2303
///
/// A line without an `Epoch` before it, as `evaluate` prints it, has no epoch.
struct KerasLine: LineReader {
  private var epoch: Double?

  mutating func read(_ line: [UInt8]) -> LogLine? {
    if let epoch = KerasLine.epoch(line) {
      self.epoch = epoch
      return .text(String(decoding: line, as: UTF8.self))
    }
    let count = line.prefix { $0.isDigit }.count
    guard count > 0, count < line.count, line[count] == UInt8(ascii: "/") else { return nil }
    let parts = String(decoding: line, as: UTF8.self).split(separator: " - ")
    var row = LogRow()
    for part in parts.dropFirst() {
      let field = part.split(separator: ": ")
      guard field.count == 2, let number = LogNumber.value(field[1]) else { continue }
      row.add(String(field[0]), number)
    }
    guard !row.entries.isEmpty else { return nil }
    (row.epoch, epoch) = (epoch, nil)
    return .row(row)
  }

  private static func epoch(_ line: [UInt8]) -> Double? {
    guard line.starts(with: "Epoch ".utf8) else { return nil }
    let words = line.split { $0 == .space || $0 == UInt8(ascii: "/") }
      .map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 3, words[0] == "Epoch", line.contains(UInt8(ascii: "/")),
      let epoch = Int(words[1]), Int(words[2]) != nil
    else { return nil }
    return Double(epoch)
  }
}
