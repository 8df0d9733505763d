/// The lines of a text that comes piece by piece; they end with LF or CR LF.
public struct LineSplitter: Sendable {
  /// The longest line that is kept, 64 MiB; what is longer is cut into several.
  static let longest = 1 << 26

  /// What came behind the last line's end.
  public private(set) var unfinished: [UInt8] = []
  /// Of `unfinished` in the text.
  public private(set) var offset = 0

  public init() {}

  /// - Parameter line: Called with each line that ended, without its end.
  public mutating func take(_ bytes: some Collection<UInt8>, line: ([UInt8]) -> Void) {
    var rest = bytes[...]
    while let feed = rest.firstIndex(of: .lineFeed) {
      unfinished += rest[..<feed]
      rest = rest[rest.index(after: feed)...]
      offset += unfinished.count + 1
      if unfinished.last == .carriageReturn { unfinished.removeLast() }
      line(unfinished)
      unfinished.removeAll(keepingCapacity: unfinished.count < 1 << 16)
    }
    unfinished += rest
    while unfinished.count > LineSplitter.longest {
      offset += LineSplitter.longest
      line(Array(unfinished[..<LineSplitter.longest]))
      unfinished.removeSubrange(..<LineSplitter.longest)
    }
  }
}
