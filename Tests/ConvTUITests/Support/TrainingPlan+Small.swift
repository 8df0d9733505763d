import Formats
import Model

@testable import ConvTUI
@testable import Drawing

extension TrainingPlan {
  /// A small network on sixty digits: three batches an epoch, four epochs.
  static func small(
    layers: String = "conv2@5:s3, relu, maxpool2, flatten, linear10", seed: UInt64 = 1,
    threads: Int = 2, folder: TrainingFolder? = nil
  ) throws -> TrainingPlan {
    let images = TrainingImages.drawn(count: 60, seed: seed)
    let network = try Network(
      GraphNotation.graph(layers), input: images.shape, classes: images.classNames.count)
    let trainer = NetworkTrainer(
      network, optimizer: Optimizer(.momentum(0.9), learningRate: 0.02), batchSize: 18, seed: seed)
    return TrainingPlan(
      trainer: trainer, images: images, epochs: 4, threads: threads, folder: folder)
  }
}

/// A program with a training beside it that is waited for after every key.
struct TrainingDesk {
  var state: State
  var engine: TrainingEngine

  init(_ plan: TrainingPlan, size: Size = .standard, look: Look = Look()) throws {
    state = try State.opened(with: TrainScene(plan), size: size, look: look)
    engine = TrainingEngine(plan)
    settle()
  }

  var train: TrainScene? { state.scene as? TrainScene }
  var snapshot: TrainingSnapshot? { train?.snapshot }

  mutating func press(_ keys: String) throws {
    for word in keys.split(separator: " ") {
      try state.press(String(word))
      settle()
    }
  }

  /// Lets the training do all that is asked of it.
  mutating func settle() {
    repeat {
      _ = state.handle(.tick(.zero))
      guard let order = train?.jobOrder else { return }
      engine.take(order)
      while !engine.isIdle { engine.step(isWatched: true) }
      report()
    } while state.scene.isBusy
  }

  /// Shows what the training has come to.
  mutating func report() { state.receive(engine.report()) }
}

extension State {
  /// The scene of a training, also where another one is in front.
  var train: TrainScene? { scenes.lazy.compactMap { $0 as? TrainScene }.first }

  /// Takes what a training has come to.
  mutating func receive(_ snapshot: TrainingSnapshot) {
    guard let train else { return }
    _ = handle(.report(JobReport(for: train, snapshot)))
  }
}
