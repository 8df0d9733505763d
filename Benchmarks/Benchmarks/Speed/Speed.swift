import Benchmark
import ConvTUI
import Model

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock], timeUnits: .microseconds, warmupIterations: 3, maxDuration: .seconds(2),
    maxIterations: 1000)
  for size in [512, 1024, 2048] {
    for taps in [3, 5, 11] { correlation(size: size, taps: taps) }
  }
  training()
  largerTraining()
  eventFile()
  for threads in [1, 2] {
    for batch in [1, 16, 64, 256] { lenet(batch: batch, threads: threads) }
  }
}

/// One plane of numbers, zero padding that keeps its size, the output allocated anew.
private func correlation(size: Int, taps: Int) {
  let input = Tensor.randomKernel(Shape(size, size), seed: 1)
  let kernel = Tensor.randomKernel(Shape(taps, taps), seed: 2)
  guard
    let geometry = try? Geometry(
      input: input.shape, kernel: kernel.shape,
      options: CorrelationOptions(padding: PerAxis(taps / 2)))
  else { preconditionFailure("a kernel of odd size fits") }
  Benchmark("correlation \(size)², \(taps)×\(taps)") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(Correlation.fast(input, kernel, geometry: geometry))
    }
  }
}

/// One step of the chapter's training: 6×8 image, 1×2 kernel; a thousand of them a sample.
private func training() {
  guard
    let geometry = try? Geometry(input: CourseExample.bar.shape, kernel: CourseExample.edge.shape)
  else {
    preconditionFailure("the edge detector fits the bar")
  }
  let start = Trainer(
    patches: Patches(CourseExample.bar, geometry: geometry),
    target: Correlation.plain(CourseExample.bar, CourseExample.edge, geometry: geometry).elements,
    weight: CourseExample.initialWeight.elements,
    optimizer: Optimizer(.sgd, learningRate: CourseExample.learningRate))
  var configuration = Benchmark.defaultConfiguration
  configuration.timeUnits = .nanoseconds
  configuration.scalingFactor = .kilo
  Benchmark("training step", configuration: configuration) { benchmark in
    var trainer = start
    for _ in benchmark.scaledIterations { trainer.advance() }
    blackHole(trainer.loss)
  }
}

/// One step of learning a 5×5 kernel from a 64×64 image; a hundred of them a sample.
private func largerTraining() {
  let image = Tensor.randomKernel(Shape(64, 64), seed: 1)
  let target = Tensor.randomKernel(Shape(5, 5), seed: 2)
  guard let geometry = try? Geometry(input: image.shape, kernel: target.shape) else {
    preconditionFailure("5×5 fits 64×64")
  }
  let start = Trainer(
    patches: Patches(image, geometry: geometry),
    target: Correlation.plain(image, target, geometry: geometry).elements,
    weight: Tensor.randomKernel(target.shape, seed: 3).elements,
    optimizer: Optimizer(.sgd, learningRate: 0.01))
  Benchmark("training step, 5×5 on 64×64") { benchmark in
    var trainer = start
    for _ in 0..<100 { trainer.advance() }
    blackHole(trainer.loss)
  }
}

/// One batch through LeNet: forward, backward and SGD with momentum, 28×28 images.
private func lenet(batch: Int, threads: Int) {
  guard let network = try? Network(LeNet.graph(), input: Shape([1, 28, 28]), classes: 10) else {
    preconditionFailure("LeNet fits 28×28 images")
  }
  let data = SyntheticDigits.images(count: 1024, seed: 1)
  Benchmark("LeNet, \(batch) images a batch, \(threads) threads") { benchmark in
    var trainer = NetworkTrainer(
      network, optimizer: Optimizer(.momentum(0.9), learningRate: 0.01), batchSize: batch, seed: 1)
    var pool = ConcurrentPool(network, threads: threads)
    // The first batch takes its memory from the system.
    blackHole(trainer.advance(data, on: &pool))
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(trainer.advance(data, on: &pool)) }
  }
}
