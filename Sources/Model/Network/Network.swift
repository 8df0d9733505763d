/// A graph that turns an image into a score for each class.
///
/// It holds sizes only: the parameters are one array that whoever trains the network owns, all
/// layers' tensors one after another.
public struct Network: Sendable {
  public let graph: Graph
  /// C×H×W of one image.
  public let input: Shape
  /// Every learnable tensor, in the order in which they stand in the parameters.
  public let parameters: [Parameter]
  let layers: [any BatchLayer]
  /// The layers that look at the whole batch, ascending: nothing goes past one before all images
  /// have arrived there.
  let barriers: [Int]

  /// One tensor of a layer, within the parameters.
  public struct Parameter: Hashable, Sendable {
    /// The layer, counted from 0.
    public let layer: Int
    public let shape: ParameterShape
    public let range: Range<Int>
    /// The layer's name and the tensor's, as PyTorch writes them: `0.weight` in a `Sequential`.
    public let name: String
  }

  /// Fits a graph to images of a shape C×H×W and to a number of classes.
  ///
  /// - Throws: `NetworkError` with the first layer that does not fit, or the numbers of scores and
  ///   classes.
  public init(_ graph: Graph, input: Shape, classes: Int) throws(NetworkError) {
    var layers: [any BatchLayer] = []
    var parameters: [Parameter] = []
    var shapes = [input]
    var isUsed = [Bool](repeating: false, count: graph.nodes.count + 1)
    for (index, node) in graph.nodes.enumerated() {
      let inputs = node.inputs.map { shapes[$0] }
      for input in node.inputs { isUsed[input] = true }
      let layer: any BatchLayer
      do throws(OperatorError) {
        layer = try node.operator.trained(on: inputs)
        try BoundGraph.check(layer.output, input: inputs[0], nil)
      } catch { throw .graph(graph.error(index, inputs, error)) }
      layers.append(layer)
      shapes.append(layer.output)
      for tensor in layer.parameters {
        let start = parameters.last?.range.upperBound ?? 0
        parameters.append(
          Parameter(
            layer: index, shape: tensor, range: start..<start + tensor.count,
            name: "\(graph.key(of: index)).\(tensor.name)"))
      }
      let count =
        (parameters.last?.range.upperBound ?? 0) + layer.output.count + layer.scratchCount
      guard count <= Network.largest else { throw .tooLarge(number: index + 1, numbers: count) }
    }
    let output = shapes[shapes.count - 1]
    guard output.count == classes else { throw .classes(output: output, classes: classes) }
    guard !parameters.isEmpty else { throw .nothingToLearn }
    if let unused = graph.nodes.indices.dropLast().first(where: { !isUsed[$0 + 1] }) {
      throw .unused(number: unused + 1)
    }
    self.graph = graph
    self.input = input
    self.layers = layers
    self.parameters = parameters
    barriers = layers.indices.filter { layers[$0] is BatchNormalizationLayer }
  }

  /// The most parameters, and numbers that a layer has to do with, that are accepted.
  public static let largest = 1 << 26

  /// The memory that batches of so many images take, in bytes: all of a batch at once where a layer
  /// looks at the whole of it.
  public func byteCount(batch: Int) -> Int {
    let images = barriers.isEmpty ? min(batch, Network.imagesAtOnce) : batch
    let chunk =
      LaneMemory(self).count * MemoryLayout<Sixteen>.stride
      + parameterCount * MemoryLayout<Float>.stride
    return BatchLanes.count(images: images) * chunk
  }

  public var parameterCount: Int { parameters.last?.range.upperBound ?? 0 }

  /// C×H×W of what each layer gives.
  public var outputs: [Shape] { layers.map(\.output) }

  public var classes: Int { layers.last?.output.count ?? 0 }

  /// Parameters drawn as PyTorch's layers start: uniform in ±1/√fanIn, batch norms at 1 and 0.
  public func initialParameters(seed: UInt64) -> [Float] {
    var generator = SeededGenerator(seed: seed)
    return parameters.flatMap { parameter in
      let (mean, bound) = (parameter.shape.mean, parameter.shape.bound)
      return parameter.range.map { _ in
        bound == 0 ? mean : mean + Float.random(in: -bound...bound, using: &generator)
      }
    }
  }

  /// Of numbers that stand as the parameters do: by layer, the length ‖v‖ of the vector of its
  /// tensors; 0 for a layer without any.
  public func norms(_ vector: [Float]) -> [Double] { norms { vector[$0] } }

  /// The same of the difference of two such vectors.
  public func norms(_ vector: [Float], minus other: [Float]) -> [Double] {
    norms { vector[$0] - other[$0] }
  }

  private func norms(_ element: (Int) -> Float) -> [Double] {
    parameters.reduce(into: [Double](repeating: 0, count: layers.count)) { squares, parameter in
      var sum = 0.0
      for p in parameter.range {
        let value = Double(element(p))
        sum += value * value
      }
      squares[parameter.layer] += sum
    }.map { $0.squareRoot() }
  }

  /// Where a layer's tensors begin in the parameters.
  func parameterStart(layer: Int) -> Int {
    parameters.first { $0.layer >= layer }?.range.lowerBound ?? parameterCount
  }
}

extension Graph {
  /// What the tensors of a layer, counted from 0, are named by: its name, or its number as in a
  /// `Sequential` of PyTorch.
  public func key(of node: Int) -> String { nodes[node].name ?? String(node) }
}

/// A graph that does not make a network.
public enum NetworkError: Error, Hashable, Sendable {
  /// A layer that does not fit what it was given, or cannot be trained.
  case graph(GraphError)
  /// The last layer's output is not one score for each class.
  case classes(output: Shape, classes: Int)
  /// The parameters up to a layer, counted from 1, and the numbers that it has to do with are more
  /// than `Network.largest`.
  case tooLarge(number: Int, numbers: Int)
  case nothingToLearn
  /// No layer takes the output of this one, counted from 1.
  case unused(number: Int)
}
