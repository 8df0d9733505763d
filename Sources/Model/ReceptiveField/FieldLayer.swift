/// A layer as a receptive field sees it: how its kernel moves, not what is in it.
public struct FieldLayer: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case convolution = "conv"
    case pooling = "pool"
  }

  public var kind: Kind
  public var kernel: PerAxis<Int>
  public var stride: PerAxis<Int>
  public var padding: PerAxis<Int>
  public var dilation: PerAxis<Int>

  /// A layer with the usual stride: 1 for a convolution, the kernel's size for a pooling.
  public init(
    _ kind: Kind, kernel: PerAxis<Int>, stride: PerAxis<Int>? = nil,
    padding: PerAxis<Int> = PerAxis(0), dilation: PerAxis<Int> = PerAxis(1)
  ) {
    self.kind = kind
    self.kernel = kernel
    self.stride = stride ?? (kind == .pooling ? kernel : PerAxis(1))
    self.padding = padding
    self.dilation = dilation
  }
}
