/// What stands outside the edges of an input.
public enum PaddingMode: String, CaseIterable, Sendable {
  case zeros
  /// The input mirrored at its outermost element, which is not repeated.
  case reflect
  /// The outermost element repeated.
  case replicate
  /// The opposite edge: the input repeats without end.
  case circular
}

/// The numbers that place a kernel along one axis, all counted in elements.
public struct Axis: Hashable, Sendable {
  public let input: Int
  public let kernel: Int
  public let stride: Int
  /// The elements added at the beginning: above the first row, left of the first column.
  public let padding: Int
  /// How many more are added at the end; negative where there are fewer.
  public let surplus: Int
  public let dilation: Int
  public let mode: PaddingMode
  /// Whether it is the window of a pooling that moves.
  public let isPooling: Bool
  /// Whether a last window that hangs over the end counts too, as with `ceil_mode` of PyTorch's
  /// poolings: it must begin within the input or the padding before it.
  public let roundsUp: Bool

  /// Checks the numbers of one axis.
  ///
  /// A pooling pads at most ⌊kernel / 2⌋ at an end, as `torch.nn.functional.max_pool2d` has it.
  ///
  /// - Throws: `GeometryError` where a number is out of its range or the kernel does not fit.
  public init(
    input: Int, kernel: Int, stride: Int = 1, padding: Int = 0, surplus: Int = 0,
    dilation: Int = 1, mode: PaddingMode = .zeros, isPooling: Bool = false, roundsUp: Bool = false,
    name: AxisName
  ) throws(GeometryError) {
    guard kernel >= 1 else { throw .emptyKernel(name) }
    guard input >= 1 else { throw .emptyInput(name) }
    guard stride >= 1 else { throw .stride(stride, name) }
    guard dilation >= 1 else { throw .dilation(dilation, name) }
    guard padding >= 0 else { throw .padding(padding, name) }
    let (after, overflows) = padding.addingReportingOverflow(surplus)
    guard !overflows else {
      throw .tooLarge(padding, .padding, limit: Axis.largest, name)
    }
    guard after >= 0 else { throw .padding(after, name) }
    if isPooling, max(padding, after) > kernel / 2 {
      throw .poolingPadding(max(padding, after), kernel: kernel, name)
    }
    for (value, quantity, limit) in [
      (input, GeometryError.Quantity.input, Axis.longest), (kernel, .kernel, Axis.longest),
      (stride, .stride, Axis.largest), (max(padding, after), .padding, Axis.largest),
      (dilation, .dilation, Axis.largest),
    ] where value > limit {
      throw .tooLarge(value, quantity, limit: limit, name)
    }
    self.input = input
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.surplus = surplus
    self.dilation = dilation
    self.mode = mode
    self.isPooling = isPooling
    self.roundsUp = roundsUp
    guard span <= padded + (roundsUp ? stride - 1 : 0) else { throw .kernelTooLarge(self, name) }
    switch mode {
    case .reflect where max(padding, after) >= input: throw .reflection(self, name)
    case .circular where max(padding, after) > input: throw .wrapping(self, name)
    default: break
    }
  }

  /// The largest stride, padding and dilation accepted: keeps every sum of them within `Int`.
  static let largest = 1 << 20
  /// The longest input and kernel accepted, for the same reason.
  static let longest = 1 << 24

  /// The elements from a kernel's first to its last tap: d(k − 1) + 1.
  public var span: Int { dilation * (kernel - 1) + 1 }

  /// The elements added at the end: below the last row, right of the last column.
  public var paddingAfter: Int { padding + surplus }

  /// The length of the input with the padding at both ends.
  public var padded: Int { input + padding + paddingAfter }

  /// The number of positions that the kernel takes: ⌊(n + p + p′ − d(k − 1) − 1) / s⌋ + 1, or one
  /// more where it rounds up.
  public var output: Int {
    guard roundsUp else { return (padded - span) / stride + 1 }
    let count = (padded - span + stride - 1) / stride + 1
    return (count - 1) * stride >= input + padding ? count - 1 : count
  }

  /// The place that a tap has on the axis; outside 0..<input it lies in the padding.
  public func place(output: Int, tap: Int) -> Int { output * stride + tap * dilation - padding }

  /// The input element that a place on the axis takes its value from; nil is a zero.
  ///
  /// - Precondition: The place lies within the padded input.
  public func source(_ place: Int) -> Int? {
    if place >= 0 && place < input { return place }
    switch mode {
    case .zeros: return nil
    case .reflect: return place < 0 ? -place : 2 * (input - 1) - place
    case .replicate: return place < 0 ? 0 : input - 1
    case .circular: return place < 0 ? place + input : place - input
    }
  }

  /// The output indices whose kernel covers an input element with one of its taps, ascending.
  ///
  /// Only the element itself counts, not its copies in the padding.
  public func outputs(covering element: Int) -> [Int] {
    (0..<output).filter { i in
      let offset = element - place(output: i, tap: 0)
      return offset >= 0 && offset < span && offset % dilation == 0
    }
  }
}

public enum AxisName: Sendable { case rows, columns }
