import Formats

/// All that a run logged under one tag and of one kind.
struct RunTag: Sendable {
  /// What one file holds of it.
  struct Part: Sendable {
    enum Source: Sendable {
      case events(EventSeries)
      case column(LogTable.Column)
      /// A tensor of a file with several, at a step.
      case checkpoint(step: Int64, TensorListing.Entry)
    }

    /// The number of the file in the tree.
    let file: Int
    let source: Source
    /// Also without what a later file supersedes.
    fileprivate(set) var live: LiveRanges
    let track: SeriesTrack
    /// What the steps of it count.
    let unit: LogTable.Unit

    var count: Int { track.count }

    /// As it stands in the file, or the number of the value where the program gave no steps.
    func step(_ index: Int) -> Int64 { track.hasNoSteps ? Int64(index) : storedStep(index) }

    func step(_ point: SeriesPoint) -> Int64 {
      track.hasNoSteps ? Int64(point.place) : point.step
    }

    private func storedStep(_ index: Int) -> Int64 {
      switch source {
      case .events(let series): series.step(index)
      case .column(let column): column.series.step(index)
      case .checkpoint(let step, _): step
      }
    }

    /// In seconds since 1970, where the file tells.
    func time(_ index: Int) -> Double? {
      if case .events(let series) = source { series.time(index) } else { nil }
    }

    /// - Precondition: It is a scalar.
    func scalar(_ index: Int) -> Double {
      switch source {
      case .events(let events): events.scalar(index)
      case .column(let column): column.series.value(index)
      case .checkpoint: .nan
      }
    }

    /// All values with their steps; nil for a tensor of a checkpoint.
    var series: ScalarSeries? {
      switch source {
      case .events(let events): events.series
      case .column(let column): column.series
      case .checkpoint: nil
      }
    }
  }

  let name: String
  let kind: EventKind
  /// In the order in which they were written.
  private(set) var parts: [Part] = []

  init(name: String, kind: EventKind) { (self.name, self.kind) = (name, kind) }

  /// Adds what a later file holds; it supersedes what earlier ones have at its steps and later.
  mutating func append(_ part: Part) {
    if !part.track.hasNoSteps {
      for index in parts.indices {
        let before = parts[index]
        parts[index].live.cut(from: part.track.least) { before.step($0) }
      }
    }
    parts.append(part)
  }

  var count: Int { parts.reduce(0) { $0 + $1.count } }
  var liveCount: Int { parts.reduce(0) { $0 + $1.live.count } }
  var unit: LogTable.Unit { parts.first?.unit ?? .step }

  /// The last value that counts.
  var last: (part: Part, index: Int)? {
    for part in parts.reversed() {
      if let range = part.live.ranges.last { return (part, range.upperBound - 1) }
    }
    return nil
  }

  /// The last value that counts at a step or before it.
  func value(upTo step: Int64) -> (part: Part, index: Int)? {
    for part in parts.reversed() {
      for range in part.live.ranges.reversed() where part.step(range.lowerBound) <= step {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
          let middle = (low + high) / 2
          if part.step(middle) <= step { low = middle + 1 } else { high = middle }
        }
        return (part, low - 1)
      }
    }
    return nil
  }

  /// The steps of the values that count, ascending.
  var steps: StepRuns {
    parts.reduce(into: StepRuns()) { steps, part in
      for range in part.live.ranges {
        if part.track.hasNoSteps {
          steps.append(first: Int64(range.lowerBound), stride: 1, count: range.count)
        } else if let series = part.series {
          series.addSteps(of: range, to: &steps)
        } else {
          for index in range { steps.append(part.step(index)) }
        }
      }
    }
  }

  /// Where the training went on from before, over all files.
  var restarts: [Int64] {
    let within = parts.flatMap(\.track.restarts)
    let between = zip(parts, parts.dropFirst()).compactMap { before, part in
      part.track.least <= before.track.most ? part.track.least : nil
    }
    return Array(Set(within + between)).sorted()
  }

  /// The first value that is not finite.
  var firstLost: (part: Part, index: Int)? {
    guard kind == .scalar else { return nil }
    for part in parts { if let index = part.track.firstLost { return (part, index) } }
    return nil
  }
}

extension RunTag.Part {
  init(file: Int, _ source: Source, _ track: SeriesTrack, _ unit: LogTable.Unit) {
    var live = track.live
    if track.hasNoSteps { live = LiveRanges(all: track.count) }
    self.init(file: file, source: source, live: live, track: track, unit: unit)
  }

  /// A tensor of a checkpoint.
  init(file: Int, step: Int64, _ entry: TensorListing.Entry) {
    var track = SeriesTrack()
    track.take(step: step, value: 0) { _ in step }
    self.init(file: file, .checkpoint(step: step, entry), track, .step)
  }
}
