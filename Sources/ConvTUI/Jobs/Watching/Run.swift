import Formats

/// One training, as far as its files tell.
struct Run: Sendable {
  /// Its folder below what is watched.
  let name: String
  /// In the order in which they first came.
  private(set) var tags: [RunTag] = []
  private var places: [Key: Int] = [:]
  /// The numbers of its files in the tree.
  private(set) var files: [Int] = []
  /// When one of them was last written to, in seconds since 1970.
  private(set) var written = 0.0
  /// What it was made with, where a file of its own tells.
  private(set) var parameters: [Hyperparameters.Parameter] = []
  /// The ranks that write it, where there are several: a run each. Its own tags are then those of the
  /// first rank that has them.
  private(set) var ranks: [(number: Int, run: Run)] = []

  private struct Key: Hashable {
    let name: String
    let kind: EventKind
  }

  init(name: String) { self.name = name }

  /// A run that several ranks write.
  init(name: String, ranks: [(number: Int, run: Run)]) {
    self.init(name: name)
    self.ranks = ranks
    for (_, run) in ranks {
      files += run.files
      written = max(written, run.written)
      if parameters.isEmpty { parameters = run.parameters }
      for tag in run.tags {
        let key = Key(name: tag.name, kind: tag.kind)
        guard places[key] == nil else { continue }
        places[key] = tags.count
        tags.append(tag)
      }
    }
  }

  /// Its ranks as runs of their own, or it alone where it has none.
  var unfolded: [Run] { ranks.isEmpty ? [self] : ranks.map(\.run) }

  func tag(_ name: String, _ kind: EventKind? = nil) -> RunTag? {
    if let kind { return places[Key(name: name, kind: kind)].map { tags[$0] } }
    return tags.first { $0.name == name }
  }

  mutating func take(_ file: WatchedFile, number: Int) {
    files.append(number)
    written = max(written, file.written)
    switch file.content {
    case .none: break
    case .events(let index, let tracks):
      for (series, track) in zip(index.series, tracks) where track.count > 0 {
        append(
          RunTag.Part(file: number, .events(series), track, .step), series.tag, series.kind)
      }
    case .log(_, let table), .document(let table):
      for column in table.columns {
        append(
          RunTag.Part(file: number, .column(column), column.track, table.unit), column.tag,
          column.isScalar ? .scalar : .tensor)
      }
    case .parameters(let found): parameters = found
    case .tensors(let listing):
      let step = FilePlace.step(in: file.place) ?? Int64(files.count - 1)
      for entry in listing.entries {
        append(RunTag.Part(file: number, step: step, entry), entry.name, .tensor)
      }
    }
  }

  private mutating func append(_ part: RunTag.Part, _ name: String, _ kind: EventKind) {
    let key = Key(name: name, kind: kind)
    let place = places[key] ?? tags.count
    if place == tags.count {
      places[key] = place
      tags.append(RunTag(name: name, kind: kind))
    }
    tags[place].append(part)
  }

  /// All steps at which something that counts was logged, ascending.
  var steps: StepRuns { tags.reduce(StepRuns()) { $0.merged(with: $1.steps) } }

  /// Where a training went on from before.
  var restarts: [Int64] {
    Array(Set(tags.filter { $0.kind == .scalar }.flatMap(\.restarts))).sorted()
  }
}
