import Formats

/// One file of a training, as far as it has been read.
struct WatchedFile: Sendable {
  enum Content: Sendable {
    /// Nothing of it came.
    case none
    /// The events, and what is known of each of their series.
    case events(EventIndex, [SeriesTrack])
    case log(LogReader, LogTable)
    /// A JSON text that is written anew each time.
    case document(LogTable)
    case tensors(TensorListing)
    case parameters([Hyperparameters.Parameter])
  }

  /// Why less can be told of it than its name lets one expect.
  enum Trouble: Hashable, Sendable {
    /// It is not there any longer; what was read of it stays.
    case gone
    case file(FileError)
    case format(FormatError)
    /// No numbers in so many bytes, so that it is read no further.
    case noNumbers(Int)
    /// The line of YAML that cannot be read.
    case parameters(line: Int)

    /// Whether it is gone, or the system or its content does not let it be read.
    var isFault: Bool {
      switch self {
      case .gone, .file: true
      case .format(let error): error != .empty && error != .noBytes
      case .noNumbers, .parameters: false
      }
    }
  }

  /// As a person would write it.
  let path: String
  /// Below what is watched; the name alone where that is a file.
  let place: String
  /// The number of what is watched.
  let root: Int
  let form: FileForm
  private(set) var content = Content.none
  /// How many bytes came of it, and how many it had when it was last looked at.
  private(set) var received = 0
  var size = 0
  /// When it was last written to, in seconds since 1970.
  var written = 0.0
  var trouble: Trouble?
  /// The last times at which it had grown, and its sizes then.
  private(set) var growth: [Growth] = []
  /// How often another file came in its place.
  private(set) var replacements = 0
  /// The first bytes, by which a file is known that was written anew in its place.
  private(set) var head: [UInt8] = []

  /// What came before it was known which reader the file needs.
  private var start: [UInt8] = []

  static let headLength = 256
  /// By so many bytes it is known, also without the end of a line.
  private static let longestStart = 1 << 16
  /// A text of a program without numbers is read so far, in bytes: 16 MB.
  private static let mostText = 1 << 24

  init(path: String, place: String, root: Int, form: FileForm) {
    (self.path, self.place, self.root, self.form) = (path, place, root, form)
  }

  struct Growth: Hashable, Sendable {
    let time: Double
    let size: Int
  }

  /// So many times are kept at which it had grown.
  private static let mostGrowth = 8

  /// Takes what the system says of it.
  mutating func note(size: Int, written: Double) {
    if size > self.size, self.size > 0 || growth.isEmpty {
      growth.append(Growth(time: written, size: size))
      if growth.count > WatchedFile.mostGrowth { growth.removeFirst() }
    }
    (self.size, self.written) = (size, written)
  }

  /// It is there again.
  mutating func clearAbsence() { if trouble == .gone { trouble = nil } }

  /// Whether nothing further of it is wanted.
  var isGivenUp: Bool {
    if case .noNumbers? = trouble { true } else { false }
  }

  /// Whether the first line tells which reader it needs.
  private var needsFirstLine: Bool { form == .console && path != "-" }

  /// Forgets what was read: another file stands in its place.
  mutating func restart() {
    content = .none
    (received, head, start, trouble) = (0, [], [], nil)
    replacements += 1
  }

  /// Takes the next bytes.
  mutating func take(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    received += bytes.count
    if case .file? = trouble { trouble = nil }
    if head.count < WatchedFile.headLength {
      head += bytes.prefix(WatchedFile.headLength - head.count)
    }
    var bytes = bytes
    if case .none = content, needsFirstLine {
      start += bytes
      guard start.contains(UInt8(ascii: "\n")) || start.count >= WatchedFile.longestStart else {
        return
      }
      (bytes, start) = (start, [])
    }
    // Taken out, so that nothing is copied where it grows.
    var content = Content.none
    swap(&content, &self.content)
    if case .none = content { content = begin(bytes) }
    switch content {
    case .events(var index, var tracks):
      content = .none
      bytes.withUnsafeBytes { index.take($0) }
      WatchedFile.follow(index.series, &tracks)
      content = .events(index, tracks)
    case .log(var reader, var table):
      content = .none
      reader.take(bytes) { table.take($0) }
      if form == .console, table.rowCount == 0, received > WatchedFile.mostText {
        trouble = .noNumbers(received)
      }
      content = .log(reader, table)
    case .none, .document, .tensors, .parameters: break
    }
    self.content = content
  }

