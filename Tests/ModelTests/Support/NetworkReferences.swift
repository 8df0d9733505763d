import Testing

@testable import Model

/// The numbers of networks.json.
struct NetworkReferences: Decodable, Sendable {
  let cases: [NetworkReference]
  let lenet: LeNetReference

  struct LeNetReference: Decodable, Sendable {
    let losses: [Double]
    let weights: [Float]
  }
}

struct NetworkReference: Decodable, Sendable, CustomStringConvertible {
  let layers: String
  let shape: [Int]
  let classes, images: Int
  let seed: UInt64
  let loss: Double
  let gradient, scoresAfter: [Float]

  var description: String { layers }

  func example() throws -> NetworkExample {
    let kinds = try #require(NetworkExample.kinds[layers])
    let network = try Network(.sequential(kinds), input: Shape(shape), classes: classes)
    return NetworkExample(network, images: images, seed: seed)
  }
}

/// A network with the weights and images that networks.py draws.
struct NetworkExample {
  let network: Network
  let parameters: [Float]
  let data: LabelledImages
  var pool: SerialPool

  init(_ network: Network, images: Int, seed: UInt64) {
    self.network = network
    var generator = SeededGenerator(seed: seed)
    func uniform() -> Float { Float(generator.next() >> 40) / Float(1 << 24) }
    parameters = (0..<network.parameterCount).map { _ in (uniform() * 2 - 1) * 0.25 }
    let pixels = (0..<images * network.input.count).map { _ in uniform() }
    let classes = network.classes
    data = LabelledImages(
      shape: network.input, classNames: (0..<classes).map(String.init),
      labels: (0..<images).map { _ in Int(generator.next() % UInt64(classes)) }, pixels: pixels)
    pool = SerialPool(network)
  }

  /// After one batch of all images, the weights unchanged.
  mutating func trained() -> (NetworkTrainer, BatchScore) {
    var trainer = NetworkTrainer(
      network, optimizer: Optimizer(.sgd, learningRate: 0), batchSize: data.count, seed: 0,
      parameters: parameters)
    let score = trainer.advance(data, batch: Array(0..<data.count), on: &pool)
    return (trainer, score)
  }

  static let kinds: [String: [any Operator]] = [
    "conv3@3:p1, relu, flatten, linear4": [
      convolution(3, PlaneSize(3), CorrelationOptions(padding: PerAxis(1))), ReLU(),
      Flatten(), Linear(outputs: 4),
    ],
    "conv4@3x2:s2x1:p1x0:d1x2, tanh, flatten, linear3": [
      convolution(
        4, PlaneSize(rows: 3, columns: 2),
        CorrelationOptions(
          stride: PerAxis(rows: 2, columns: 1), padding: PerAxis(rows: 1, columns: 0),
          dilation: PerAxis(rows: 1, columns: 2))),
      Tanh(), Flatten(), Linear(outputs: 3),
    ],
    "conv7@2, leakyrelu, maxpool2, flatten, linear5": [
      convolution(7, PlaneSize(2)), LeakyReLU(slope: 0.01),
      Pooling(.max, PoolingWindow(size: PlaneSize(2))), Flatten(), Linear(outputs: 5),
    ],
    "conv2@3, sigmoid, maxpool3:s2:p1, conv9@2, relu, avgpool2:s1:p1, flatten, linear3": [
      convolution(2, PlaneSize(3)), Sigmoid(),
      Pooling(.max, PoolingWindow(size: PlaneSize(3), stride: PerAxis(2), padding: PerAxis(1))),
      convolution(9, PlaneSize(2)), ReLU(),
      Pooling(.average, PoolingWindow(size: PlaneSize(2), stride: PerAxis(1), padding: PerAxis(1))),
      Flatten(),
      Linear(outputs: 3),
    ],
    "conv4@3, batchnorm, relu, conv3@2, batchnorm, tanh, flatten, linear6": [
      convolution(4, PlaneSize(3)), BatchNormalization(), ReLU(),
      convolution(3, PlaneSize(2)), BatchNormalization(), Tanh(), Flatten(),
      Linear(outputs: 6),
    ],
    "batchnorm, flatten, linear13, relu, linear2": [
      BatchNormalization(), Flatten(), Linear(outputs: 13), ReLU(), Linear(outputs: 2),
    ],
  ]

  private static func convolution(
    _ kernels: Int, _ size: PlaneSize, _ options: CorrelationOptions = CorrelationOptions()
  ) -> any Operator {
    ConvolutionLayer(size: size, kernels: kernels, options: options)
  }
}
