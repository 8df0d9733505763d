import Model

extension StackLayer {
  /// How it moves over what comes before, where it does.
  var options: CorrelationOptions? {
    switch self {
    case .convolution(let convolution): convolution.options
    case .maxPooling(let window), .averagePooling(let window):
      CorrelationOptions(stride: window.stride, padding: window.padding)
    case .activation, .normalization: nil
    }
  }

  /// The same layer moving otherwise; nil where it cannot: a pooling has no dilation and pads with
  /// nothing else.
  func moving(_ options: CorrelationOptions) -> StackLayer? {
    func moved(_ window: LayerKind.Window) -> LayerKind.Window? {
      guard options.dilation == PerAxis(1), options.mode == .zeros else { return nil }
      return LayerKind.Window(size: window.size, stride: options.stride, padding: options.padding)
    }
    switch self {
    case .convolution(var convolution):
      convolution.options = options
      return .convolution(convolution)
    case .maxPooling(let window): return moved(window).map { .maxPooling($0) }
    case .averagePooling(let window): return moved(window).map { .averagePooling($0) }
    case .activation, .normalization: return nil
    }
  }
}
