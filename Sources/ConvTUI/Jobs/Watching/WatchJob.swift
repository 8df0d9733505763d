import Formats
import Model

/// Follows trainings: looks at their files when it is asked to, and reads what is new.
///
/// What it comes to depends on its orders and the files alone. It opens files to read only, and opens
/// them anew each time, so that a network file system tells of what others wrote.
struct WatchJob: Job {
  struct Order: Equatable, Sendable {
    /// Counts the looks at the files that were asked for.
    var look = 0
    /// The values that are wanted out of the files.
    var wanted: [ValueAddress] = []
    /// The tensors of which a few numbers are wanted.
    var norms: [NormAddress] = []
  }

  private(set) var tree: RunTree
  private var order = Order()
  private var looked = 0
  private var queue: [Int] = []
  private let input: InputStream?
  private var identities: [Int: [Int]] = [:]
  /// The state of each file that is read whole when it was read.
  private var seen: [Int: WatchedStatus] = [:]
  private var values: [ValueAddress: ShownValue] = [:]
  private var norms: [NormAddress: WeightNorm?] = [:]
  /// What follows from the tree as it was at a revision.
  private var findings = (revision: -1, WatchFindings(RunTree([])))
  private var updates = UpdateWatch()
  /// The revision of the tree whose updates are looked after.
  private var updatesRevision = 0
  private let now: @Sendable () -> Double

  /// How many bytes are read in one part: 64 KiB.
  static let piece = 1 << 16
  /// The longest JSON text that is written anew each time: 64 MiB.
  private static let longestDocument = 1 << 26
  /// With more files and folders than these, new ones are looked for less often.
  private static let manyEntries = 300
  private static let seldom = 8

  /// - Parameters:
  ///   - roots: Folders and files; `-` is standard input.
  ///   - now: The present time, in seconds since 1970.
  ///   - input: What `-` is, standard input or what a program prints.
  init(
    _ roots: [String], input: InputStream? = nil,
    now: @escaping @Sendable () -> Double = WatchedStatus.now
  ) {
    tree = RunTree(roots, name: roots.first.flatMap(FolderScan.ownName))
    self.now = now
    self.input = input
  }

  mutating func take(_ order: Order) { self.order = order }

  var isIdle: Bool {
    looked == order.look && queue.isEmpty && missingValue == nil && missingNorm == nil
      && updatesRevision == tree.revision && updates.isIdle
  }

  var shareDone: Double { looked == order.look ? tree.share : 0 }

  private var missingValue: ValueAddress? { order.wanted.first { values[$0] == nil } }
  private var missingNorm: NormAddress? { order.norms.first { norms[$0] == nil } }

  mutating func step(isWatched: Bool) {
    if looked != order.look {
      looked = order.look
      look()
    } else if let number = queue.last {
      if !readPiece(of: number) { queue.removeLast() }
    } else if let address = missingValue {
      values[address] = tree.value(at: address)
    } else if let address = missingNorm {
      norms[address] = .some(tree.norm(at: address))
    } else if updatesRevision != tree.revision {
      updatesRevision = tree.revision
      updates.look(at: currentFindings().runs)
    } else {
      updates.step(tree)
    }
  }

  mutating func end() throws(FileError) {}

  /// What follows from the tree as it is.
  private mutating func currentFindings() -> WatchFindings {
    if findings.revision != tree.revision { findings = (tree.revision, WatchFindings(tree)) }
    return findings.1
  }

  mutating func report() -> WatchReport {
    var findings = currentFindings()
    let now = now()
    (findings.uncheckedTensors, findings.checksLeft) = (updates.leftOut, updates.left)
    findings.alarms += updates.alarms + findings.runs.flatMap { $0.stoppedRanks(now: now) }
    return WatchReport(
      tree: tree, findings: findings, look: looked, isSettled: isIdle, now: now,
      inputEnded: input?.hasEnded ?? false,
      values: order.wanted.reduce(into: [:]) { shown, address in shown[address] = values[address] },
      norms: order.norms.reduce(into: [:]) { shown, address in
        if let norm = norms[address] { shown[address] = norm }
      })
  }

  // MARK: Looking

  private mutating func look() {
    values = values.filter { order.wanted.contains($0.key) }
    if norms.count > 2 * order.norms.count {
      let wanted = Set(order.norms)
      norms = norms.filter { wanted.contains($0.key) }
    }
    if tree.entryCount < WatchJob.manyEntries || looked % WatchJob.seldom == 1 { scan() }
    var news: [Int] = []
    for number in tree.files.indices where tree.files[number].path != "-" {
      if hasNews(number) { news.append(number) }
    }
    // The last of the queue comes first: what is short, so that something is soon seen of all.
    queue = news.sorted { rest(of: $0) > rest(of: $1) }
    if input != nil, let number = tree.number(of: "-", place: "-", root: inputRoot) {
      queue.append(number)
    }
  }

  private var inputRoot: Int { tree.roots.firstIndex(of: "-") ?? 0 }

  private func rest(of number: Int) -> Int { tree.files[number].size - tree.files[number].received }

