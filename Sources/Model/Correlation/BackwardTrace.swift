/// The backward pass through a correlation and its squared error, step by step.
///
///     G = ∂L/∂Ŷ = 2f·(Ŷ − Y)
///     ∂L/∂K = X ⋆ G, with stride and dilation exchanged
///     ∂L/∂X = G ⋆ K′ with K′ = K turned by 180° and G padded by d(k − 1) zeros: a full correlation
///
/// The full correlation gives the gradient by the padded input. Where the padding repeats elements of
/// the input, an element's gradient is the sum over all of its places.
///
/// The first step gives an element of G, the second all of it. Then each window of the forward pass adds
/// its products to ∂L/∂K, and then each element of ∂L/∂X is one window over G, between whose elements
/// stand s − 1 zeros.
///
/// Source: Dumoulin and Visin, *A guide to convolution arithmetic for deep learning* (2016),
/// arXiv:1603.07285, chapter 4.
public struct BackwardTrace: Sendable {
  /// What is done after some steps.
  public enum Stage: Hashable, Sendable {
    case start
    /// The elements of G that are there: the first, or all.
    case output(elements: Int)
    /// The windows that have added to ∂L/∂K, 1…windows.
    case kernel(windows: Int)
    /// The elements of ∂L/∂X that are there, 1…elements.
    case input(elements: Int)

    public var isKernel: Bool {
      if case .kernel = self { true } else { false }
    }

    /// Whether G is worked out.
    public var isOutput: Bool {
      switch self {
      case .start, .output: true
      case .kernel, .input: false
      }
    }
  }

  /// X ⋆ K.
  public let forward: Trace
  /// Ŷ.
  public let output: Tensor
  /// G, of Ŷ's shape.
  public let outputGradient: Tensor
  /// X ⋆ G; its window u, v is the element of ∂L/∂K, and its n-th product that of forward window n.
  public let kernelTrace: Trace
  /// G ⋆ K′; `inputWindows` says which windows give which element of ∂L/∂X.
  public let inputTrace: Trace
  /// ∂L/∂X, of X's shape.
  public let inputGradient: Tensor

  /// Traces the backward pass.
  ///
  /// - Parameters:
  ///   - forward: The correlation of one plane with one kernel.
  ///   - target: Y, of the output's shape.
  /// - Precondition: Planes of rank 2.
  /// - Complexity: O(outputs · taps).
  public init(_ forward: Trace, target: Tensor, reduction: Reduction) {
    let (rows, columns) = (forward.geometry.rows, forward.geometry.columns)
    precondition(forward.input.shape.rank == 2 && forward.kernel.shape.rank == 2)
    self.forward = forward
    output = Correlation.fast(forward.input, forward.kernel, geometry: forward.geometry)
    let factor = 2 * reduction.factor(outputs: output.shape.count)
    outputGradient = factor * (output - target)
    kernelTrace = Trace(
      forward.input, outputGradient,
      stride: PerAxis(rows: rows.dilation, columns: columns.dilation),
      padding: PerAxis(rows: rows.padding, columns: columns.padding),
      surplus: PerAxis(rows: rows.surplus, columns: columns.surplus),
      dilation: PerAxis(rows: rows.stride, columns: columns.stride), mode: rows.mode)
    inputTrace = Trace(
      outputGradient.spread(over: rows, columns), forward.kernel.flipped, stride: PerAxis(1),
      padding: PerAxis(rows: rows.span - 1, columns: columns.span - 1),
      dilation: PerAxis(rows: rows.dilation, columns: columns.dilation))
    inputGradient = Correlation.fast(
      inputTrace.input, inputTrace.kernel, geometry: inputTrace.geometry
    ).folded(over: rows, columns)
  }

  public var geometry: Geometry { forward.geometry }

  /// The steps that give G.
  public var outputSteps: Int { min(2, geometry.windowCount) }

  /// G, then each window, then each element of X.
  public var stepCount: Int { outputSteps + geometry.windowCount + geometry.input.count }

