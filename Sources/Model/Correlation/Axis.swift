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
  /// The elements added at each of the two ends.
  public let padding: Int
  public let dilation: Int
  public let mode: PaddingMode
  /// Whether it is the window of a pooling that moves.
  public let isPooling: Bool

  /// Checks the numbers of one axis.
  ///
  /// A pooling pads at most ⌊kernel / 2⌋, as `torch.nn.functional.max_pool2d` has it.
  ///
  /// - Throws: `GeometryError` where a number is out of its range or the kernel does not fit.
  public init(
    input: Int, kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
    mode: PaddingMode = .zeros, isPooling: Bool = false, name: AxisName
  ) throws(GeometryError) {
    guard kernel >= 1 else { throw .emptyKernel(name) }
    guard input >= 1 else { throw .emptyInput(name) }
    guard stride >= 1 else { throw .stride(stride, name) }
    guard dilation >= 1 else { throw .dilation(dilation, name) }
    guard padding >= 0 else { throw .padding(padding, name) }
    if isPooling, padding > kernel / 2 {
      throw .poolingPadding(padding, kernel: kernel, name)
    }
    for (value, quantity, limit) in [
      (input, "input", Axis.longest), (kernel, "kernel", Axis.longest),
      (stride, "stride", Axis.largest), (padding, "padding", Axis.largest),
      (dilation, "dilation", Axis.largest),
    ] where value > limit {
      throw .tooLarge(value, quantity: quantity, limit: limit, name)
    }
    self.input = input
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.mode = mode
    self.isPooling = isPooling
    guard span <= input + 2 * padding else { throw .kernelTooLarge(self, name) }
    switch mode {
    case .reflect where padding >= input: throw .reflection(self, name)
    case .circular where padding > input: throw .wrapping(self, name)
    default: break
    }
  }

  /// The largest stride, padding and dilation accepted: keeps every sum of them within `Int`.
  static let largest = 1 << 20
  /// The longest input and kernel accepted, for the same reason.
  static let longest = 1 << 24

  /// The elements from a kernel's first to its last tap: d(k − 1) + 1.
  public var span: Int { dilation * (kernel - 1) + 1 }

  /// The number of positions that the kernel takes: ⌊(n + 2p − d(k − 1) − 1) / s⌋ + 1.
  public var output: Int { (input + 2 * padding - span) / stride + 1 }

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

public enum AxisName: String, Sendable { case rows, columns }
