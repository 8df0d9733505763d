import Testing

@testable import Model

@Suite struct NetworkTrainerTests {
  private let data = SyntheticDigits.images(count: 70, seed: 2)

  private func trainer(
    _ kinds: [any Operator], batchSize: Int = 40, schedule: Schedule = .constant
  ) throws -> NetworkTrainer {
    NetworkTrainer(
      try Network(.sequential(kinds), input: data.shape, classes: 10),
      optimizer: Optimizer(.momentum(0.9), learningRate: 0.05), schedule: schedule,
      batchSize: batchSize, seed: 5)
  }

  private let small: [any Operator] = [
    ConvolutionLayer(
      size: PlaneSize(5), kernels: 3, options: CorrelationOptions(stride: PerAxis(3))),
    BatchNormalization(), ReLU(), Dropout(0.3), Flatten(), Linear(outputs: 10),
  ]

  /// Chunks that are worked on in another order stand for any number of threads.
  @Test func orderOfWorkDoesNotChangeABit() throws {
    var (forward, backward) = (try trainer(small), try trainer(small))
    var (serial, reversed) = (SerialPool(forward.network), ReversedPool(forward.network))
    for _ in 0..<4 {
      #expect(forward.advance(data, on: &serial) == backward.advance(data, on: &reversed))
    }
    #expect(forward.parameters == backward.parameters)
    #expect(forward.running == backward.running)
  }

  @Test func copyIsASnapshotThatGoesOnWithTheSameBits() throws {
    var trainer = try trainer(small)
    var pool = SerialPool(trainer.network)
    _ = trainer.advance(data, on: &pool)
    var snapshot = trainer
    for _ in 0..<3 { _ = trainer.advance(data, on: &pool) }
    for _ in 0..<3 { _ = snapshot.advance(data, on: &pool) }
    #expect(trainer.parameters == snapshot.parameters)
  }

  @Test func everyEpochTakesEveryImageOnceInAnOrderOfItsOwn() throws {
    var trainer = try trainer([Flatten(), Linear(outputs: 10)], batchSize: 16)
    var pool = SerialPool(trainer.network)
    var epochs: [[Int]] = []
    for _ in 0..<2 {
      var images: [Int] = []
      for _ in 0..<trainer.batches(images: data.count) {
        images += trainer.nextBatch(images: data.count)
        _ = trainer.advance(data, on: &pool)
      }
      epochs.append(images)
    }
    #expect(epochs.allSatisfy { $0.sorted() == Array(0..<data.count) })
    #expect(epochs[0] != epochs[1])
  }

  @Test func scheduleSetsTheRate() throws {
    var trainer = try trainer(
      [Flatten(), Linear(outputs: 10)], schedule: .step(every: 2, factor: 0.5))
    var pool = SerialPool(trainer.network)
    let rates = (0..<5).map { _ in
      _ = trainer.advance(data, on: &pool)
      return trainer.optimizer.learningRate
    }
    #expect(rates == [0.05, 0.05, 0.025, 0.025, 0.0125])
  }

  @Test func dropoutLeavesItsShareAndDoesNothingInUse() throws {
    let layer = try Dropout(0.3).trained(on: [Shape([1, 30, 40])])
    let count = layer.output.count
    let memory = UnsafeMutablePointer<Sixteen>.allocate(capacity: 2 * count)
    defer { memory.deallocate() }
    memory.initialize(repeating: Sixteen(repeating: 0.7), count: 2 * count)
    func output(seed: UInt64?) -> [Float] {
      layer.forward(
        ForwardPass(
          inputs: [memory], output: memory + count, scratch: memory,
          parameters: .init(start: nil, count: 0), statistics: .init(start: nil, count: 0),
          images: 16, trainingSeed: seed, loops: .plain))
      return (count..<2 * count).flatMap { e in (0..<16).map { memory[e][$0] } }
    }
    let values = output(seed: 1)
    #expect(values.allSatisfy { $0 == 0 || abs($0 - 1) < 1e-6 })
    // 19,200 draws: five standard deviations are 0.0165.
    let share = Double(values.count { $0 == 0 }) / Double(values.count)
    #expect(abs(share - 0.3) < 0.0165)
    #expect(values == output(seed: 1))
    #expect(values != output(seed: 2))
    #expect(output(seed: nil).allSatisfy { $0 == 0.7 })
  }

  /// In use, an image's scores do not depend on the images beside it.
  @Test func scoresOfAnImageAreItsOwn() throws {
    var trainer = try trainer(small)
    var pool = SerialPool(trainer.network)
    _ = trainer.advance(data, on: &pool)
    var together: [[Float]] = []
    let score = trainer.evaluate(data, [3, 20, 69], on: &pool) { together.append($1) }.score
    #expect(score.images == 3)
    for (index, image) in [3, 20, 69].enumerated() {
      _ = trainer.evaluate(data, [image], on: &pool) { #expect($1 == together[index]) }
    }
  }

  /// A batch that goes through in parts, against two halves of it at a rate of 0.
  @Test func largeBatchIsTheMeanOfItsHalves() throws {
    let many = SyntheticDigits.images(count: 400, seed: 3)
    let kinds: [any Operator] = [Flatten(), Linear(outputs: 10)]
    func gradient(_ batch: Range<Int>) throws -> [Float] {
      var trainer = try trainer(kinds, batchSize: batch.count)
      var pool = SerialPool(trainer.network)
      _ = trainer.advance(many, batch: Array(batch), on: &pool)
      return trainer.gradient
    }
    let (whole, first, second) = try (gradient(0..<400), gradient(0..<200), gradient(200..<400))
    // Sums of 400 numbers in another order, each below 1.
    for (w, (a, b)) in zip(whole, zip(first, second)) { #expect(abs(w - (a + b) / 2) < 1e-5) }
  }

  /// Each sixteen images have a mask of their own.
  @Test func dropoutDiffersFromImageToImage() throws {
    let same = LabelledImages(
      shape: data.shape, classNames: data.classNames, labels: [Int](repeating: 0, count: 32),
      pixels: (0..<32).flatMap { _ in data.pixels[data.range(of: 0)] })
    let network = try Network(
      .sequential([Flatten(), Dropout(0.5), Linear(outputs: 10)]), input: data.shape, classes: 10)
    var chunk = BatchLanes(network)
    let setting = PassSetting(
      parameters: network.initialParameters(seed: 1), images: 32, trainingSeed: 1)
    let kept = (0..<2).map { part in
      chunk.load(same, Array(0..<32)[...], part: part)
      chunk.forward(0..<3, setting)
      return (0..<16).map { chunk.output(layer: 1, image: $0) }
    }
    #expect(Set(kept.joined()).count == 32)
  }
}

/// Works on the last chunk first.
private struct ReversedPool: LanePool {
  private let network: Network
  private var chunks: [BatchLanes] = []

  init(_ network: Network) { self.network = network }

  mutating func forEach(_ count: Int, _ body: @Sendable (Int, inout BatchLanes) -> Void) {
    while chunks.count < count { chunks.append(BatchLanes(network)) }
    for index in (0..<count).reversed() { body(index, &chunks[index]) }
  }

  mutating func inOrder(_ count: Int, _ body: (Int, inout BatchLanes) -> Void) {
    for index in 0..<count { body(index, &chunks[index]) }
  }
}
