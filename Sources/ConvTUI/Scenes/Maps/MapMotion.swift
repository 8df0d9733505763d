import Model

/// How the kernels of a bank move over a picture, and what is added to what they give.
struct MapMotion: Hashable, Sendable {
  var stride = PerAxis(1)
  var dilation = PerAxis(1)
  var mode = PaddingMode.zeros
  /// Nil for half the span of each kernel, which keeps the size where that is odd.
  var padding: PerAxis<Int>?
  var bias: Float = 0
  /// Whether the kernels are turned by 180° as they slide: a convolution rather than a correlation.
  var isTurned = false
  /// Into how many the channels of the picture are divided, each with kernels of its own; nil for as
  /// many as are usual.
  var groups: Int?

  /// Half the span of a kernel.
  func half(of filter: MapFilter) -> PerAxis<Int> {
    let shape = filter.weight.shape
    return PerAxis(
      rows: dilation.rows * (shape.rows - 1) / 2,
      columns: dilation.columns * (shape.columns - 1) / 2)
  }

  func convolution(_ filter: MapFilter) throws(GeometryError) -> Convolution {
    try Convolution(
      weight: isTurned ? filter.weight.flipped : filter.weight, bias: bias == 0 ? nil : [bias],
      options: CorrelationOptions(
        stride: stride, padding: padding ?? half(of: filter), mode: mode, dilation: dilation))
  }
}
