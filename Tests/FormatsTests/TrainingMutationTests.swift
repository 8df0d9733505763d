import Testing

@testable import Formats

@Test func mutatedEventFilesNeverTrap() throws {
  let originals = try EventFile.all.map { try $0.bytes }
  damage(originals, seed: 36, alphabet: anyByte, times: mutations / 8) {
    (bytes) throws(FormatError) in
    // In two pieces, as a file that grows.
    var index = EventIndex(Array(bytes.prefix(bytes.count / 2)))
    _ = try index.read(bytes)
    try readAll(index, bytes)
  }
  // The checksums put right, so that the damage reaches the messages.
  let records = try originals.flatMap { try recordContents($0) }
  damage(records, seed: 37, alphabet: anyByte, times: mutations / 8) {
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

/// A log that one of the readers knows, with what it is read by.
private struct LogSample: CustomTestStringConvertible, Sendable {
  let name: String
  let reader: LogReader
  let originals: [[UInt8]]
  /// So many rows are enough to call it readable.
  var fewestRows = 1

  var testDescription: String { name }

  init(_ name: String, _ reader: LogReader, files: [String]) {
    (self.name, self.reader) = (name, reader)
    originals = files.compactMap { try? SampleFile.bytes("logs/" + $0) }
    fewestRows = 3
  }

  init(_ name: String, lines: String...) {
    (self.name, reader) = (name, .console)
    originals = lines.map { Array(($0 + "\n").utf8) }
  }

  static let all = [
    LogSample("JSON lines", .json, files: ["train.jsonl"]),
    LogSample(
      "CSV", .csv, files: ["keras.csv", "lightning.csv", "timm.csv", "ultralytics.csv"]),
    LogSample("a terminal", .console, files: ["hf.txt", "keras.txt", "ultralytics.txt"]),
    LogSample(
      "JSON line",
      lines: #"{"a": {"b": [[1, NaN], [2, 3]]}, "step": 3}"#, #"{"loss": -Infinity, "epoch": 0.5}"#
    ),
    LogSample(
      "Hugging Face",
      lines: "{'loss': '0.5', 'x': tensor(0.25), 'epoch': 1}",
      "{'loss': 2.30, 'grad_norm': nan, 'learning_rate': 5e-05, 'epoch': 0.01}"),
    LogSample(
      "epochs",
      lines: "Train Epoch: 1 [640/60000 (1%)]\tLoss: 2.301",
      "Epoch: [0][10/500]\tTime 0.5 (0.9)\tLoss 6.9e+00 (7.0e+00)",
      "Epoch: [3]  [ 40/625]  eta: 0:01:09  lr: 0.000010  loss: 6.9 (6.91)  time: 0.1"),
    LogSample(
      "steps",
      lines: "step 100: train loss 4.1, val loss 4.2", "iter 20: loss 3.9, time 12.5ms, mfu 1.2%"),
    LogSample(
      "Keras",
      lines:
        "\u{1B}[1m1875/1875\u{1B}[0m \u{1B}[32m━━\u{1B}[0m 3s 2ms/step - accuracy: 0.9 - loss: 0.3",
      "60/60 [=====>....] - ETA: 0s - loss: 0.25 - val_loss: 1e-2"),
    LogSample(
      "pairs", lines: "epoch=3 loss=0.5, lr=1e-3", "Step 7 | loss: 0.5 | acc: 91.5%", "loss: nan"),
  ]
}

@Test(arguments: LogSample.all)
private func mutatedLogsNeverTrap(_ sample: LogSample) {
  damage(sample.originals, seed: 38, times: mutations / 8) { (bytes) throws(FormatError) in
    var reader = sample.reader
    var rows = 0
    reader.take(bytes + [.lineFeed]) { if case .row = $0 { rows += 1 } }
    if rows < sample.fewestRows { throw .empty }
  }
}

@Test func mutatedTrainerStatesNeverTrap() throws {
  let state = try SampleFile.bytes("logs/trainer_state.json")
  damage([state], seed: 42, times: mutations / 8) { (bytes) throws(FormatError) in
    _ = try LogDocument.rows(bytes)
  }
}

@Test func mutatedParameterFilesNeverTrap() {
  let text = "lr: 0.1\nmodel:\n  name: lenet\n  sizes: [1, 2]\n- 3\n"
  let other = "a: &x {b: 1}\nc: *x\nbatch: 64\nflag: true\ntext: |\n  one\n  two\n"
  damage(
    [Array(text.dropLast(4).utf8), Array(other.utf8)], seed: 45,
    alphabet: Array("&*|>!%@`[]{},:#- \n\"'01ab".utf8), times: mutations / 8
  ) { (bytes) throws(FormatError) in
    do { _ = try Hyperparameters.parameters(yaml: bytes) } catch { throw .empty }
  }
}

/// The forms in which PyTorch writes tensors, with a file of each.
@Test(arguments: [
  ["one.pt", "views.pt", "types.pt", "nested.pth", "optimizer.pt"],
  ["lightning.ckpt", "hostile.pt"], ["whole.pt", "ts.pt"],
  ["views_legacy.pt", "ckpt_legacy.pt", "legacy.pt"], ["m.pt2"],
])
func mutatedTorchFilesNeverTrap(_ names: [String]) throws {
  damage(
    try names.map { try SampleFile.bytes("torch/" + $0) }, seed: 43, alphabet: anyByte,
    times: mutations / 8
  ) { (bytes) throws(FormatError) in
    let file = try TorchFile(bytes)
    for entry in file.entries { _ = try file.array(entry, limit: 1 << 20) }
  }
}

/// The pickles alone, so that no checksum keeps the damage out.
@Test func mutatedPicklesNeverTrap() throws {
  let pickles = try ["views.pt", "whole.pt", "nested.pth"].map { name in
    let archive = try ZIPArchive(SampleFile.bytes("torch/" + name))
    let member = try #require(archive.members.first { $0.name.hasSuffix("data.pkl") })
    return try archive.content(of: member, keeping: member.size)
  }
  let all = try pickles + (0...5).map { try SampleFile.bytes("torch/protocol\($0).pickle") }
  damage(all, seed: 44, alphabet: anyByte, times: mutations / 8) { (bytes) throws(FormatError) in
    _ = try TorchNames.entries(of: PickleMachine(bytes).pickle)
  }
}

/// The list of the weights alone, in an archive without checksums that keep the damage out.
@Test func mutatedWeightListsNeverTrap() throws {
  let archive = try ZIPArchive(SampleFile.bytes("torch/m.pt2"))
  let list = try #require(
    archive.members.first { $0.name.hasSuffix("model_weights_config.json") })
  let text = try archive.content(of: list, keeping: list.size)
  let weight = list.name.replacing("model_weights_config.json", with: "weight_0")
  damage([text], seed: 46, times: mutations / 8) { (bytes) throws(FormatError) in
    let archive = TensorEncoder.archive([
      (list.name, bytes), (weight, [UInt8](repeating: 1, count: 144)),
    ])
    let file = try TorchFile(archive)
    for entry in file.entries { _ = try? file.array(entry, limit: 1 << 20) }
  }
}
