/// What a program logged at one time.
public struct LogRow: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    /// As it stands in the file; the keys of nested objects are joined by `/`.
    public let tag: String
    public let value: Value
  }

  public enum Value: Hashable, Sendable {
    case number(Double)
    case array(NumberArray)
  }

  public var step: Int64?
  /// Also in parts, where a line says how far within an epoch it is.
  public var epoch: Double?
  /// In the order of the file.
  public var entries: [Entry] = []

  public init() {}

  /// The numbers under a tag.
  public subscript(tag: String) -> Double? {
    for entry in entries where entry.tag == tag {
      if case .number(let number) = entry.value { return number }
    }
    return nil
  }

  mutating func add(_ tag: String, _ number: Double) {
    entries.append(Entry(tag: tag, value: .number(number)))
  }

  /// What programs call the count of their updates; where there are several, the first of these counts.
  static let stepNames = [
    "step", "global_step", "iteration", "iter", "_step", "current_steps",
  ]

  /// Takes step and epoch out of the numbers.
  mutating func takePosition() {
    for name in LogRow.stepNames where step == nil {
      guard let number = self[name], let whole = Int64(exactly: number) else { continue }
      step = whole
      entries.removeAll { $0.tag == name }
    }
    if epoch == nil, let number = self["epoch"], number.isFinite {
      epoch = number
      entries.removeAll { $0.tag == "epoch" }
    }
  }
}

/// A line of a log, which is data or not.
public enum LogLine: Hashable, Sendable {
  case row(LogRow)
  case text(String)
}

/// One of the ways in which programs write numbers, a line at a time.
public protocol LineReader: Sendable {
  /// Reads a line, of which the end is cut off.
  ///
  /// - Returns: nil for a line that is none of this kind.
  mutating func read(_ line: [UInt8]) -> LogLine?
}
