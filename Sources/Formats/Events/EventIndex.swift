/// An event file of TensorBoard's as PyTorch, TensorFlow and JAX write it, read piece by piece while it
/// grows: all scalars, and where everything else stands.
///
/// Source: TensorBoard 2.21, `event.proto`, `summary.proto`.
public struct EventIndex: Sendable {
  /// In the order in which they first come.
  public private(set) var series: [EventSeries] = []
  public private(set) var marks: [EventMark] = []
  /// The bytes themselves, and what of them is damaged.
  public private(set) var records = RecordReader()

  private struct Key: Hashable {
    let tag: String
    let kind: EventKind
  }

  private var places: [Key: Int] = [:]
  /// By tag; TensorFlow names it the first time alone.
  private var plugins: [String: String] = [:]
  /// The series of the last scalar, and the one that came behind each: most programs log the same tags
  /// again and again.
  private var last = 0
  private var following: [Int] = []

  public init() {}

  /// How many bytes are read at once: 1 MiB.
  static let piece = 1 << 20

  /// Reads what follows in a file of which the bytes so far stay as they were.
  ///
  /// - Parameter limit: Reading stops behind so many bytes.
  /// - Returns: Whether the end of the file was reached.
  /// - Throws: What the source throws.
  public mutating func read(
    _ source: any ByteSource, atMost limit: Int = .max
  ) throws(FormatError) -> Bool {
    var rest = limit
    while rest > 0, records.received < source.count {
      let start = records.received
      let bytes = try source.bytes(in: start..<start + min(rest, EventIndex.piece))
      if bytes.isEmpty { return true }
      rest -= bytes.count
      bytes.withUnsafeBytes { take($0) }
    }
    return records.received >= source.count
  }

  /// Takes the next bytes of the file.
  public mutating func take(_ bytes: UnsafeRawBufferPointer) {
    // Apart from `self`, which reading a record changes.
    var records = RecordReader()
    swap(&records, &self.records)
    records.take(bytes) { event($0, at: $1) }
    self.records = records
  }

  /// - Returns: Whether it is a message.
  private mutating func event(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    var (time, step) = (0.0, Int64(0))
    // A field may stand behind those that need it.
    var head = WireReader(bytes)
    while let field = head.next() {
      switch (field.number, field.content) {
      case (1, .fixed64(let bits)): time = Double(bitPattern: bits)
      case (2, .varint(let bits)): step = Int64(bitPattern: bits)
      default: break
      }
    }
    guard !head.isBroken else { return false }
    var isWhole = true
    var reader = WireReader(bytes)
    while let (number, content) = reader.next() {
      guard case .bytes(let range) = content else { continue }
      switch number {
      case 3:
        marks.append(
          EventMark(
            kind: .fileVersion(bytes.text(range)), step: step, time: time, offset: offset))
      case 4:
        marks.append(EventMark(kind: .graph, step: step, time: time, offset: offset))
      case 5: isWhole = summary(bytes, range, step, time, at: offset) && isWhole
      case 7:
        guard let kind = EventIndex.session(bytes, range) else { break }
        marks.append(EventMark(kind: kind, step: step, time: time, offset: offset))
      default: break
      }
    }
    return isWhole
  }

  private static func session(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> EventMark.Kind? {
    var reader = WireReader(bytes, in: range)
    while let field = reader.next() {
      guard field.number == 1, case .varint(let status) = field.content else { continue }
      return [1: .start, 2: .stop, 3: .checkpoint][status]
    }
    return nil
  }

  private mutating func summary(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ step: Int64, _ time: Double,
    at offset: Int
  ) -> Bool {
    var isWhole = true
    var reader = WireReader(bytes, in: range)
    while let field = reader.next() {
      guard field.number == 1, case .bytes(let range) = field.content else { continue }
      let value = SummaryValue(bytes, range)
      isWhole = isWhole && value.isWhole
      if value.isWhole { take(value, step, time, at: offset) }
    }
    return isWhole && !reader.isBroken
  }

  private mutating func take(
    _ value: SummaryValue, _ step: Int64, _ time: Double, at offset: Int
  ) {
    if let single = value.single {
      series[place(ofScalar: value)].append(step, time, Double(single))
      return
    }
    let tag = value.tagText
    if let plugin = value.pluginText {
      if !plugin.isEmpty { plugins[tag] = plugin }
    }
    let plugin = plugins[tag] ?? ""
    if let double = value.double(plugin: plugin) {
      series[place(Key(tag: tag, kind: .scalar))].append(step, time, double)
      return
    }
    let place = place(Key(tag: tag, kind: value.kind(plugin: plugin)))
    let range = value.range
    series[place].append(
      step, time, place: offset + range.lowerBound..<offset + range.upperBound)
  }

  private mutating func place(ofScalar value: SummaryValue) -> Int {
    if last < following.count {
      let expected = following[last]
      if series[expected].kind == .scalar, value.hasTag(series[expected].tag) {
        last = expected
        return expected
      }
    }
    let place = place(Key(tag: value.tagText, kind: .scalar))
    if last < following.count { following[last] = place }
    last = place
    return place
  }

  private mutating func place(_ key: Key) -> Int {
    if let place = places[key] { return place }
    places[key] = series.count
    following.append(0)
    series.append(EventSeries(tag: key.tag, kind: key.kind))
    return series.count - 1
  }
}
