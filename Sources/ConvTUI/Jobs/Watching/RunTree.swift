import Formats

/// The runs below some folders, in some files, or in what a program prints, out of the bytes that come
/// of their files piece by piece.
struct RunTree: Sendable {
  /// What is watched, as it was named.
  let roots: [String]
  /// What a run is called that stands in the only watched folder itself.
  private let rootName: String
  private(set) var files: [WatchedFile] = []
  private var numbers: [String: Int] = [:]
  /// How many files of other kinds there are, by the ending of their names.
  private(set) var others: [String: Int] = [:]
  private(set) var folderCount = 0
  /// Why a folder cannot be read.
  private(set) var folderTroubles: [String: FileError] = [:]
  /// The links that are not followed, since they lead out of what is watched.
  private(set) var links: [String] = []
  /// Changes with all that is taken.
  private(set) var revision = 0

  /// - Parameter name: The own name of the only root; the last part of how it was named where none is
  ///   given.
  init(_ roots: [String], name: String? = nil) {
    self.roots = roots
    rootName = name ?? roots.first?.lastPart ?? "."
  }

  var entryCount: Int { files.count + folderCount + others.values.reduce(0, +) }

  // MARK: What there is

  /// Begins to say anew what else there is in the folders.
  mutating func beginScan() {
    (others, folderCount, folderTroubles, links) = ([:], 0, [:], [])
  }

  mutating func noteFolder(_ path: String, _ error: FileError? = nil) {
    folderCount += 1
    if let error { folderTroubles[path] = error }
  }

  mutating func noteOther(_ path: String) {
    others[TensorFormat.ending(of: path), default: 0] += 1
  }

  mutating func noteLink(_ path: String) { links.append(path) }

  /// The number of a file, which is new unless it was met before.
  ///
  /// - Parameter isNamed: Whether a person named it: then it is taken for what a program printed where
  ///   its name tells nothing.
  /// - Returns: nil for a file of another kind.
  mutating func number(
    of path: String, place: String, root: Int, isNamed: Bool = false
  ) -> Int? {
    if let number = numbers[path] { return number }
    guard
      let form = path == "-" ? .console : FileForm(name: place) ?? (isNamed ? .console : nil)
    else { return nil }
    numbers[path] = files.count
    files.append(WatchedFile(path: path, place: place, root: root, form: form))
    revision += 1
    return files.count - 1
  }

  mutating func note(
    _ number: Int, size: Int, written: Double, trouble: WatchedFile.Trouble? = nil
  ) {
    let file = files[number]
    if (file.size, file.written) != (size, written) { revision += 1 }
    files[number].note(size: size, written: written)
    if let trouble { set(trouble, number) } else { files[number].clearAbsence() }
  }

  mutating func set(_ trouble: WatchedFile.Trouble, _ number: Int) {
    guard files[number].trouble != trouble else { return }
    files[number].trouble = trouble
    revision += 1
  }

  // MARK: What came

  /// Takes a piece of a file.
  ///
  /// - Parameter offset: Where the piece stands in the file; one from the beginning on after others
  ///   belongs to another file of the same name.
  /// - Precondition: The piece follows what came before, or begins at 0.
  mutating func take(_ bytes: [UInt8], at offset: Int, of number: Int) {
    if offset == 0, files[number].received > 0 { files[number].restart() }
    precondition(offset == files[number].received)
    files[number].take(bytes)
    files[number].size = max(files[number].size, files[number].received)
    revision += 1
  }

  mutating func restart(_ number: Int) {
    files[number].restart()
    revision += 1
  }

  mutating func take(document bytes: [UInt8], of number: Int) {
    files[number].take(document: bytes)
    revision += 1
  }

  mutating func take(parameters bytes: [UInt8], of number: Int) {
    files[number].take(parameters: bytes)
    revision += 1
  }

  mutating func take(
    tensors: Result<TensorListing, FormatError>, size: Int, of number: Int
  ) {
    files[number].take(tensors: tensors, size: size)
    revision += 1
  }

  /// The share of the bytes that was read, in 0...1.
  var share: Double {
    var (done, all) = (0, 0)
    for file in files where !file.isGivenUp {
      done += min(file.received, file.size)
      all += file.size
    }
    return all == 0 ? 1 : Double(done) / Double(all)
  }
}

extension RunTree {
  /// The runs, in the order of their names; what several ranks write is one of them.
  var runs: [Run] { Run.folded(writtenRuns, root: rootName) }