  private mutating func scan() {
    tree.beginScan()
    for (root, path) in tree.roots.enumerated() where path != "-" {
      if (try? WatchedStatus(path)) != nil {
        // A file that a person named is read, whatever its name.
        _ = tree.number(of: path, place: path.lastPart, root: root, isNamed: true)
        continue
      }
      let scan = FolderScan(path)
      for (folder, error) in scan.folders { tree.noteFolder(folder, error) }
      for link in scan.links { tree.noteLink(link) }
      for file in scan.files where tree.number(of: file.path, place: file.place, root: root) == nil
      {
        tree.noteOther(file.path)
      }
    }
  }

  /// Whether there is something to read of a file.
  private mutating func hasNews(_ number: Int) -> Bool {
    let file = tree.files[number]
    let status: WatchedStatus
    do throws(FileError) {
      status = try WatchedStatus(file.path)
    } catch {
      if case .missing = error { tree.set(.gone, number) } else { tree.set(.file(error), number) }
      return false
    }
    let isOther = identities[number].map { $0 != status.identity } ?? false
    identities[number] = status.identity
    let isSame = (file.size, file.written) == (status.size, status.written)
    tree.note(number, size: status.size, written: status.written)
    if file.form.isReadWhole || seen[number] != nil {
      return seen[number] != status
    }
    if isOther || status.size < file.received
      || (!isSame && file.form.isLog && isRewritten(file))
    {
      tree.restart(number)
      forget(number)
    }
    return !tree.files[number].isGivenUp && status.size > tree.files[number].received
  }

  /// Drops what was read of a file that is another now.
  private mutating func forget(_ number: Int) {
    values = values.filter { $0.key.file != number }
    norms = norms.filter { $0.key.value.file != number && $0.key.before?.file != number }
    updates.forget(number)
  }

  /// Whether a log begins otherwise than it did, as where its columns have become more.
  private func isRewritten(_ file: WatchedFile) -> Bool {
    guard !file.head.isEmpty, let source = try? FileReader.open(file.path, namedBy: .file) else {
      return false
    }
    return (try? source.bytes(in: 0..<file.head.count)) != file.head
  }

  // MARK: Reading

  /// - Returns: Whether there is more to read now.
  private mutating func readPiece(of number: Int) -> Bool {
    let file = tree.files[number]
    if file.path == "-" { return readInput(number) }
    do throws(FileError) {
      let source = try FileReader.open(file.path, namedBy: .file)
      if file.form == .checkpoint { return readTensors(source, number) }
      if file.form == .parameters { return readParameters(source, number) }
      if file.form == .json, file.received == 0 || seen[number] != nil {
        let start = (try? source.bytes(in: 0..<1 << 16)) ?? []
        let kind = WatchedFile.kind(ofJSON: start, name: file.path)
        if kind != .lines { return readDocument(source, number, kind) }
      }
      return readBytes(source, number)
    } catch {
      tree.set(error.isMissing ? .gone : .file(error), number)
      return false
    }
  }

  private mutating func readBytes(_ source: any ByteSource, _ number: Int) -> Bool {
    let start = tree.files[number].received
    do throws(FormatError) {
      let bytes = try source.bytes(in: start..<start + WatchJob.piece)
      guard !bytes.isEmpty else { return false }
      tree.take(bytes, at: start, of: number)
      return !tree.files[number].isGivenUp && start + bytes.count < source.count
    } catch {
      tree.set(.format(error), number)
      return false
    }
  }

  private mutating func readTensors(_ source: any ByteSource, _ number: Int) -> Bool {
    seen[number] = try? WatchedStatus(tree.files[number].path)
    let listing = Result { () throws(FormatError) in
      try TensorListing(source, name: tree.files[number].place)
    }
    tree.take(tensors: listing, size: source.count, of: number)
    forget(number)
    return false
  }

  private mutating func readParameters(_ source: any ByteSource, _ number: Int) -> Bool {
    seen[number] = try? WatchedStatus(tree.files[number].path)
    // One byte more than is read tells that it is too long.
    let bytes = try? source.bytes(in: 0..<min(source.count, YAMLDecoder.longest + 1))
    tree.take(parameters: bytes ?? [], of: number)
    return false
  }

  private mutating func readDocument(
    _ source: any ByteSource, _ number: Int, _ kind: WatchedFile.JSONKind
  ) -> Bool {
    seen[number] = try? WatchedStatus(tree.files[number].path)
    let isRead = kind == .document && source.count <= WatchJob.longestDocument
    tree.take(document: isRead ? (try? source.allBytes()) ?? [] : [], of: number)
    return false
  }

  private mutating func readInput(_ number: Int) -> Bool {
    guard let bytes = input?.read(atMost: WatchJob.piece), !bytes.isEmpty else { return false }
    tree.take(bytes, at: tree.files[number].received, of: number)
    tree.note(number, size: tree.files[number].received, written: now())
    return true
  }
}

extension FileError {
  fileprivate var isMissing: Bool { if case .missing = self { true } else { false } }
}
