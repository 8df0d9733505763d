import Testing

@testable import Formats

@Test func mutatedEventFilesNeverTrap() throws {
  let originals = try EventFile.all.map { try $0.bytes }
  damage(originals, seed: 36, alphabet: anyByte, times: mutations / 2) {
    (bytes) throws(FormatError) in
    // In two pieces, as a file that grows.
    var index = EventIndex(Array(bytes.prefix(bytes.count / 2)))
    _ = try index.read(bytes)
    try readAll(index, bytes)
  }
  // The checksums put right, so that the damage reaches the messages.
  let records = try originals.flatMap { try recordContents($0) }
  damage(records, seed: 37, alphabet: anyByte, times: mutations / 2) {
    (bytes) throws(FormatError) in
    let file = Record.bytes(bytes)
    let index = EventIndex(file)
    if index.records.damageCount > 0 { throw .empty }
    try readAll(index, file)
  }
}

private func readAll(_ index: EventIndex, _ bytes: [UInt8]) throws(FormatError) {
  for series in index.series {
    for at in 0..<series.count {
      if series.kind == .scalar {
        _ = series.scalar(at)
      } else {
        _ = try series.value(at, in: bytes, limit: 1 << 20)
      }
    }
  }
}

private func recordContents(_ bytes: [UInt8]) throws -> [[UInt8]] {
  var contents: [[UInt8]] = []
  var at = 0
  while at < bytes.count {
    let length = try #require(bytes.number(at: at, size: 8))
    contents.append(Array(bytes[(at + 12)..<(at + 12 + length)]))
    at += 16 + length
  }
  return contents
}

@Test func mutatedLogsNeverTrap() throws {
  for (seed, (reader, names)) in [
    (LogReader.console, ["hf.txt", "keras.txt", "train.jsonl"]), (.json, ["train.jsonl"]),
    (.csv, ["keras.csv", "lightning.csv", "timm.csv", "ultralytics.csv"]),
  ].enumerated() {
    let originals = try names.map { try SampleFile.bytes("logs/" + $0) }
    damage(
      originals, seed: 38 + UInt64(seed), times: mutations / 8
    ) { (bytes) throws(FormatError) in
      var reader = reader
      var rows = 0
      reader.take(bytes) { if case .row = $0 { rows += 1 } }
      if rows < 3 { throw .empty }
    }
  }
  let lines = [
    "Train Epoch: 1 [640/60000 (1%)]\tLoss: 2.301", "step 100: train loss 4.1, val loss 4.2",
    "Epoch: [0][10/500]\tTime 0.5 (0.9)\tLoss 6.9e+00 (7.0e+00)", "epoch=3 loss=0.5, lr=1e-3",
    "{'loss': '0.5', 'x': tensor(0.25), 'epoch': 1}",
    #"{"a": {"b": [[1, NaN], [2, 3]]}, "step": 3}"#,
  ]
  damage(lines.map { Array($0.utf8) }, seed: 41, times: mutations / 2) {
    (line) throws(FormatError) in
    var reader = ConsoleLine()
    guard case .row = reader.read(line) else { throw .empty }
  }
  let state = try SampleFile.bytes("logs/trainer_state.json")
  damage([state], seed: 42, times: mutations / 8) { (bytes) throws(FormatError) in
    _ = try LogDocument.rows(bytes)
  }
}

@Test func mutatedTorchFilesNeverTrap() throws {
  let names = ["one.pt", "views_legacy.pt", "ckpt_legacy.pt", "lightning.ckpt", "hostile.pt"]
  damage(
    try names.map { try SampleFile.bytes("torch/" + $0) }, seed: 43, alphabet: anyByte,
    times: mutations / 2
  ) { (bytes) throws(FormatError) in
    let file = try TorchFile(bytes)
    for entry in file.entries { _ = try file.array(entry, limit: 1 << 20) }
  }
  // The pickles alone, so that no checksum keeps the damage out.
  let pickles = try ["views.pt", "whole.pt", "nested.pth"].map { name in
    let archive = try ZIPArchive(SampleFile.bytes("torch/" + name))
    let member = try #require(archive.members.first { $0.name.hasSuffix("data.pkl") })
    return try archive.content(of: member, keeping: member.size)
  }
  let all = try pickles + (0...5).map { try SampleFile.bytes("torch/protocol\($0).pickle") }
  damage(all, seed: 44, alphabet: anyByte, times: mutations / 2) { (bytes) throws(FormatError) in
    _ = try TorchNames.entries(of: PickleMachine(bytes).pickle)
  }
}