  private var writtenRuns: [Run] {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    let parameterFolders = parameterFolders
    for number in orderedFiles {
      let file = files[number]
      if case .none = file.content { continue }
      if let table = file.table, table.columns.isEmpty { continue }
      let folder = parameterFolders[number] ?? FilePlace.run(of: file.place)
      // A rank in the name of a file is like one in that of a folder.
      let rank = Rank(in: file.place.lastPart).map { "rank\($0.number)" }
      let place = [folder, rank ?? ""].filter { !$0.isEmpty }.joined(separator: "/")
      let key = name(ofRun: place, root: file.root)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(number)
    }
    var runs: [Run] = []
    for key in order {
      let numbers = withoutRepeats(members[key] ?? [])
      let shared = Set(numbers.filter { sharesTags($0, numbers) })
      // A folder in the watched one may have the same name.
      var run = Run(name: key == "." && members[rootName] == nil ? rootName : key)
      for number in numbers where !shared.contains(number) {
        run.take(files[number], number: number)
      }
      // What a run was made with alone is no run.
      if run.files.contains(where: { files[$0].form != .parameters }) { runs.append(run) }
      for number in numbers where shared.contains(number) {
        var run = Run(
          name: key == "." ? files[number].place : key + "/" + (files[number].place.lastPart))
        run.take(files[number], number: number)
        runs.append(run)
      }
    }
    return runs
  }

  /// Events in the order of their names, checkpoints in the order of their steps.
  private var orderedFiles: [Int] {
    files.indices.sorted { first, second in
      let (a, b) = (files[first], files[second])
      if a.form == .checkpoint, b.form == .checkpoint, a.root == b.root,
        FilePlace.run(of: a.place) == FilePlace.run(of: b.place)
      {
        let (x, y) = (FilePlace.step(in: a.place), FilePlace.step(in: b.place))
        if let x, let y, x != y { return x < y }
        if (x == nil) != (y == nil) { return x != nil }
        if a.written != b.written { return a.written < b.written }
      }
      if (a.form == .checkpoint) != (b.form == .checkpoint) { return b.form == .checkpoint }
      return (a.root, a.place) < (b.root, b.place)
    }
  }

  private func name(ofRun folder: String, root: Int) -> String {
    let named = roots.count > 1 ? roots[root] : ""
    if roots.indices.contains(root),
      files.contains(where: { $0.root == root && $0.path == roots[root] })
    {
      return roots[root].lastPart
    }
    return [named, folder].filter { !$0.isEmpty }.joined(separator: "/").nonEmpty ?? "."
  }

  /// The files but for those that only say again what another says: `trainer_state.json` of earlier
  /// checkpoints, and logs with the same rows.
  private func withoutRepeats(_ numbers: [Int]) -> [Int] {
    let states = numbers.filter { files[$0].place.lastPart == "trainer_state.json" }
    let newest = states.max { a, b in
      (FilePlace.step(in: files[a].place) ?? .max) < (FilePlace.step(in: files[b].place) ?? .max)
    }
    var kept: [Int] = []
    for number in numbers where !states.contains(number) || number == newest {
      guard let table = files[number].table else {
        kept.append(number)
        continue
      }
      let repeated = kept.firstIndex { other in
        files[other].table.map { table.saysNothingBeyond($0) || $0.saysNothingBeyond(table) }
          ?? false
      }
      if let repeated {
        // The one that says more; the other may still be written.
        let other = files[kept[repeated]].table
        if let other, other.rowCount < table.rowCount { kept[repeated] = number }
      } else {
        kept.append(number)
      }
    }
    return kept
  }

  /// Whether a log has a tag in common with another log of its folder: then each is a run of its own.
  private func sharesTags(_ number: Int, _ numbers: [Int]) -> Bool {
    guard let table = files[number].table else { return false }
    let tags = Set(table.columns.map(\.tag))
    return numbers.contains { other in
      other != number && files[other].table?.columns.contains { tags.contains($0.tag) } == true
    }
  }
}

extension LogTable {
  /// Whether another log has all of its columns with the same steps and values, or more of them.
  fileprivate func saysNothingBeyond(_ other: LogTable) -> Bool {
    guard rowCount > 0, unit == other.unit, rowCount <= other.rowCount else { return false }
    return columns.allSatisfy { column in
      other.columns.contains { found in
        found.tag == column.tag && found.isScalar == column.isScalar
          && found.series.starts(with: column.series)
      }
    }
  }
}

extension String {
  /// What follows the last slash.
  var lastPart: String { split(separator: "/").last.map(String.init) ?? self }

  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
