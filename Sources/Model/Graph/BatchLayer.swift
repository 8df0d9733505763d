import Loops

/// The same number of sixteen images: the unit in which a network computes.
public typealias Sixteen = SIMD16<Float>

/// An operator as it trains, forward and backward, over sixteen images at a time.
///
/// Images have the shape C×H×W; element e of all sixteen is vector e of a plane of vectors.
public protocol BatchLayer: Sendable {
  /// C×H×W of one image of each input.
  var inputs: [Shape] { get }
  var output: Shape { get }
  /// The learnable tensors, in the order in which they stand in memory.
  var parameters: [ParameterShape] { get }
  /// The vectors that it needs beside input and output, kept from forward to backward, zero at first.
  var scratchCount: Int { get }

  func forward(_ pass: ForwardPass)

  /// Adds to the parameters' gradient and fills those of the inputs.
  func backward(_ pass: BackwardPass)
}

extension BatchLayer {
  public var parameters: [ParameterShape] { [] }
  public var scratchCount: Int { 0 }
}

/// One learnable tensor of a layer.
public struct ParameterShape: Hashable, Sendable {
  /// As PyTorch names it: `weight`, `bias`.
  public let name: String
  /// As PyTorch lays it out: K×C×kH×kW, outputs×inputs, or one number a channel.
  public let dimensions: [Int]
  /// How it starts: uniform in ±bound around the mean.
  let mean, bound: Float

  var count: Int { dimensions.reduce(1, *) }
}

/// What a layer computes from, and where to.
public struct ForwardPass {
  let inputs: [Vectors]
  let output, scratch: Vectors
  let parameters: UnsafeBufferPointer<Float>
  /// For a layer that looks at the whole batch: the mean, then 1/√(variance + ε), of each channel.
  let statistics: UnsafeBufferPointer<Float>
  /// How many of the sixteen images there are; the others count for nothing.
  let images: Int
  /// The seed of what is random in training; nil where the network is only used.
  let trainingSeed: UInt64?
  let loops: LoopTable

  /// The only input, or the first.
  var input: Vectors { inputs[0] }

  /// Which of the sixteen are images.
  var isImage: SIMDMask<Sixteen.MaskStorage> {
    Sixteen(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) .< Float(images)
  }
}

public struct BackwardPass {
  let forward: ForwardPass
  let outputGradient: Vectors
  /// Nil for the image: its gradient is not needed.
  let inputGradients: [Vectors?]
  let parameterGradient: UnsafeMutableBufferPointer<Float>
  /// For a layer that looks at the whole batch: per channel the means of the gradient, then those of
  /// gradient · normalized input.
  let statistics: UnsafeBufferPointer<Float>

  /// The gradient of the only input, or of the first.
  var inputGradient: Vectors? { inputGradients[0] }
}
