import Formats
import Model

/// How PyTorch writes one operator: as a module, and as a call of a function.
struct TorchLayer {
  /// Without `torch.nn.`; nil for an operator of several maps.
  var module: String?
  /// The padding that is written out before it; nil where the operator itself pads.
  var padding: TorchPadding?
  /// The operator as an expression of what it takes; weights are not in it.
  let call: ([String]) -> String

  /// - Parameters:
  ///   - input: C×H×W of what it takes first.
  ///   - isFlat: Whether that is a row of numbers.
  init(_ layer: any Operator, input: Shape, isFlat: Bool = false) {
    switch layer {
    case let layer as ConvolutionLayer: self.init(layer, channels: input.channels)
    case let layer as TransposedConvolution: self.init(layer, channels: input.channels)
    case let layer as Linear: self.init("Linear(\(input.count), \(layer.outputs))")
    case is ReLU: self.init("ReLU()") { "torch.relu(\($0))" }
    case let layer as LeakyReLU:
      let slope = TensorEncoder.json(layer.slope)
      self.init("LeakyReLU(\(slope))") { "torch.nn.functional.leaky_relu(\($0), \(slope))" }
    case is Tanh: self.init("Tanh()") { "torch.tanh(\($0))" }
    case is Sigmoid: self.init("Sigmoid()") { "torch.sigmoid(\($0))" }
    case is GELU: self.init("GELU()") { "torch.nn.functional.gelu(\($0))" }
    case is SiLU: self.init("SiLU()") { "torch.nn.functional.silu(\($0))" }
    case let layer as Pooling: self.init(layer)
    case let layer as AdaptiveAveragePooling:
      let size = Snippet.pair(layer.size)
      self.init("AdaptiveAvgPool2d(\(size))") {
        "torch.nn.functional.adaptive_avg_pool2d(\($0), \(size))"
      }
    case is BatchNormalization: self.init("BatchNorm\(isFlat ? 1 : 2)d(\(input.channels))")
    case let layer as Dropout: self.init("Dropout(\(TensorEncoder.json(layer.probability)))")
    case is Flatten: self.init("Flatten()") { "\($0).reshape(1, -1, 1, 1)" }
    case is Add: self.init { $0.joined(separator: " + ") }
    case is Multiply: self.init { $0.joined(separator: " * ") }
    case is Concatenation: self.init { "torch.cat((\($0.joined(separator: ", "))), 1)" }
    default: preconditionFailure("\(layer) has no line here")
    }
  }

  private init(_ module: String, call: @escaping (String) -> String = { $0 }) {
    self.module = module
    self.call = { call($0[0]) }
  }

  init(_ module: String? = nil, joining call: @escaping ([String]) -> String) {
    self.module = module
    self.call = call
  }

  private init(_ layer: ConvolutionLayer, channels: Int) {
    let kernels =
      switch layer.kernels {
      case .open: 1
      case .count(let count): count
      case .given(let weights): weights.weight.shape.batch
      }
    let options = layer.options
    let padding = TorchPadding(options)
    var text = "Conv2d(\(channels), \(kernels), \(Snippet.pair(layer.size)), "
    text += "stride=\(Snippet.pair(options.stride)), "
    text += "padding=\(Snippet.pair(padding == nil ? options.padding : PerAxis(0))), "
    text += "dilation=\(Snippet.pair(options.dilation))"
    if options.groups != 1 { text += ", groups=\(options.groups)" }
    if options.mode != .zeros, padding == nil {
      text += ", padding_mode=\"\(options.mode.rawValue)\""
    }
    self.init(text + ")")
    self.padding = padding
  }

  private init(_ layer: Pooling) {
    let window = layer.window
    let isLopsided = window.surplus != PerAxis(0)
    var text = "\(Snippet.pair(window.size)), stride=\(Snippet.pair(window.stride)), "
    text += "padding=\(Snippet.pair(isLopsided ? PerAxis(0) : window.padding))"
    if window.dilation != PerAxis(1) { text += ", dilation=\(Snippet.pair(window.dilation))" }
    if window.roundsUp { text += ", ceil_mode=True" }
    let isMaximum = layer.kind == .max
    self.init("\(isMaximum ? "Max" : "Avg")Pool2d(\(text))") {
      "torch.nn.functional.\(isMaximum ? "max" : "avg")_pool2d(\n    \($0), \(text))"
    }
    if isLopsided {
      padding = TorchPadding(
        before: window.padding, after: window.padding + window.surplus,
        rest: isMaximum ? ", value=-torch.inf" : "")
    }
  }
}

/// A call of `torch.nn.functional.pad`.
struct TorchPadding {
  let before, after: PerAxis<Int>
  /// The arguments that say what is added.
  let rest: String

  init(before: PerAxis<Int>, after: PerAxis<Int>, rest: String) {
    self.before = before
    self.after = after
    self.rest = rest
  }

  /// The padding of a convolution that differs from end to end.
  init?(_ options: CorrelationOptions) {
    guard options.surplus != PerAxis(0) else { return nil }
    self.init(
      before: options.padding, after: options.padding + options.surplus, mode: options.mode)
  }

  init(before: PerAxis<Int>, after: PerAxis<Int>, mode: PaddingMode) {
    self.init(
      before: before, after: after, rest: mode == .zeros ? "" : ", mode=\"\(mode.rawValue)\"")
  }

  func callAsFunction(_ input: String) -> String {
    "torch.nn.functional.pad(\n    \(input), (\(before.columns), \(after.columns), \(before.rows), "
      + "\(after.rows))\(rest))"
  }
}
