/// One layer of a stack, with all its numbers, over one image of shape C×H×W.
public enum StackLayer: Sendable {
  /// Cross-correlation with K kernels, and a bias each where there is one.
  case convolution(Convolution)
  case activation(Activation)
  case maxPooling(LayerKind.Window)
  /// The mean of each window; padding counts as zeros.
  case averagePooling(LayerKind.Window)
  /// A batch norm in use: scale[c] · x + shift[c] in every channel c.
  case normalization(scale: [Float], shift: [Float])

  /// A batch norm with given statistics: γ·(x − mean)/√(variance + ε) + β.
  ///
  /// - Precondition: As many numbers of each.
  public static func normalization(
    mean: [Float], variance: [Float], weight: [Float], bias: [Float], epsilon: Float = 1e-5
  ) -> StackLayer {
    precondition([variance.count, weight.count, bias.count].allSatisfy { $0 == mean.count })
    let scale = zip(weight, variance).map { $0 / ($1 + epsilon).squareRoot() }
    let shift = bias.indices.map { bias[$0] - scale[$0] * mean[$0] }
    return .normalization(scale: scale, shift: shift)
  }

  /// How the layer moves over an image.
  func geometry(
    input: Shape, largestOutput: Int? = nil
  ) throws(StackError.Reason) -> (rows: Axis, columns: Axis) {
    do throws(GeometryError) {
      switch self {
      case .convolution(let convolution):
        let geometry = try convolution.geometry(for: input, largestOutput: largestOutput)
        return (geometry.rows, geometry.columns)
      case .maxPooling(let window), .averagePooling(let window):
        return try window.axes(over: input)
      case .activation, .normalization:
        return (
          try Axis(input: input.rows, kernel: 1, name: .rows),
          try Axis(input: input.columns, kernel: 1, name: .columns)
        )
      }
    } catch {
      throw .geometry(error)
    }
  }

  /// C×H×W of what it gives, with the axes that it moves along.
  func output(
    input: Shape, _ rows: Axis, _ columns: Axis
  ) throws(StackError.Reason) -> Shape {
    var channels = input.channels
    switch self {
    case .convolution(let convolution): channels = convolution.weight.shape.batch
    case .normalization(let scale, _):
      guard scale.count == channels else { throw .statistics(scale.count, channels: channels) }
    case .activation, .maxPooling, .averagePooling: break
    }
    return Shape([channels, rows.output, columns.output])
  }

  /// Computes the layer over an image that fits it.
  func callAsFunction(_ input: Tensor, output: Shape) -> Tensor {
    switch self {
    case .convolution(let convolution):
      // Its shapes were checked.
      return (try? convolution.forward(input, largestOutput: .max))?.reshaped(output)
        ?? Tensor(output)
    case .activation(.relu): return Tensor(output, input.elements.map { Activation.relu($0) })
    case .activation(let activation):
      return Tensor(output, input.elements.map { activation($0) })
    case .normalization(let scale, let shift):
      return Tensor(
        output,
        (0..<input.shape.channels).flatMap { c in
          input.elements[c * input.shape.area..<(c + 1) * input.shape.area].map {
            scale[c] * $0 + shift[c]
          }
        })
    case .maxPooling, .averagePooling:
      guard let (rows, columns) = try? geometry(input: input.shape) else { return Tensor(output) }
      let windows = PooledWindows(input: input, rows: rows, columns: columns)
      if case .maxPooling = self {
        return windows.map(-.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
      }
      let area = Float(rows.kernel * columns.kernel)
      return windows.map(0, +).map { $0 / area }
    }
  }
}

/// The windows of a pooling over one image.
struct PooledWindows {
  let input: Tensor
  let rows, columns: Axis

  /// The largest input of a window, the first of equals, and where it stands; nil where all that it
  /// meets is padding. NaN wins.
  func winner(_ c: Int, _ i: Int, _ j: Int) -> (at: Position, value: Float)? {
    var best: (at: Position, value: Float)?
    forEach(i, j) { position in
      let value = input[0, c, position.rows, position.columns]
      if best.map({ value > $0.value || value.isNaN && !$0.value.isNaN }) ?? true {
        best = (position, value)
      }
    }
    return best
  }

  /// What a window's inputs come to, one after the other, for all windows of all channels.
  @inline(__always)
  func map(_ start: Float, _ next: (Float, Float) -> Float) -> Tensor {
    let shape = Shape([input.shape.channels, rows.output, columns.output])
    let rowRanges = (0..<rows.output).map { range(rows, $0) }
    let columnRanges = (0..<columns.output).map { range(columns, $0) }
    return input.elements.withUnsafeBufferPointer { x in
      Tensor(
        shape,
        [Float](unsafeUninitializedCapacity: shape.count) { results, written in
          for c in 0..<shape.channels {
            let plane = c * input.shape.area
            for inputRows in rowRanges {
              for inputColumns in columnRanges {
                var result = start
                for row in inputRows {
                  let line = plane + row * input.shape.columns
                  for e in line + inputColumns.lowerBound..<line + inputColumns.upperBound {
                    result = next(result, x[e])
                  }
                }
                results[written] = result
                written += 1
              }
            }
          }
        })
    }
  }

  /// The inputs that an output's window meets; a pooling has no dilation.
  private func range(_ axis: Axis, _ output: Int) -> Range<Int> {
    let first = axis.place(output: output, tap: 0)
    let lower = max(0, first)
    return lower..<max(lower, min(axis.input, first + axis.kernel))
  }

  /// Calls `body` for every input that a window meets.
  private func forEach(_ i: Int, _ j: Int, _ body: (Position) -> Void) {
    for row in range(rows, i) {
      for column in range(columns, j) { body(Position(rows: row, columns: column)) }
    }
  }
}
