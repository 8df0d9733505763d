/// What a convolution of the same kernels would send back: every input adds the kernel, weighted by
/// it, to a window of the output.
///
///     output[k, r, q] = b[k] + Σc Σ input[c, i, j] · weight[c, k, u, v]
///
/// over all taps and inputs with i·stride + u·dilation − padding = r, and likewise in the columns.
/// The output has (n − 1)·stride − 2·padding + dilation·(size − 1) + surplus + 1 rows.
///
/// Source: Dumoulin and Visin, *A guide to convolution arithmetic for deep learning* (2016),
/// arXiv:1603.07285; shapes as in `torch.nn.ConvTranspose2d`.
public struct TransposedConvolution: WeightedOperator {
  public private(set) var size: PlaneSize
  /// Given weights have the shape C×K/groups×kH×kW.
  public private(set) var kernels: ConvolutionLayer.Kernels
  public let stride, padding, dilation: PerAxis<Int>
  /// Rows and columns that are added at the end of the output; fewer than stride or dilation.
  public let surplus: PerAxis<Int>
  public var groups: Int

  public init(
    size: PlaneSize, kernels: ConvolutionLayer.Kernels = .open,
    stride: PerAxis<Int> = PerAxis(1), padding: PerAxis<Int> = PerAxis(0),
    surplus: PerAxis<Int> = PerAxis(0), dilation: PerAxis<Int> = PerAxis(1), groups: Int = 1
  ) {
    (self.size, self.kernels, self.stride, self.padding) = (size, kernels, stride, padding)
    (self.surplus, self.dilation, self.groups) = (surplus, dilation, groups)
  }

  public var given: Weights? { kernels.given }

  /// The same with its kernels left open, in one group.
  public var open: TransposedConvolution {
    var layer = self
    (layer.kernels, layer.groups) = (.open, 1)
    return layer
  }

  /// The same with so many kernels, whose weights are to be learned.
  public func learning(_ kernels: Int) -> TransposedConvolution {
    var layer = self
    layer.kernels = .count(kernels)
    return layer
  }

  public func with(_ weights: Weights) -> TransposedConvolution {
    var layer = self
    (layer.size, layer.kernels) = (PlaneSize(weights.weight.shape), .given(weights))
    return layer
  }

  public func windows(over input: PlaneSize) throws(OperatorError) -> PerAxisWindows {
    let (rows, columns) = try axes(over: input)
    return (rows, columns)
  }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    try plan(over: inputs[0]).output
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    let plan = try plan(over: inputs[0])
    guard let given else { throw .noWeights }
    return BoundTransposed(plan: plan, weight: given.weight, bias: given.bias)
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    if case .given = kernels { throw .givenWeights }
    return BatchTransposed(try plan(over: inputs[0]))
  }

  private func axes(
    over input: PlaneSize
  ) throws(OperatorError) -> (rows: TransposedAxis, columns: TransposedAxis) {
    try OperatorError.wrapped { () throws(GeometryError) in
      func axis(
        _ input: Int, _ kernel: Int, _ along: KeyPath<PerAxis<Int>, Int>, _ name: AxisName
      ) throws(GeometryError) -> TransposedAxis {
        try TransposedAxis(
          input: input, kernel: kernel,
          stride: stride[keyPath: along], padding: padding[keyPath: along],
          surplus: surplus[keyPath: along], dilation: dilation[keyPath: along], name: name)
      }
      return (
        try axis(input.rows, size.rows, \.rows, .rows),
        try axis(input.columns, size.columns, \.columns, .columns)
      )
    }
  }

  private func plan(over input: Shape) throws(OperatorError) -> TransposedPlan {
    let (rows, columns) = try axes(over: PlaneSize(input))
    let count: Int
    switch kernels {
    case .open: throw .openKernels
    case .count(let kernels): count = kernels
    case .given(let weights): count = weights.weight.shape.channels * groups
    }
    guard count >= 1 else { throw .noOutputs }
    guard groups >= 1, input.channels.isMultiple(of: groups), count.isMultiple(of: groups) else {
      throw .geometry(
        .groups(groups, input: input, kernel: Shape(count, input.channels, size.rows, size.columns))
      )
    }
    let weight = Shape(input.channels, count / groups, size.rows, size.columns)
    if let given {
      guard given.weight.shape.batch == input.channels else {
        throw .transposedChannels(given.weight.shape.batch, input: input)
      }
      if let bias = given.bias, bias.count != count {
        throw .geometry(.bias(count: bias.count, kernels: count))
      }
    } else {
      try OperatorError.check(weights: [weight.batch, weight.channels, size.rows, size.columns])
    }
    return TransposedPlan(
      input: input, weight: weight, groups: groups, rows: rows, columns: columns)
  }
}

