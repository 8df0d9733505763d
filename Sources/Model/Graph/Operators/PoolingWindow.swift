/// How the window of a pooling moves.
public struct PoolingWindow: Hashable, Sendable {
  public var size: PlaneSize
  public var stride: PerAxis<Int>
  /// The elements added above and left, and as many below and right; they count for nothing in a
  /// maximum and as zeros in a mean.
  public var padding: PerAxis<Int>
  /// How many more are added below and right; negative where there are fewer.
  public var surplus: PerAxis<Int>
  public var dilation: PerAxis<Int>
  /// Whether a last window that passes the edge counts too: see `Axis.roundsUp`.
  public var roundsUp: Bool

  /// A window with the usual stride: its size.
  public init(
    size: PlaneSize, stride: PerAxis<Int>? = nil, padding: PerAxis<Int> = PerAxis(0),
    surplus: PerAxis<Int> = PerAxis(0), dilation: PerAxis<Int> = PerAxis(1), roundsUp: Bool = false
  ) {
    self.size = size
    self.stride = stride ?? PerAxis(size)
    self.padding = padding
    self.surplus = surplus
    self.dilation = dilation
    self.roundsUp = roundsUp
  }

  /// How it moves over an image.
  public func axes(over input: PlaneSize) throws(GeometryError) -> (rows: Axis, columns: Axis) {
    (
      try Axis(
        input: input.rows, kernel: size.rows, stride: stride.rows, padding: padding.rows,
        surplus: surplus.rows, dilation: dilation.rows, isPooling: true, roundsUp: roundsUp,
        name: .rows),
      try Axis(
        input: input.columns, kernel: size.columns, stride: stride.columns,
        padding: padding.columns, surplus: surplus.columns, dilation: dilation.columns,
        isPooling: true, roundsUp: roundsUp, name: .columns)
    )
  }
}

extension Axis {
  /// The inputs that a window meets: every `dilation`-th from the first up to the end.
  func taps(of output: Int) -> (first: Int, end: Int) {
    let start = place(output: output, tap: 0)
    let first = start >= 0 ? start : start + (dilation - 1 - start) / dilation * dilation
    return (first, max(first, min(input, start + span)))
  }

  /// The elements of a window that count in a mean: those of the input and of the padding, but not
  /// what hangs over the padding's end.
  func counted(of output: Int) -> Int {
    let start = place(output: output, tap: 0)
    return min(start + kernel, input + paddingAfter) - start
  }
}
