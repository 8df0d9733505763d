/// Why a kernel cannot be slid over an input; each case holds the numbers that do not fit.
public enum GeometryError: Error, Hashable, Sendable {
  case emptyInput(AxisName)
  case emptyKernel(AxisName)
  /// The batch, the channels or the kernels are none.
  case empty(input: Shape, kernel: Shape)
  case stride(Int, AxisName)
  case padding(Int, AxisName)
  case dilation(Int, AxisName)
  case tooLarge(Int, Quantity, limit: Int, AxisName)
  /// The output would have more elements than `limit`.
  case outputTooLarge(rows: Int, columns: Int, images: Int, kernels: Int, limit: Int)
  /// A pooling may pad at most half of its window, without regard to its dilation.
  case poolingPadding(Int, kernel: Int, AxisName)
  /// A transposed convolution adds fewer than its stride or dilation at the end.
  case outputPadding(Int, stride: Int, dilation: Int, AxisName)
  /// The padding of a transposed convolution leaves less than one output.
  case transposedPadding(Int, input: Int, output: Int, AxisName)
  /// The kernel's span exceeds the padded input.
  case kernelTooLarge(Axis, AxisName)
  /// Reflect padding must be smaller than the input.
  case reflection(Axis, AxisName)
  /// Circular padding must not exceed the input.
  case wrapping(Axis, AxisName)
  /// A kernel has rank 2, or 4 as K×C×kH×kW.
  case kernelRank(Shape)
  case channels(input: Shape, kernel: Shape, groups: Int)
  case groups(Int, input: Shape, kernel: Shape)
  /// One bias for each kernel.
  case bias(count: Int, kernels: Int)

  /// What is too large along an axis.
  public enum Quantity: Hashable, Sendable {
    case input, kernel, stride, padding, dilation, output
    /// The receptive field of a unit.
    case field
  }
}
