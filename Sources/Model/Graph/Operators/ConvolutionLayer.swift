/// Cross-correlation with K kernels, as a layer of a graph: their size and how they move.
///
/// `Correlation.plain` has its formula, `Correlation.gradients` its gradient as a plain loop.
public struct ConvolutionLayer: WeightedOperator {
  /// What is known of the kernels.
  public enum Kernels: Hashable, Sendable {
    /// Not even how many: enough for what the layer sees.
    case open
    /// So many, whose weights are to be learned, and a bias each.
    case count(Int)
    /// All their numbers.
    case given(Weights)

    public var given: Weights? { if case .given(let weights) = self { weights } else { nil } }
  }

  public private(set) var size: PlaneSize
  public private(set) var kernels: Kernels
  public var options: CorrelationOptions

  public init(
    size: PlaneSize, kernels: Int? = nil, options: CorrelationOptions = CorrelationOptions()
  ) {
    self.size = size
    self.kernels = kernels.map { .count($0) } ?? .open
    self.options = options
  }

  public init(_ convolution: Convolution) {
    let shape = convolution.weight.shape
    size = PlaneSize(shape)
    kernels = .given(Weights(convolution.weight, bias: convolution.bias))
    options = convolution.options
  }

  public var given: Weights? { kernels.given }

  public func with(_ weights: Weights) -> ConvolutionLayer {
    var layer = self
    (layer.size, layer.kernels) = (PlaneSize(weights.weight.shape), .given(weights))
    return layer
  }

  /// The layer with its numbers; nil where they are not given.
  public var convolution: Convolution? {
    guard let given else { return nil }
    return try? Convolution(weight: given.weight, bias: given.bias, options: options)
  }

  public func windows(over input: PlaneSize) throws(OperatorError) -> PerAxisWindows {
    let (rows, columns) = try OperatorError.wrapped { () throws(GeometryError) in
      try options.axes(over: input, kernel: size)
    }
    return (rows, columns)
  }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    let geometry = try geometry(of: inputs[0])
    return Shape([geometry.kernel.batch, geometry.rows.output, geometry.columns.output])
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    guard let convolution else { throw .noWeights }
    return BoundConvolution(convolution: convolution, geometry: try geometry(of: inputs[0]))
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    if case .given = kernels { throw .givenWeights }
    return BatchConvolution(try geometry(of: inputs[0]))
  }

  /// The checked sizes, of any number of outputs.
  private func geometry(of input: Shape) throws(OperatorError) -> Geometry {
    let kernel: Shape
    switch kernels {
    case .open: throw .openKernels
    case .given(let weights): kernel = weights.weight.shape
    case .count(let count):
      guard count >= 1 else { throw .noOutputs }
      // Groups that do not fit are named by the geometry.
      let channels = max(1, input.channels / max(1, options.groups))
      try OperatorError.check(weights: [count, channels, size.rows, size.columns])
      kernel = Shape(count, channels, size.rows, size.columns)
    }
    return try OperatorError.wrapped { () throws(GeometryError) in
      try Geometry(input: input, kernel: kernel, options: options, largestOutput: .max)
    }
  }
}

private struct BoundConvolution: BoundOperator {
  let convolution: Convolution
  let geometry: Geometry

  var output: Shape {
    Shape([geometry.kernel.batch, geometry.rows.output, geometry.columns.output])
  }

  var work: Int { geometry.productsPerWindow }

  func numbers(_ area: Area, of inputs: [Region]) -> Tensor {
    let input = inputs[0]
    if area == Area(output), input.area == Area(geometry.input) {
      return Correlation.fast(
        input.numbers.reshaped(geometry.input), convolution.weight, bias: convolution.bias,
        geometry: geometry
      ).reshaped(output)
    }
    return convolution.part(rows: area.rows, columns: area.columns, of: geometry) {
      input.part(Area(rows: $0, columns: $1))
    }
  }

  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    .sum(
      Trace(
        inputs[0], convolution.weight, bias: convolution.bias, geometry: geometry),
      Trace.Window(kernel: channel, at: unit))
  }
}
