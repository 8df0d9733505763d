import Foundation
import Testing

@testable import ConvTUI
@testable import Formats

/// The files change between two looks of the job, as they do beside a training.
struct WatchJobTests {
  /// A job on a folder, whose every look is waited for.
  private struct Desk {
    let directory = try! Directory(named: "runs")
    var job: WatchJob
    private var order = WatchJob.Order()

    init() throws { job = WatchJob([directory.path]) { 1000 } }

    mutating func look() -> WatchReport {
      order.look += 1
      job.take(order)
      while !job.isIdle { job.step(isWatched: false) }
      return job.report()
    }

    mutating func show(_ value: ValueAddress) -> ShownValue? {
      order.wanted = [value]
      job.take(order)
      while !job.isIdle { job.step(isWatched: false) }
      return job.report().values[value]
    }

    func append(_ text: String, to name: String) throws {
      let file = try #require(FileHandle(forWritingAtPath: directory.path + "/" + name))
      try file.seekToEnd()
      try file.write(contentsOf: Data(text.utf8))
      try file.close()
    }
  }

  @Test func whatIsAppendedIsReadAtTheNextLook() throws {
    var desk = try Desk()
    #expect(desk.look().runs.isEmpty)
    try desk.directory.file("m.jsonl", "{\"step\": 1, \"loss\": 3}\n{\"st")
    #expect(desk.look().runs.first?.scalars("loss").map(\.value) == [3])
    let before = desk.job.tree.revision
    _ = desk.look()
    #expect(desk.job.tree.revision == before)
    try desk.append("ep\": 2, \"loss\": 2}\n", to: "m.jsonl")
    let report = desk.look()
    #expect(report.runs.first?.scalars("loss").map(\.value) == [3, 2])
    #expect(report.moments == [1, 2] && report.isSettled && report.tree.share == 1)
  }

  @Test func eventsGrowPieceByPiece() throws {
    var desk = try Desk()
    let bytes = try WatchedSample.bytes("events/torch.tfevents")
    let name = "events.out.tfevents.1.a"
    for end in stride(from: 0, through: bytes.count, by: 911) + [bytes.count] {
      try desk.directory.file(name, Array(bytes[..<end]))
      let report = desk.look()
      #expect(report.tree.files.allSatisfy { $0.trouble == nil && $0.damages.count == 0 })
    }
    let whole = try RunTree([(name, bytes)])
    #expect(desk.job.tree.summary == whole.summary)
  }

