import Loops

/// Up to sixteen images on their way through a network, and back.
///
/// A chunk depends on nothing but what it is given, so any number of them can go side by side.
public struct BatchLanes: Sendable {
  /// What the images in it scored.
  private(set) var score = BatchScore()
  /// The classes of the images in it.
  private(set) var labels: [Int] = []
  /// ∂L/∂parameters, summed over these images.
  private(set) var gradient: [Float]

  /// Where the first image stands in its batch.
  private var firstImage = 0
  private let network: Network
  private let places: LaneMemory
  private var memory: [Sixteen]

  public init(_ network: Network) {
    self.network = network
    places = LaneMemory(network)
    memory = [Sixteen](repeating: .zero, count: places.count)
    gradient = [Float](repeating: 0, count: network.parameterCount)
  }

  /// The number of chunks that the images fill.
  static func count(images: Int) -> Int { (images + 15) / 16 }

  /// Takes the sixteen images of a data set, or the rest, that are one part of those listed.
  ///
  /// - Parameter batch: Places in the data set. Where in it a part begins tells what is random for it.
  mutating func load(_ data: LabelledImages, _ batch: ArraySlice<Int>, part: Int) {
    firstImage = batch.startIndex + part * 16
    let indices = batch[firstImage..<min(batch.endIndex, firstImage + 16)]
    labels = indices.map { data.labels[$0] }
    gradient.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    memory.withUnsafeMutableBufferPointer { memory in
      memory[..<network.input.count].update(repeating: .zero)
      data.pixels.withUnsafeBufferPointer { pixels in
        for (lane, index) in indices.enumerated() {
          let range = data.range(of: index)
          for e in range { memory[e - range.lowerBound][lane] = pixels[e] }
        }
      }
    }
  }

  /// Computes the outputs of some layers from what those before them gave.
  mutating func forward(_ layers: Range<Int>, _ setting: PassSetting) {
    for layer in layers {
      withPass(layer, setting) { [network] pass in network.layers[layer].forward(pass) }
    }
  }

  /// Computes the loss and, from it, the gradient by the scores.
  mutating func score(_ setting: PassSetting) {
    let (scores, gradients) = (places.values.last!, places.gradients.last!)
    let classes = network.classes
    score = memory.withUnsafeMutableBufferPointer { [labels] memory in
      CrossEntropy.score(
        memory.baseAddress! + scores, classes: classes, labels: labels,
        batch: setting.images, gradient: memory.baseAddress! + gradients)
    }
  }

  /// Computes the gradients by the inputs of some layers and adds those by their parameters.
  mutating func backward(_ layers: Range<Int>, _ setting: PassSetting) {
    for layer in layers.reversed() {
      withBackwardPass(layer, setting) { [network] pass in network.layers[layer].backward(pass) }
      memory.withUnsafeMutableBufferPointer { [places] memory in
        for addition in places.additions[layer] {
          for e in 0..<addition.count {
            memory[addition.target + e] += memory[addition.source + e]
          }
        }
      }
    }
  }

  /// The moments of what a batch norm has before it.
  mutating func moments(layer: Int, _ setting: PassSetting) -> [Moments] {
    guard let norm = network.layers[layer] as? BatchNormalizationLayer else { return [] }
    return withPass(layer, setting) { norm.moments(of: $0.input, images: $0.images) }
  }

  /// The sums that a batch norm's backward pass asks for.
  mutating func gradientSums(
    layer: Int, _ setting: PassSetting
  ) -> [(gradient: Double, gradientTimesInput: Double)] {
    guard let norm = network.layers[layer] as? BatchNormalizationLayer else { return [] }
    return withBackwardPass(layer, setting) { norm.gradientSums($0) }
  }

  /// Notes which channels of a layer gave a number above zero for any of the images.
  func noteActive(layer: Int, in active: inout [Bool]) {
    let (shape, start) = (network.outputs[layer], places.values[layer + 1])
    for channel in active.indices where !active[channel] {
      let first = start + channel * shape.area
      active[channel] = memory[first..<first + shape.area].contains { numbers in
        labels.indices.contains { numbers[$0] > 0 }
      }
    }
  }

  /// What a layer gave for one of the images, or its input for layer −1.
  func output(layer: Int, image: Int) -> Tensor {
    let shape = layer < 0 ? network.input : network.outputs[layer]
    let start = places.values[layer + 1]
    return Tensor(shape, memory[start..<start + shape.count].map { $0[image] })
  }

  private mutating func withPass<Result>(
    _ layer: Int, _ setting: PassSetting, _ body: (ForwardPass) -> Result
  ) -> Result {
    let start = network.parameterStart(layer: layer)
    let inputs = network.graph.nodes[layer].inputs
    return memory.withUnsafeMutableBufferPointer {
      [labels, places, firstImage] memory in
      let base = memory.baseAddress!
      return setting.parameters.withUnsafeBufferPointer { parameters in
        (setting.statistics[layer] ?? []).withUnsafeBufferPointer { statistics in
          body(
            ForwardPass(
              inputs: inputs.map { base + places.values[$0] },
              output: base + places.values[layer + 1], scratch: base + places.scratch[layer],
              parameters: parameters.extracting(start...),
              statistics: statistics, images: labels.count,
              trainingSeed: setting.trainingSeed.map {
                SeededGenerator.seed($0, UInt64(layer), UInt64(firstImage))
              },
              loops: setting.loops))
        }
      }
    }
  }

  private mutating func withBackwardPass<Result>(
    _ layer: Int, _ setting: PassSetting, _ body: (BackwardPass) -> Result
  ) -> Result {
    let start = network.parameterStart(layer: layer)
    var gradient = [Float]()
    swap(&gradient, &self.gradient)
    defer { swap(&gradient, &self.gradient) }
    return gradient.withUnsafeMutableBufferPointer { [places] gradient in
      withPass(layer, setting) { pass in
        let base = pass.output - places.values[layer + 1]
        return (setting.gradientStatistics[layer] ?? []).withUnsafeBufferPointer { statistics in
          body(
            BackwardPass(
              forward: pass,
              outputGradient: base + places.gradients[layer + 1],
              inputGradients: places.inputGradients[layer].map { $0.map { base + $0 } },
              parameterGradient: gradient.extracting(start...), statistics: statistics))
        }
      }
    }
  }
}
