/// A convolutional layer: cross-correlation with a learnable weight and an optional bias.
public struct Convolution: Sendable {
  /// The kernels, of shape K×C/groups×kH×kW.
  public var weight: Tensor
  /// One number for each kernel, or none.
  public var bias: [Float]?
  public var options: CorrelationOptions

  public init(
    weight: Tensor, bias: [Float]? = nil, options: CorrelationOptions = CorrelationOptions()
  ) throws(GeometryError) {
    if let bias, bias.count != weight.shape.batch {
      throw .bias(count: bias.count, kernels: weight.shape.batch)
    }
    self.weight = weight
    self.bias = bias
    self.options = options
  }

  /// The checked sizes for an input, of which at most so many outputs are accepted.
  public func geometry(
    for input: Shape, largestOutput: Int? = nil
  ) throws(GeometryError) -> Geometry {
    try Geometry(
      input: input, kernel: weight.shape, options: options, largestOutput: largestOutput)
  }

  /// The layer's output for an input of shape N×C×H×W: N×K×oH×oW.
  public func forward(
    _ input: Tensor, largestOutput: Int? = nil
  ) throws(GeometryError) -> Tensor {
    Correlation.fast(
      input, weight, bias: bias,
      geometry: try geometry(for: input.shape, largestOutput: largestOutput))
  }

  /// The gradients of a loss by input, weight and bias, from its gradient by the output.
  public func backward(
    _ input: Tensor, outputGradient: Tensor
  ) throws(GeometryError) -> Correlation.Gradients {
    Correlation.gradients(
      input, weight, outputGradient: outputGradient, geometry: try geometry(for: input.shape))
  }
}
