import Formats

/// The numbers of a log, by their tags.
struct LogTable: Sendable {
  /// What the rows are counted by.
  enum Unit: Hashable, Sendable { case step, epoch, row }

  /// The numbers or arrays under a tag, in the order of the rows.
  struct Column: Sendable {
    let tag: String
    /// Each value with its step; 0 where there are arrays.
    fileprivate(set) var series = ScalarSeries()
    fileprivate(set) var arrays: [NumberArray] = []
    fileprivate(set) var track = SeriesTrack()
    /// The row of each value, as long as they may be counted anew.
    fileprivate var rows = ScalarSeries()

    var count: Int { series.count }
    var isScalar: Bool { arrays.isEmpty }

    fileprivate mutating func append(_ value: LogRow.Value, row: Int?, step: Int64) {
      var number = 0.0
      switch value {
      case .number(let found): number = found
      case .array(let array): arrays.append(array)
      }
      if let row { rows.append(step: Int64(row), 0) }
      append(number, step: step)
    }

    private mutating func append(_ number: Double, step: Int64) {
      series.append(step: step, number)
      track.take(step: step, value: number) { [series] in series.step($0) }
    }

    /// Counts the rows anew.
    fileprivate mutating func place(isLast: Bool, _ position: (Int) -> Int64) {
      let (before, rows) = (series, rows)
      (series, track) = (ScalarSeries(), SeriesTrack())
      rows.forEach(in: 0..<rows.count) { point in
        append(before.value(point.place), step: position(Int(point.step)))
        return true
      }
      if isLast { self.rows = ScalarSeries() }
    }
  }

  private(set) var columns: [Column] = []
  private(set) var unit = Unit.row
  /// The last lines that hold no numbers.
  private(set) var texts: [String] = []
  /// How many arrays there was no room for.
  private(set) var lostArrays = 0

  private var places: [String: Int] = [:]
  private var lastStep: Int64 = 0
  /// Of each row, until there are steps; not a number where it has none.
  private var rowEpochs = ScalarSeries()
  private var arrayNumbers = 0

  /// So many numbers of arrays are kept, 64 MB of them.
  private static let mostArrayNumbers = 1 << 24
  private static let mostTexts = 500

  private(set) var rowCount = 0

  mutating func take(_ line: LogLine) {
    switch line {
    case .row(let row): take(row)
    case .text(let text):
      texts.append(text)
      if texts.count > 2 * LogTable.mostTexts { texts.removeFirst(LogTable.mostTexts) }
    }
  }

  mutating func take(_ row: LogRow) {
    guard !row.entries.isEmpty else { return }
    rowCount += 1
    if unit == .step {
      // A row without a step belongs to the one before.
      lastStep = row.step ?? lastStep
      for entry in row.entries { take(entry, row: nil, step: lastStep) }
      return
    }
    let number = rowEpochs.count
    let before = unit == .epoch && number > 0 ? rowEpochs.value(number - 1) : .nan
    rowEpochs.append(step: 0, row.epoch ?? before)
    let wanted = wantedUnit(after: row)
    if wanted != unit {
      unit = wanted
      let epochs = rowEpochs
      for index in columns.indices {
        columns[index].place(isLast: unit == .step) {
          LogTable.position($0, wanted, epochs)
        }
      }
    }
    let step = row.step ?? LogTable.position(number, unit, rowEpochs)
    // Steps stay what they are, so that the rows need not be known any longer.
    if unit == .step { (lastStep, rowEpochs) = (step, ScalarSeries()) }
    for entry in row.entries {
      take(entry, row: unit == .step ? nil : number, step: step)
    }
  }

  private func wantedUnit(after row: LogRow) -> Unit {
    if row.step != nil { return .step }
    let isFirst = rowEpochs.count == 1
    if row.epoch == nil, unit == .epoch { return .epoch }
    guard let epoch = row.epoch, Int64(exactly: epoch) != nil else { return .row }
    return isFirst ? .epoch : unit
  }

  /// Where a row stands that has no step.
  private static func position(_ row: Int, _ unit: Unit, _ epochs: ScalarSeries) -> Int64 {
    switch unit {
    case .step: 0
    case .epoch: Int64(exactly: epochs.value(row)) ?? 0
    case .row: Int64(row)
    }
  }

  private mutating func take(_ entry: LogRow.Entry, row: Int?, step: Int64) {
    // A tag under which there are both has two columns.
    var key = entry.tag
    if case .array(let array) = entry.value {
      key += "\u{0}"
      guard arrayNumbers + array.values.count <= LogTable.mostArrayNumbers else {
        lostArrays += 1
        return
      }
      arrayNumbers += array.values.count
    }
    let place = places[key] ?? columns.count
    if place == columns.count {
      places[key] = place
      columns.append(Column(tag: entry.tag))
    }
    columns[place].append(entry.value, row: row, step: step)
  }
}
