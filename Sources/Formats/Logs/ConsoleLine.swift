/// A line of what programs print, read by the first reader that knows it.
public struct ConsoleLine: LineReader {
  private var readers: [any LineReader] = [
    JSONLines(), DictionaryLine(), EpochLine(), StepLine(), KerasLine(), PairLine(),
    WordLine(),
  ]

  public init() {}

  /// - Returns: A text where nobody knows the line, and for `Epoch 1/3`.
  public mutating func read(_ line: [UInt8]) -> LogLine? {
    for index in readers.indices {
      if let line = readers[index].read(line) { return line }
    }
    return .text(String(decoding: line, as: UTF8.self))
  }
}