  /// - Precondition: `step` is in 0...stepCount.
  public func stage(after step: Int) -> Stage {
    precondition(step >= 0 && step <= stepCount)
    let windows = step - outputSteps
    if step == 0 { return .start }
    if windows <= 0 { return .output(elements: windows == 0 ? geometry.windowCount : 1) }
    return windows <= geometry.windowCount
      ? .kernel(windows: windows) : .input(elements: windows - geometry.windowCount)
  }

  /// The step after which an element of ∂L/∂X is there.
  public func step(ofInput at: Position) -> Int {
    outputSteps + 1 + geometry.windowCount + at.row * geometry.input.columns + at.column
  }

  /// ∂L/∂K as the first `windows` windows have made it.
  ///
  /// - Complexity: O(outputs · taps).
  public func kernelGradient(windows: Int) -> Tensor {
    var part = outputGradient
    for index in windows..<part.elements.count { part.elements[index] = 0 }
    return Correlation.fast(forward.input, part, geometry: kernelTrace.geometry)
      .corner(forward.kernel.shape)
  }

  /// The windows of `inputTrace` whose sum is an element of ∂L/∂X: its own place first, then those
  /// in the padding that repeat it.
  public func inputWindows(_ at: Position) -> [Trace.Window] {
    geometry.rows.places(of: at.row).flatMap { row in
      geometry.columns.places(of: at.column).map { column in
        Trace.Window(
          kernel: 0,
          at: Position(row: row + geometry.rows.padding, column: column + geometry.columns.padding))
      }
    }
  }
}

extension Trace {
  /// A trace whose sizes follow from those of another and so are known to fit.
  fileprivate init(
    _ input: Tensor, _ kernel: Tensor, stride: PerAxis<Int>, padding: PerAxis<Int>,
    surplus: PerAxis<Int> = PerAxis(0), dilation: PerAxis<Int>, mode: PaddingMode = .zeros
  ) {
    let options = CorrelationOptions(
      stride: stride, padding: padding, surplus: surplus, mode: mode, dilation: dilation)
    guard let geometry = try? Geometry(input: input.shape, kernel: kernel.shape, options: options)
    else { preconditionFailure("\(input.shape) does not take \(kernel.shape) back") }
    self.init(input, kernel, geometry: geometry)
  }
}

extension Tensor {
  /// The outputs at the distance that their windows have in the padded input, zeros between them
  /// and after them where the last window leaves elements over.
  fileprivate func spread(over rows: Axis, _ columns: Axis) -> Tensor {
    func length(_ axis: Axis) -> Int { axis.padded - axis.span + 1 }
    var result = Tensor(Shape(length(rows), length(columns)))
    for i in 0..<rows.output {
      for j in 0..<columns.output {
        result[i * rows.stride, j * columns.stride] = self[i, j]
      }
    }
    return result
  }

  /// The gradient by the input, given the one by the padded input.
  fileprivate func folded(over rows: Axis, _ columns: Axis) -> Tensor {
    var result = Tensor(Shape(rows.input, columns.input))
    for row in 0..<shape.rows {
      guard let r = rows.source(row - rows.padding) else { continue }
      for column in 0..<shape.columns {
        guard let c = columns.source(column - columns.padding) else { continue }
        result[r, c] += self[row, column]
      }
    }
    return result
  }

  /// The upper left corner of a plane.
  fileprivate func corner(_ shape: Shape) -> Tensor {
    var result = Tensor(shape)
    for row in 0..<shape.rows {
      for column in 0..<shape.columns { result[row, column] = self[row, column] }
    }
    return result
  }
}

extension Axis {
  /// The places of the padded axis that take their value from an element, its own first.
  fileprivate func places(of element: Int) -> [Int] {
    let outside = (-padding..<0).map { $0 } + (input..<input + paddingAfter).map { $0 }
    return [element] + outside.filter { source($0) == element }
  }
}
