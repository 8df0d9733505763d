import Model
import Testing

@testable import Formats

private let settings = [Checkpoint.Setting("batch", "7"), .init("seed", "1")]
private let data = SyntheticDigits.images(count: 30, seed: 1)

private func trainer(
  _ layers: String = "conv2@5:s3, batchnorm, relu, flatten, linear10",
  _ method: Optimizer.Method = .adam
) throws -> NetworkTrainer {
  let network = try Network(GraphNotation.graph(layers), input: data.shape, classes: 10)
  return NetworkTrainer(
    network, optimizer: Optimizer(method, learningRate: 0.01), batchSize: 7, seed: 1)
}

/// Bit by bit the same as without a stop, over a whole epoch's end.
@Test func trainingGoesOnAsIfItHadNeverStopped() throws {
  var whole = try trainer()
  var pool = SerialPool(whole.network)
  for _ in 0..<4 { _ = whole.advance(data, on: &pool) }
  let file = try Safetensors(Checkpoint.whole(whole, settings: settings).bytes)
  var resumed = try trainer()
  try Checkpoint.restore(file, settings: settings, into: &resumed)
  for _ in 0..<4 {
    #expect(whole.advance(data, on: &pool) == resumed.advance(data, on: &pool))
    #expect(whole.epochScore == resumed.epochScore)
  }
  #expect(whole.parameters == resumed.parameters)
  #expect(whole.running == resumed.running)
  #expect(whole.optimizer == resumed.optimizer)
}

@Test func tensorsHaveTheNamesAndShapesOfPyTorch() throws {
  let entries = Checkpoint.model(try trainer()).entries
  let shapes = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.dimensions) })
  #expect(
    shapes == [
      "0.weight": [2, 1, 5, 5], "0.bias": [2], "1.weight": [2], "1.bias": [2],
      "1.running_mean": [2], "1.running_var": [2], "1.num_batches_tracked": [],
      "4.weight": [10, 128], "4.bias": [10],
    ])
}

@Test func checkpointOfAnotherTrainingSaysWhatDiffers() throws {
  let file = Checkpoint.whole(try trainer(), settings: settings)
  func restore(
    _ layers: String = "conv2@5:s3, batchnorm, relu, flatten, linear10",
    settings: [Checkpoint.Setting] = settings, method: Optimizer.Method = .adam,
    from file: Safetensors = file
  ) throws {
    var trainer = try trainer(layers, method)
    try Checkpoint.restore(file, settings: settings, into: &trainer)
  }
  #expect(throws: CheckpointError.setting("batch", found: "7", asked: "8")) {
    try restore(settings: [.init("batch", "8")])
  }
  #expect(throws: CheckpointError.missing("2.weight")) {
    try restore("conv2@5:s3, flatten, linear10")
  }
  #expect(
    throws: CheckpointError.shape("0.weight", found: [2, 1, 5, 5], expected: [3, 1, 5, 5])
  ) { try restore("conv3@5:s3, batchnorm, relu, flatten, linear10") }
  #expect(throws: CheckpointError.notACheckpoint) {
    try restore(from: Checkpoint.model(try trainer()))
  }
  var trained = try trainer()
  var pool = SerialPool(trained.network)
  _ = trained.advance(data, on: &pool)
  #expect(throws: CheckpointError.optimizer(.unknown("mean"))) {
    try restore(method: .sgd, from: Checkpoint.whole(trained, settings: settings))
  }
}

@Test func everyFlippedBitOfACheckpointIsRefused() throws {
  let bytes = Checkpoint.whole(try trainer("flatten, linear10"), settings: settings).bytes
  // All of the header, then one bit of every 97th number.
  let header = 8 + bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
  let bits = Array(0..<8 * header) + Array(stride(from: 8 * header, to: 8 * bytes.count, by: 3105))
  for bit in bits {
    var damaged = bytes
    damaged[bit / 8] ^= 1 << UInt8(bit % 8)
    guard let file = try? Safetensors(damaged) else { continue }
    var resumed = try trainer("flatten, linear10")
    #expect(throws: CheckpointError.self, "bit \(bit)") {
      try Checkpoint.restore(file, settings: settings, into: &resumed)
    }
  }
}

@Test func checkpointOfTheFirstVersionIsTaken() throws {
  let whole = Checkpoint.whole(try trainer(), settings: [settings[0]])
  var metadata = whole.metadata
  metadata["checksum"] = nil
  metadata["checkpoint"] = nil
  let first = Safetensors(entries: whole.entries, metadata: metadata)
  var resumed = try trainer()
  try Checkpoint.restore(first, settings: settings, into: &resumed)
  #expect(throws: CheckpointError.setting("batch", found: "7", asked: "8")) {
    try Checkpoint.restore(first, settings: [.init("batch", "8")], into: &resumed)
  }
  metadata["step"] = "9223372036854775807"
  #expect(throws: CheckpointError.notACheckpoint) {
    try Checkpoint.restore(
      Safetensors(entries: whole.entries, metadata: metadata), settings: settings, into: &resumed)
  }
}