/// The checked sizes of one transposed convolution.
struct TransposedPlan: Sendable {
  let input, weight: Shape
  let groups: Int
  let rows, columns: TransposedAxis

  var output: Shape { Shape([weight.channels * groups, rows.output, columns.output]) }
  /// The channels of the input that a group has.
  var channels: Int { input.channels / groups }
  /// The kernels of a group.
  var kernels: Int { weight.channels }
}

private struct BoundTransposed: BoundOperator {
  let plan: TransposedPlan
  let weight: Tensor
  let bias: [Float]?

  var output: Shape { plan.output }
  var work: Int {
    max(1, plan.channels * plan.weight.area / (plan.rows.stride * plan.columns.stride))
  }

  /// Sums in the order c, i, j of the inputs, in single precision; the bias comes first.
  func numbers(_ area: Area, of inputs: [Region]) -> Tensor {
    let input = inputs[0]
    let shape = Shape([output.channels, area.rows.count, area.columns.count])
    let (down, across) = (
      area.rows.map(plan.rows.meetings), area.columns.map(plan.columns.meetings)
    )
    let (size, origin) = (input.numbers.shape, input.origin)
    let (x, w) = (input.numbers.elements, weight.elements)
    var numbers: [Float] = []
    numbers.reserveCapacity(shape.count)
    for k in 0..<output.channels {
      let (group, kernel) = k.quotientAndRemainder(dividingBy: plan.kernels)
      for rows in down {
        for columns in across {
          var sum = bias?[k] ?? 0
          for c in group * plan.channels..<(group + 1) * plan.channels {
            let plane = (c * plan.kernels + kernel) * plan.weight.area
            for (u, i) in rows {
              let line = (c * size.rows + i - origin.row) * size.columns - origin.column
              for (v, j) in columns { sum += x[line + j] * w[plane + u * plan.weight.columns + v] }
            }
          }
          numbers.append(sum)
        }
      }
    }
    return Tensor(shape, numbers)
  }

  /// The window of inputs that the unit sees, each under the weight that it brings.
  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    let rows = plan.rows.meetings(of: unit.row)
    let columns = plan.columns.meetings(of: unit.column)
    let (group, kernel) = channel.quotientAndRemainder(dividingBy: plan.kernels)
    let (top, left) = (rows.first?.source ?? 0, columns.first?.source ?? 0)
    let (bottom, right) = (rows.last?.source ?? 0, columns.last?.source ?? 0)
    // A kernel for each group, so that the channels of the input keep their numbers.
    var seen = Tensor(Shape(plan.groups, plan.channels, bottom - top + 1, right - left + 1))
    for c in 0..<plan.channels {
      for (u, i) in rows {
        for (v, j) in columns {
          seen[group, c, i - top, j - left] = weight[group * plan.channels + c, kernel, u, v]
        }
      }
    }
    var biases = [Float](repeating: 0, count: plan.groups)
    biases[group] = bias?[channel] ?? 0
    guard
      let geometry = try? Geometry(
        input: plan.input, kernel: seen.shape,
        options: CorrelationOptions(groups: plan.groups), largestOutput: .max)
    else { preconditionFailure("the inputs seen lie in the input") }
    return .sum(
      Trace(inputs[0], seen, bias: bias == nil ? nil : biases, geometry: geometry),
      Trace.Window(kernel: group, at: Position(row: top, column: left)))
  }
}
