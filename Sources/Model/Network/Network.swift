/// A sequence of layers that turns an image into a score for each class.
///
/// It holds sizes only: the parameters are one array that whoever trains the network owns, all
/// layers' tensors one after another.
public struct Network: Sendable {
  public let kinds: [LayerKind]
  /// C×H×W of one image.
  public let input: Shape
  /// Every learnable tensor, in the order in which they stand in the parameters.
  public let parameters: [Parameter]
  let layers: [any NetworkLayer]
  /// The layers that look at the whole batch, ascending: nothing goes past one before all images
  /// have arrived there.
  let barriers: [Int]

  /// One tensor of a layer, within the parameters.
  public struct Parameter: Hashable, Sendable {
    /// The layer, counted from 0.
    public let layer: Int
    public let shape: ParameterShape
    public let range: Range<Int>

    /// As PyTorch names it in a `Sequential`: `0.weight`.
    public var name: String { "\(layer).\(shape.name)" }
  }

  /// Fits the layers to images of a shape C×H×W and to a number of classes.
  ///
  /// - Throws: `NetworkError` with the first layer that does not fit, or the numbers of scores and
  ///   classes.
  public init(_ kinds: [LayerKind], input: Shape, classes: Int) throws(NetworkError) {
    var layers: [any NetworkLayer] = []
    var parameters: [Parameter] = []
    var shape = input
    for (index, kind) in kinds.enumerated() {
      do throws(LayerError) {
        layers.append(try kind.layer(input: shape))
      } catch { throw .layer(number: index + 1, input: shape, error) }
      shape = layers[index].output
      for tensor in layers[index].parameters {
        let start = parameters.last?.range.upperBound ?? 0
        parameters.append(
          Parameter(layer: index, shape: tensor, range: start..<start + tensor.count))
      }
      let count =
        (parameters.last?.range.upperBound ?? 0) + shape.count + layers[index].scratchCount
      guard count <= Network.largest else { throw .tooLarge(number: index + 1, numbers: count) }
    }
    guard shape.count == classes else { throw .classes(output: shape, classes: classes) }
    guard !parameters.isEmpty else { throw .nothingToLearn }
    self.kinds = kinds
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
      ChunkMemory(self).count * MemoryLayout<Sixteen>.stride
      + parameterCount * MemoryLayout<Float>.stride
    return Chunk.count(images: images) * chunk
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

/// Layers that do not make a network.
public enum NetworkError: Error, Hashable, Sendable {
  /// The layer, counted from 1, and the shape that it was given.
  case layer(number: Int, input: Shape, LayerError)
  /// The last layer's output is not one score for each class.
  case classes(output: Shape, classes: Int)
  /// The parameters up to a layer, counted from 1, and the numbers that it has to do with are more
  /// than `Network.largest`.
  case tooLarge(number: Int, numbers: Int)
  case nothingToLearn
}
