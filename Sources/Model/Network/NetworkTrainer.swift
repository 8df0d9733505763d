/// Trains a network by gradient descent on batches of a data set.
///
/// A value: a copy of it is a snapshot from which training goes on with the same bits.
public struct NetworkTrainer: Sendable {
  public let network: Network
  public let batchSize: Int
  /// Everything that is random follows from it.
  public let seed: UInt64
  public private(set) var parameters: [Float]
  /// Its learning rate is the one of the newest batch.
  public private(set) var optimizer: Optimizer
  /// The learning rate before its schedule.
  public var learningRate: Float
  public private(set) var schedule: Schedule
  /// The batch norms' running statistics, by layer.
  public private(set) var running: [Int: RunningStatistics]
  /// The batches done.
  public private(set) var step = 0
  /// What the batches of the epoch that the newest one belongs to have scored so far.
  public private(set) var epochScore = BatchScore()
  /// ∂L/∂parameters of the newest batch.
  public private(set) var gradient: [Float]
  var loops = LoopTable.best
  private var order = EpochOrder(-1, images: 0, seed: 0)

  /// - Parameter parameters: Where to start; drawn from the seed where there are none.
  public init(
    _ network: Network, optimizer: Optimizer, schedule: Schedule = .constant, batchSize: Int,
    seed: UInt64, parameters: [Float]? = nil
  ) {
    precondition(batchSize >= 1)
    precondition(parameters == nil || parameters?.count == network.parameterCount)
    self.network = network
    self.optimizer = optimizer
    learningRate = optimizer.learningRate
    self.schedule = schedule
    self.batchSize = batchSize
    self.seed = seed
    self.parameters = parameters ?? network.initialParameters(seed: seed)
    gradient = [Float](repeating: 0, count: network.parameterCount)
    running = [:]
    for layer in network.barriers {
      running[layer] = RunningStatistics(channels: network.layers[layer].output.channels)
    }
  }

  /// The number of batches in one pass over the images; the last batch may be smaller.
  public func batches(images: Int) -> Int { (images + batchSize - 1) / batchSize }

  /// The images of the next batch, each epoch in an order of its own.
  public mutating func nextBatch(images: Int) -> ArraySlice<Int> {
    let (epoch, batch) = step.quotientAndRemainder(dividingBy: batches(images: images))
    if order.images.count != images || order.epoch != epoch {
      order = EpochOrder(epoch, images: images, seed: seed)
    }
    return order.images[batch * batchSize..<min(images, (batch + 1) * batchSize)]
  }

  /// Trains on the next batch.
  public mutating func advance(_ data: LabelledImages, on pool: inout some LanePool) -> BatchScore {
    if step % batches(images: data.count) == 0 { epochScore = BatchScore() }
    return advance(data, batch: Array(nextBatch(images: data.count)), on: &pool)
  }

  /// Trains on these images of a data set.
  public mutating func advance(
    _ data: LabelledImages, batch: [Int], on pool: inout some LanePool
  ) -> BatchScore {
    let setting = PassSetting(
      parameters: parameters, images: batch.count,
      trainingSeed: SeededGenerator.seed(seed, UInt64(step)), loops: loops)
    let score = network.differentiate(
      data, batch, setting, into: &gradient, running: &running, on: &pool)
    optimizer.learningRate = schedule.rate(learningRate, step: step)
    optimizer.update(&parameters, gradient: gradient)
    step += 1
    epochScore += score
    return score
  }

  /// The memory of a snapshot, in bytes.
  public var byteCount: Int {
    (2 + optimizer.method.vectorNames.count) * parameters.count * MemoryLayout<Float>.stride
  }

  /// The same training from another start.
  public func restarted(seed: UInt64) -> NetworkTrainer {
    NetworkTrainer(
      network,
      optimizer: Optimizer(
        optimizer.method, learningRate: learningRate, weightDecay: optimizer.weightDecay),
      schedule: schedule, batchSize: batchSize, seed: seed)
  }

  /// Changes what holds from the next batch on.
  ///
  /// - Precondition: Weights that the network has.
  mutating func apply(_ change: ManualChange) {
    switch change {
    case .rate(let rate): learningRate = rate
    case .schedule(let schedule): self.schedule = schedule
    case .method(let method):
      optimizer = Optimizer(
        method, learningRate: optimizer.learningRate, weightDecay: optimizer.weightDecay)
    case .weight(let index, let value): parameters[index] = value
    case .weights(let values):
      precondition(values.count == parameters.count)
      parameters = values
    }
  }

  /// Goes on from where another trainer of the same settings stood.
  ///
  /// - Precondition: Parameters and statistics of this network.
  public mutating func restore(
    parameters: [Float], optimizer: Optimizer, running: [Int: RunningStatistics], step: Int,
    epochScore: BatchScore
  ) {
    precondition(parameters.count == network.parameterCount)
    precondition(running.mapValues(\.mean.count) == self.running.mapValues(\.mean.count))
    self.parameters = parameters
    self.optimizer = optimizer
    self.running = running
    self.step = step
    self.epochScore = epochScore
  }

  /// Scores images of a data set without training.
  ///
  /// - Parameter visit: Is given each image's place among the indices and its scores by class.
  public func evaluate(
    _ data: LabelledImages, _ indices: [Int], on pool: inout some LanePool,
    visit: (_ image: Int, _ scores: [Float]) -> Void = { _, _ in }
  ) -> Evaluation {
    network.evaluate(data, indices, using, on: &pool, visit: visit)
  }

  /// What every layer gives for one image, as the network would be used.
  ///
  /// - Precondition: An image of the network's input shape.
  public func activations(of image: Tensor, on pool: inout some LanePool) -> [Tensor] {
    precondition(image.shape == network.input)
    return network.activations(of: image, using, on: &pool)
  }

  private var using: PassSetting {
    PassSetting(
      parameters: parameters, images: 1, statistics: running.mapValues(\.normalizing), loops: loops)
  }
}

/// The order in which an epoch goes through the images.
private struct EpochOrder: Sendable {
  let epoch: Int
  let images: [Int]

  init(_ epoch: Int, images: Int, seed: UInt64) {
    self.epoch = epoch
    var generator = SeededGenerator(
      seed: SeededGenerator.seed(seed, UInt64(bitPattern: Int64(epoch))))
    self.images = (0..<images).shuffled(using: &generator)
  }
}
