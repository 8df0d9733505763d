/// How a kernel moves over an input.
public struct CorrelationOptions: Hashable, Sendable {
  public var stride: PerAxis<Int>
  /// The elements added above and left of the input, and as many below and right of it.
  public var padding: PerAxis<Int>
  /// How many more are added below and right; negative where there are fewer.
  public var surplus: PerAxis<Int>
  public var mode: PaddingMode
  public var dilation: PerAxis<Int>
  public var groups: Int

  public init(
    stride: PerAxis<Int> = PerAxis(1), padding: PerAxis<Int> = PerAxis(0),
    surplus: PerAxis<Int> = PerAxis(0), mode: PaddingMode = .zeros,
    dilation: PerAxis<Int> = PerAxis(1), groups: Int = 1
  ) {
    self.stride = stride
    self.padding = padding
    self.surplus = surplus
    self.mode = mode
    self.dilation = dilation
    self.groups = groups
  }
}

extension CorrelationOptions {
  /// How a kernel of a size moves over an input of another.
  func axes(
    over input: PlaneSize, kernel: PlaneSize
  ) throws(GeometryError) -> (rows: Axis, columns: Axis) {
    (
      try Axis(
        input: input.rows, kernel: kernel.rows, stride: stride.rows, padding: padding.rows,
        surplus: surplus.rows, dilation: dilation.rows, mode: mode, name: .rows),
      try Axis(
        input: input.columns, kernel: kernel.columns, stride: stride.columns,
        padding: padding.columns, surplus: surplus.columns, dilation: dilation.columns, mode: mode,
        name: .columns)
    )
  }
}

/// The checked sizes of one correlation: whoever holds a geometry can run its loops without failing.
public struct Geometry: Hashable, Sendable {
  public let input: Shape
  /// The kernels' shape, read as K×C/groups×kH×kW.
  public let kernel: Shape
  public let options: CorrelationOptions
  public let rows: Axis
  public let columns: Axis

  /// Checks that a kernel fits an input under the given options.
  ///
  /// A kernel of rank 2 is one kernel of one channel.
  ///
  /// - Parameter largestOutput: The most output elements accepted, where not given what
  ///   `Geometry.largestOutput` says; more is of use only where no more than a part is computed.
  /// - Throws: `GeometryError` with the numbers that do not fit.
  public init(
    input: Shape, kernel: Shape, options: CorrelationOptions = CorrelationOptions(),
    largestOutput: Int? = nil
  ) throws(GeometryError) {
    guard kernel.rank != 3 else { throw .kernelRank(kernel) }
    guard input.batch > 0, input.channels > 0, kernel.batch > 0, kernel.channels > 0 else {
      throw .empty(input: input, kernel: kernel)
    }
    let groups = options.groups
    guard groups >= 1, input.channels.isMultiple(of: groups), kernel.batch.isMultiple(of: groups)
    else { throw .groups(groups, input: input, kernel: kernel) }
    guard kernel.channels == input.channels / groups else {
      throw .channels(input: input, kernel: kernel, groups: groups)
    }
    (rows, columns) = try options.axes(
      over: PlaneSize(rows: input.rows, columns: input.columns),
      kernel: PlaneSize(rows: kernel.rows, columns: kernel.columns))
    self.input = input
    self.kernel = kernel
    self.options = options
    let count = [input.batch, kernel.batch, rows.output, columns.output].reduce(1) {
      $0 * Double($1)
    }
    let limit = largestOutput ?? Geometry.largestOutput(of: input, kernels: kernel.batch)
    guard count <= Double(limit) else {
      throw .outputTooLarge(
        rows: rows.output, columns: columns.output, images: input.batch, kernels: kernel.batch,
        limit: limit)
    }
  }

  /// The most output elements that are accepted, since a padding can be typed that asks for more than
  /// any memory holds: twice the input's for each kernel, in any case 2²⁴, and never more than 2³⁰,
  /// which are 4 GiB.
  public static func largestOutput(of input: Shape, kernels: Int) -> Int {
    let usual = 2 * Double(input.count) / Double(input.channels) * Double(kernels)
    return Int(min(Double(1 << 30), max(Double(1 << 24), usual)))
  }

  /// The output's shape: rank 2 if input and kernel are of rank 2, else the input's rank, or 3 where
  /// a plain matrix meets several kernels.
  public var output: Shape {
    let plane = [rows.output, columns.output]
    switch (input.rank, kernel.rank) {
    case (2, 2): return Shape(plane)
    case (4, _): return Shape([input.batch, kernel.batch] + plane)
    case (2, _) where kernel.batch == 1: return Shape(plane)
    default: return Shape([kernel.batch] + plane)
    }
  }

  /// The channels that one kernel sees.
  public var channelsPerGroup: Int { kernel.channels }

  /// The input channel that a kernel's channel `c` meets.
  public func inputChannel(kernel k: Int, channel c: Int) -> Int {
    k / (kernel.batch / options.groups) * channelsPerGroup + c
  }

  /// The number of windows: the kernel's positions in one image, for all kernels.
  public var windowCount: Int { kernel.batch * rows.output * columns.output }

  /// The multiplications in one window.
  public var productsPerWindow: Int { kernel.channels * kernel.area }
}
