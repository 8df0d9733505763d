/// What a layer of a network does, without the sizes that follow from its input.
public enum LayerKind: Hashable, Sendable {
  case convolution(kernels: Int, size: PerAxis<Int>, options: CorrelationOptions)
  case linear(outputs: Int)
  case activation(Activation)
  case maxPooling(Window)
  case averagePooling(Window)
  case batchNormalization
  case dropout(Float)
  case flatten

  /// A pooling's window.
  public struct Window: Hashable, Sendable {
    public var size, stride, padding: PerAxis<Int>

    public init(
      size: PerAxis<Int>, stride: PerAxis<Int>? = nil, padding: PerAxis<Int> = PerAxis(0)
    ) {
      self.size = size
      self.stride = stride ?? size
      self.padding = padding
    }

    /// How it moves over an image.
    func axes(over input: Shape) throws(GeometryError) -> (rows: Axis, columns: Axis) {
      (
        try Axis(
          input: input.rows, kernel: size.rows, stride: stride.rows, padding: padding.rows,
          isPooling: true, name: .rows),
        try Axis(
          input: input.columns, kernel: size.columns, stride: stride.columns,
          padding: padding.columns, isPooling: true, name: .columns)
      )
    }
  }

  /// The layer for images of a shape C×H×W.
  func layer(input: Shape) throws(LayerError) -> any NetworkLayer {
    switch self {
    case .convolution(let kernels, let size, let options):
      guard kernels >= 1 else { throw .noOutputs }
      try LayerKind.check([kernels, input.channels, size.rows, size.columns])
      let kernel = Shape(kernels, input.channels, size.rows, size.columns)
      return ConvolutionLayer(
        try LayerError.wrapped { () throws(GeometryError) in
          try Geometry(input: input, kernel: kernel, options: options)
        })
    case .linear(let outputs):
      guard outputs >= 1 else { throw .noOutputs }
      guard input.area == 1 else { throw .notFlat(input) }
      try LayerKind.check([outputs, input.count])
      return LinearLayer(input: input, outputs: outputs)
    case .activation(let activation): return ActivationLayer(input: input, activation: activation)
    case .maxPooling(let window): return try pooling(.max, window, input)
    case .averagePooling(let window): return try pooling(.average, window, input)
    case .batchNormalization: return BatchNormalizationLayer(input: input)
    case .dropout(let probability):
      guard probability >= 0, probability < 1 else { throw .probability(probability) }
      return DropoutLayer(input: input, probability: probability)
    case .flatten: return FlattenLayer(input: input)
    }
  }

  /// Checks a number of weights before anything is made of it.
  private static func check(_ dimensions: [Int]) throws(LayerError) {
    guard dimensions.reduce(1.0, { $0 * Double($1) }) <= Double(Network.largest) else {
      throw .tooManyWeights(dimensions)
    }
  }

  private func pooling(
    _ kind: PoolingLayer.Kind, _ window: Window, _ input: Shape
  ) throws(LayerError) -> PoolingLayer {
    let (rows, columns) = try LayerError.wrapped { () throws(GeometryError) in
      try window.axes(over: input)
    }
    return PoolingLayer(kind, input: input, rows: rows, columns: columns)
  }
}

/// A layer that does not fit its input.
public enum LayerError: Error, Hashable, Sendable {
  case geometry(GeometryError)
  /// Fewer than one kernel or output.
  case noOutputs
  /// Weights of these extents are more than `Network.largest`.
  case tooManyWeights([Int])
  /// A linear layer after an image of this shape, which needs flattening first.
  case notFlat(Shape)
  /// A dropout's probability outside 0..<1.
  case probability(Float)

  fileprivate static func wrapped<Value>(
    _ body: () throws(GeometryError) -> Value
  ) throws(LayerError) -> Value {
    do { return try body() } catch { throw .geometry(error) }
  }
}
