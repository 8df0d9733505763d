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

  /// The same layer with its kernels turned by 180°, where it has some.
  var turned: StackLayer? {
    guard case .convolution(var convolution) = self else { return nil }
    convolution.weight = convolution.weight.flipped
    return .convolution(convolution)
  }

  /// The same kernel over so many channels in other groups, the next number of them first; none where
  /// the kernels differ.
  func regrouped(channels: Int) -> [Convolution] {
    guard case .convolution(let convolution) = self, let kernel = convolution.weight.onlyKernel,
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
