import Model

/// How the kernels of a bank move over a picture, and what is added to what they give.
struct MapMotion: Hashable, Sendable {
  var sliding = Sliding()
  /// Whether the padding is half the span of each kernel, which keeps the size where that is odd,
  /// rather than that of `sliding`.
  var padsHalf = true
  /// Into how many the channels of the picture are divided, each with kernels of its own; nil for as
  /// many as are usual.
  var groups: Int?

  /// Zeros, as the course has them; but around a photograph they would be edges stronger than its own.
  static func usualMode(over picture: Picture) -> PaddingMode {
    picture.isPhotograph ? .replicate : .zeros
  }

  func padding(of filter: MapFilter) -> PerAxis<Int> {
    let (options, shape) = (sliding.options, filter.weight.shape)
    guard padsHalf else { return options.padding }
    // A dilation past any that a geometry takes is for that to refuse.
    func half(_ dilation: Int, _ size: Int) -> Int {
      max(0, min(dilation, 1 << 31)) * (size - 1) / 2
    }
    return PerAxis(
      rows: half(options.dilation.rows, shape.rows),
      columns: half(options.dilation.columns, shape.columns))
  }

  func convolution(_ filter: MapFilter) throws(GeometryError) -> Convolution {
    var options = sliding.options
    options.padding = padding(of: filter)
    return try Convolution(
      weight: sliding.turned(filter.weight), bias: sliding.biases, options: options)
  }
}
