import Loops

/// What a node of a graph computes from its inputs, without the sizes that follow from them.
///
/// A new operator is a file beside this one with its formula, its plain loop and its gradient, a line
/// in the notation and one in the writer of PyTorch.
public protocol Operator: Hashable, Sendable {
  /// How many maps it takes.
  var inputCount: ClosedRange<Int> { get }

  /// What its outputs see of each input, for inputs of this height and width.
  ///
  /// Channels are not needed for it, nor weights.
  func windows(over input: PlaneSize) throws(OperatorError) -> PerAxisWindows

  /// C×H×W of the output for inputs of these shapes, all checked.
  func output(of inputs: [Shape]) throws(OperatorError) -> Shape

  /// The operator over inputs of these shapes, which cannot fail any more.
  ///
  /// - Throws: Also where it has no weights to compute with.
  func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator

  /// The operator as it trains, over inputs of these shapes.
  ///
  /// - Throws: Also where it cannot be trained, and why.
  func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer
}

extension Operator {
  public var inputCount: ClosedRange<Int> { 1...1 }

  public func windows(over input: PlaneSize) throws(OperatorError) -> PerAxisWindows {
    input.samePlaces()
  }
}

/// An operator with weights, which may be given.
public protocol WeightedOperator: Operator {
  /// Its kernels, of rank 4, and a bias for each output channel where there is one; nil where they are
  /// to be learned or left open.
  var given: Weights? { get }
  /// The same operator with these numbers.
  func with(_ weights: Weights) -> Self
}

/// The numbers of an operator.
public struct Weights: Hashable, Sendable {
  public let weight: Tensor
  public let bias: [Float]?

  public init(_ weight: Tensor, bias: [Float]? = nil) {
    self.weight = weight
    self.bias = bias
  }
}

/// An operator over inputs of known shapes.
public protocol BoundOperator: Sendable {
  /// C×H×W.
  var output: Shape { get }
  /// How many numbers it takes in to give one.
  var work: Int { get }

  /// A part of the output.
  ///
  /// - Parameters:
  ///   - area: Rows and columns of the output; not empty.
  ///   - inputs: At least what the area sees of each input.
  /// - Returns: A tensor of shape C×rows×columns.
  func numbers(_ area: Area, of inputs: [Region]) -> Tensor

  /// Where one number of the output comes from.
  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin
}

extension BoundOperator {
  public var work: Int { 1 }
}

/// Where one number of a map comes from.
public enum Origin: Sendable {
  /// A pixel of the image itself.
  case pixel
  /// The bias and the products of one window.
  case sum(Trace, Trace.Window)
  /// The largest of a window, and where it stands in the same channel of the map before.
  case winner(Position)
  /// The sum of a window's numbers, divided by how many it counts.
  case mean(sum: Float, count: Float)
  /// A function of the number in the same place before.
  case function(any Elementwise, of: Float)
  /// scale · number + shift, of the number in the same place before.
  case scaled(Float, scale: Float, shift: Float)
  /// The numbers in the same place of all inputs, added up.
  case total([Float])
  /// The numbers in the same place of all inputs, multiplied.
  case product([Float])
  /// The number itself, in a channel and place of one of the inputs.
  case taken(input: Int, channel: Int, at: Position)
}

/// Why an operator cannot do its work on its inputs; each case holds the numbers.
public enum OperatorError: Error, Hashable, Sendable {
  case geometry(GeometryError)
  /// This number of inputs does not fit the layer.
  case inputs(Int, needed: ClosedRange<Int>)
  /// Inputs that must have equal shapes, or equal rows and columns.
  case shapes([Shape])
  /// Fewer than one kernel or output.
  case noOutputs
  /// Weights of these extents are more than `Network.largest`.
  case tooManyWeights([Int])
  /// A linear layer after an image of this shape, which needs flattening first.
  case notFlat(Shape)
  /// A dropout's probability outside 0..<1.
  case probability(Float)
  /// One number of each statistic for every channel.
  case statistics(Int, channels: Int)
  /// The number of its kernels is left open.
  case openKernels
  /// Nothing says which numbers it computes with.
  case noWeights
  /// Its weights are given, where they are to be learned from the start.
  case givenWeights
  /// Kernels of a transposed convolution for another number of channels.
  case transposedChannels(Int, input: Shape)
  /// A pooling of which is not said whether it takes the maximum or the mean.
  case openPooling
  /// The mean of a dilated window, which PyTorch has not.
  case dilatedMean

  /// Wraps what a geometry finds wrong.
  static func wrapped<Value>(
    _ body: () throws(GeometryError) -> Value
  ) throws(OperatorError) -> Value {
    do { return try body() } catch { throw .geometry(error) }
  }

  /// Checks a number of weights before anything is made of it.
  static func check(weights dimensions: [Int]) throws(OperatorError) {
    guard dimensions.reduce(1.0, { $0 * Double($1) }) <= Double(Network.largest) else {
      throw .tooManyWeights(dimensions)
    }
  }
}