  @Test func aFileThatIsWrittenAnewIsReadAnew() throws {
    var desk = try Desk()
    try desk.directory.file("metrics.csv", "epoch,loss\n0,3\n1,2\n")
    _ = desk.look()
    // In place and longer, as Lightning does where a column is new.
    try desk.directory.file("metrics.csv", "epoch,acc,loss\n0,0.1,3\n1,0.2,2\n2,0.3,1\n")
    var run = try #require(desk.look().runs.first)
    #expect(
      run.tags.map(\.name) == ["acc", "loss"] && run.scalars("loss").map(\.value) == [3, 2, 1])
    try desk.directory.file("metrics.csv", "epoch,loss\n0,9\n")
    run = try #require(desk.look().runs.first)
    #expect(run.scalars("loss").map(\.value) == [9])
  }

  @Test func whatIsDeletedStaysOnTheScreenAndCanComeBack() throws {
    var desk = try Desk()
    let path = try desk.directory.file("m.jsonl", "{\"step\": 1, \"loss\": 3}\n")
    _ = desk.look()
    try FileManager.default.removeItem(atPath: path)
    var report = desk.look()
    #expect(report.tree.files[0].trouble == .gone)
    #expect(report.runs.first?.scalars("loss").map(\.value) == [3])
    try desk.directory.file("m.jsonl", "{\"step\": 1, \"loss\": 8}\n{\"step\": 2, \"loss\": 7}\n")
    report = desk.look()
    #expect(report.tree.files[0].trouble == nil)
    #expect(report.runs.first?.scalars("loss").map(\.value) == [8, 7])
  }

  @Test func aFolderThatVanishesIsToldOf() throws {
    var desk = try Desk()
    try desk.directory.file("m.jsonl", "{\"step\": 1, \"loss\": 3}\n")
    _ = desk.look()
    try FileManager.default.removeItem(atPath: desk.directory.path)
    let report = desk.look()
    #expect(report.tree.folderTroubles.keys.contains(desk.directory.path))
    #expect(report.runs.first?.scalars("loss").map(\.value) == [3])
  }

  @Test func aLinkThatLeadsOutIsNotFollowed() throws {
    var desk = try Desk()
    let outside = try Directory()
    try outside.file("m.jsonl", "{\"step\": 1, \"secret\": 3}\n")
    try desk.directory.file("own.jsonl", "{\"step\": 1, \"loss\": 3}\n")
    let files = FileManager.default
    let path = desk.directory.path
    try files.createSymbolicLink(
      atPath: path + "/a.jsonl", withDestinationPath: outside.path + "/m.jsonl")
    try files.createSymbolicLink(atPath: path + "/b", withDestinationPath: outside.path)
    try files.createSymbolicLink(atPath: path + "/c", withDestinationPath: path)
    let report = desk.look()
    #expect(report.runs.flatMap(\.tags).map(\.name) == ["loss"])
    #expect(Set(report.tree.links.map(\.lastPart)) == ["a.jsonl", "b", "c"])
  }

  @Test func aStateThatIsWrittenAnewIsReadAnew() throws {
    var desk = try Desk()
    func state(_ losses: [Int]) -> String {
      let rows = losses.enumerated().map { "{\"step\": \($0), \"loss\": \($1)}" }
      return "{\n \"log_history\": [\n" + rows.joined(separator: ",\n") + "\n]}\n"
    }
    try desk.directory.file("trainer_state.json", state([3, 2]))
    try desk.directory.file("config.json", "{\n \"layers\": 3\n}\n")
    var report = desk.look()
    #expect(report.runs.first?.scalars("loss").map(\.value) == [3, 2] && report.tree.share == 1)
    try desk.directory.file("trainer_state.json", state([3, 2, 1]))
    report = desk.look()
    #expect(report.runs.first?.scalars("loss").map(\.value) == [3, 2, 1])
    #expect(report.tree.files.allSatisfy { $0.trouble == nil })
  }

  /// The values that PyTorch wrote, as the readers' own tests have them.
  @Test func tensorsAreReadOutOfTheirFile() throws {
    var desk = try Desk()
    try desk.directory.file(
      "events.out.tfevents.1.a", WatchedSample.bytes("events/torch.tfevents"))
    let report = desk.look()
    let index = EventIndexOfAll(try WatchedSample.bytes("events/torch.tfevents"))
    for tag in report.runs[0].tags where tag.kind == .tensor {
      let address = ValueAddress(run: ".", tag: tag.name, kind: .tensor, file: 0, index: 0)
      let expected = index.value(tag.name)
      #expect(desk.show(address)?.value == expected, "\(tag.name)")
    }
  }

  @Test func checkpointsAreAFilm() throws {
    var desk = try Desk()
    for (step, value) in [(100, Float(1)), (20, 2), (3, 3)] {
      let file = Safetensors(entries: [
        .init(name: "conv1.weight", dimensions: [1, 1, 2, 2], values: [value, 0, 0, value])
      ])
      try desk.directory.file("model-step-\(step).safetensors", file.bytes)
    }
    let run = try #require(desk.look().runs.first)
    let tag = try #require(run.tag("conv1.weight", .tensor))
    #expect(tag.steps == [3, 20, 100])
    let (part, index) = try #require(tag.value(upTo: 50))
    let address = ValueAddress(
      run: run.name, tag: tag.name, kind: .tensor, file: part.file, index: index)
    let expected = NumberArray(dimensions: [1, 1, 2, 2], values: [2, 0, 0, 2])
    #expect(desk.show(address)?.value == .success(.array(expected)))
  }

  @Test func aCheckpointThatIsBeingWrittenKeepsWhatWasKnown() throws {
    var desk = try Desk()
    let bytes = Safetensors(entries: [.init(name: "w", dimensions: [2, 2], values: [1, 2, 3, 4])])
      .bytes
    try desk.directory.file("w.safetensors", bytes)
    _ = desk.look()
    for length in 0..<bytes.count {
      try desk.directory.file("w.safetensors", Array(bytes[..<length]))
      let report = desk.look()
      #expect(report.runs.first?.tags.map(\.name) == ["w"], "\(length)")
      #expect(report.tree.files[0].trouble != nil)
    }
    try desk.directory.file("w.safetensors", bytes)
    #expect(desk.look().tree.files[0].trouble == nil)
  }

  @Test func normsAreThoseOfTheNumbers() {
    let before = NumberArray(dimensions: [2, 2], values: [3, 4, 0, 0])
    let after = NumberArray(dimensions: [2, 2], values: [6, 8, 0, 0])
    let norm = WeightNorm(after, before: before)
    #expect(norm.norm == 10 && norm.change == 0.5 && norm.dead == 1 && norm.kernels == 2)
  }
}

/// The values of an event file by their tags, read without a tree.
private struct EventIndexOfAll {
  let index: EventIndex
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    var index = EventIndex()
    bytes.withUnsafeBytes { index.take($0) }
    (self.index, self.bytes) = (index, bytes)
  }

  func value(_ tag: String) -> Result<EventValue, FormatError>? {
    index.series.first { $0.tag == tag && $0.kind == .tensor }.map { series in
      Result { () throws(FormatError) in try series.value(0, in: bytes) }
    }
  }
}

private func + (steps: StrideThrough<Int>, more: [Int]) -> [Int] { Array(steps) + more }
