import Model

extension Operator {
  /// How it moves over what comes before, where it does.
  var movement: CorrelationOptions? {
    switch self {
    case let layer as ConvolutionLayer: layer.options
    case let layer as Pooling:
      CorrelationOptions(
        stride: layer.window.stride, padding: layer.window.padding, surplus: layer.window.surplus,
        dilation: layer.window.dilation)
    default: nil
    }
  }

  /// The same layer with other options; nil if it cannot take them: a mean has no dilation, and a
  /// pooling has no other padding modes.
  func moving(_ options: CorrelationOptions) -> (any Operator)? {
    if var layer = self as? ConvolutionLayer {
      layer.options = options
      return layer
    }
    guard var layer = self as? Pooling, options.mode == .zeros, options.dilation == PerAxis(1)
    else { return nil }
    layer.window.stride = options.stride
    layer.window.padding = options.padding
    return layer
  }

  /// The same layer with its kernels turned by 180°, where it has some.
  var turned: (any Operator)? {
    guard var convolution = (self as? ConvolutionLayer)?.convolution else { return nil }
    convolution.weight = convolution.weight.flipped
    return ConvolutionLayer(convolution)
  }

  /// The same kernel over the same channels in other groups, the next number of groups first; empty
  /// if the kernels differ.
  func regrouped(channels: Int) -> [Convolution] {
    guard let convolution = (self as? ConvolutionLayer)?.convolution,
      let kernel = convolution.weight.onlyKernel,
      let bank = try? KernelBank(name: "", kernel)
    else { return [] }
    let now = convolution.options.groups
    let others = bank.groups(of: channels).filter { $0 != now }
    return (others.filter { $0 > now } + others.filter { $0 < now }).compactMap { groups in
      var options = convolution.options
      options.groups = groups
      return try? Convolution(
        weight: kernel.spread(over: channels, groups: groups), bias: convolution.bias,
        options: options)
    }
  }
}

extension Tensor {
  /// The matrix of which all kernels of a bank consist, where it is the same.
  fileprivate var onlyKernel: Tensor? {
    let first = plane()
    let isSame = elements.indices.allSatisfy {
      elements[$0] == first.elements[$0 % first.shape.count]
    }
    return isSame ? first : nil
  }
}
