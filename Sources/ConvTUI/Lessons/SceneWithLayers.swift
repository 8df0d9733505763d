import Formats
import Model

/// A scene about layers.
protocol SceneWithLayers: Scene {
  /// The layers over an input of this size; nil where no receptive field is asked for.
  var spatial: SpatialGraph? { get }
  /// What is learned, by layer; empty where channels are not known.
  var learned: [[LearnedTensor]] { get }
}

extension SceneWithLayers {
  var spatial: SpatialGraph? { nil }
  var learned: [[LearnedTensor]] { [] }
}

/// The size of a tensor that is learned.
struct LearnedTensor: Hashable, Sendable {
  /// K×C×kH×kW, outputs×inputs, or one number a channel.
  var dimensions: [Int]

  var count: Int { dimensions.reduce(1, *) }
  /// Whether it has a number for each output alone.
  var isBias: Bool { dimensions.count == 1 }
}

extension LearnedTensor {
  /// What layers learn over images of a shape, by layer.
  ///
  /// - Throws: Where the text is no layers, or they do not fit.
  static func learned(by layers: String, over input: Shape) throws -> [[LearnedTensor]] {
    try trained(layers, over: input).map { layer in
      layer.parameters.map { LearnedTensor(dimensions: $0.dimensions) }
    }
  }

  /// The rows times the columns of what a single layer makes of images of a shape.
  static func outputArea(of layers: String, over input: Shape) -> Int? {
    guard let all = try? trained(layers, over: input), all.count == 1 else { return nil }
    return all[0].output.area
  }

  private static func trained(_ layers: String, over input: Shape) throws -> [any BatchLayer] {
    let graph = try GraphNotation.graph(layers)
    var shapes = [input]
    return try graph.nodes.map { node in
      let layer = try node.operator.trained(on: node.inputs.map { shapes[$0] })
      shapes.append(layer.output)
      return layer
    }
  }

  /// Of weights that are given.
  static func learned(by weights: Weights) -> [LearnedTensor] {
    let shape = weights.weight.shape
    return [
      LearnedTensor(dimensions: [shape.batch, shape.channels, shape.rows, shape.columns])
    ] + (weights.bias.map { [LearnedTensor(dimensions: [$0.count])] } ?? [])
  }
}

extension SlideScene: SceneWithLayers {
  var spatial: SpatialGraph? {
    let layer = ConvolutionLayer(size: PlaneSize(kernel.shape), options: sliding.options)
    return try? SpatialGraph(.sequential([layer]), input: PlaneSize(settings.input.shape))
  }

  /// A bias of 0 is none.
  var learned: [[LearnedTensor]] {
    [LearnedTensor.learned(by: Weights(kernel, bias: sliding.biases))]
  }
}

extension FieldScene: SceneWithLayers {
  var spatial: SpatialGraph? { stack }
}

extension TrainScene: SceneWithLayers {
  var learned: [[LearnedTensor]] {
    network.graph.nodes.indices.map { layer in
      network.parameters.filter { $0.layer == layer }.map {
        LearnedTensor(dimensions: $0.shape.dimensions)
      }
    }
  }
}

extension StackScene: SceneWithLayers {
  var learned: [[LearnedTensor]] {
    graph.nodes.map { node in
      (node.operator as? any WeightedOperator)?.given.map(LearnedTensor.learned) ?? []
    }
  }
}