  private func begin(_ start: [UInt8]) -> Content {
    switch form {
    case .events: .events(EventIndex(), [])
    case .csv: .log(.csv, LogTable())
    case .jsonLines, .json: .log(.json, LogTable())
    case .console:
      .log(
        path == "-" ? .console : LogReader(name: place, start: start) ?? .console, LogTable())
    case .checkpoint, .parameters: .none
    }
  }

  private static func follow(_ series: [EventSeries], _ tracks: inout [SeriesTrack]) {
    while tracks.count < series.count { tracks.append(SeriesTrack()) }
    for (place, series) in series.enumerated() {
      // Taken out, so that nothing is copied where it grows.
      var track = SeriesTrack()
      swap(&track, &tracks[place])
      series.series.forEach(in: track.count..<series.count) { point in
        track.take(step: point.step, value: point.value) { series.step($0) }
        return true
      }
      swap(&track, &tracks[place])
    }
  }

  /// Takes all bytes of a JSON text that is written anew each time; none of one without rows.
  mutating func take(document bytes: [UInt8]) {
    received = bytes.isEmpty ? size : bytes.count
    guard !bytes.isEmpty else { return }
    head = Array(bytes.prefix(WatchedFile.headLength))
    do throws(FormatError) {
      var table = LogTable()
      for row in try LogDocument.rows(bytes) { table.take(row) }
      content = .document(table)
      trouble = nil
    } catch { trouble = .format(error) }
  }

  /// Takes what is said of the tensors in it; where it cannot be read, as while it is written, what
  /// was known of it stays.
  mutating func take(tensors: Result<TensorListing, FormatError>, size: Int) {
    received = size
    switch tensors {
    case .success(let listing): (content, trouble) = (.tensors(listing), nil)
    case .failure(let error): trouble = .format(error)
    }
  }

  /// Takes all bytes of a file of parameters; where it cannot be read, what was known of it stays.
  mutating func take(parameters bytes: [UInt8]) {
    received = bytes.count
    do throws(YAMLError) {
      (content, trouble) = (.parameters(try Hyperparameters.parameters(yaml: bytes)), nil)
    } catch { trouble = .parameters(line: error.place.line) }
  }

  var table: LogTable? {
    switch content {
    case .log(_, let table), .document(let table): table
    case .none, .events, .tensors, .parameters: nil
    }
  }

  /// The last lines that hold no numbers, also the one that has not ended.
  var printed: [String] {
    guard case .log(let reader, let table) = content else { return [] }
    return table.texts + (reader.unfinished.isEmpty ? [] : [reader.unfinished])
  }

  /// What of it is damaged, the first ones, and how many there are.
  var damages: (first: [RecordReader.Damage], count: Int) {
    guard case .events(let index, _) = content else { return ([], 0) }
    return (index.records.damages, index.records.damageCount)
  }
}

extension WatchedFile {
  /// What a file is that ends in `.json`.
  enum JSONKind: Hashable, Sendable {
    case lines
    /// Written anew each time, such as `trainer_state.json`.
    case document
    /// Settings, or something else without numbers of steps.
    case neither
  }

  /// - Parameter start: The first bytes; lines of JSON begin with a whole object each.
  static func kind(ofJSON start: [UInt8], name: String) -> JSONKind {
    let text = start.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    if text.first == UInt8(ascii: "[") { return .document }
    if LogReader(name: "x.json", start: Array(text)) != nil { return .lines }
    return name.hasSuffix("trainer_state.json") ? .document : .neither
  }
}
