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

  /// The convolution with a kernel over a picture of which step × step pixels became one.
  ///
  /// A stride and a dilation of pixels are as many fewer then, at least 1, and the map stands over the
  /// same part of the picture.
  func convolution(_ filter: MapFilter, step: Int = 1) throws(GeometryError) -> Convolution {
    let size = filter.weight.shape
    func axis(_ path: KeyPath<PerAxis<Int>, Int>, _ kernel: Int) -> (
      stride: Int, dilation: Int, padding: Int
    ) {
      func scaled(_ value: Int) -> Int { step == 1 ? value : max(1, (value + step / 2) / step) }
      let (stride, dilation) = (self.stride[keyPath: path], self.dilation[keyPath: path])
      let half = dilation * (kernel - 1) / 2
      let scaledHalf = scaled(dilation) * (kernel - 1) / 2
      // What the map lacks of the picture's size at its edge.
      let lack = half - (padding?[keyPath: path] ?? half)
      return (scaled(stride), scaled(dilation), step == 1 ? half - lack : scaledHalf - lack / step)
    }
    let (rows, columns) = (axis(\.rows, size.rows), axis(\.columns, size.columns))
    return try Convolution(
      weight: isTurned ? filter.weight.flipped : filter.weight, bias: bias == 0 ? nil : [bias],
      options: CorrelationOptions(
        stride: PerAxis(rows: rows.stride, columns: columns.stride),
        padding: PerAxis(rows: rows.padding, columns: columns.padding), mode: mode,
        dilation: PerAxis(rows: rows.dilation, columns: columns.dilation)))
  }
}
