import Model

/// The layers of a network in one argument: `conv6@5:p2, relu, maxpool2, flatten, linear10`.
///
/// `conv` has its number of kernels and their size, poolings their size, both then the options of
/// `LayerNotation`; `linear` has its number of outputs, `dropout` its probability, `leakyrelu` its
/// slope, 0.01 where it has none.
public enum NetworkNotation {
  /// The kinds of layers as they are written.
  public static let kinds = [
    "conv", "linear", "relu", "leakyrelu", "tanh", "sigmoid", "maxpool", "avgpool", "batchnorm",
    "dropout", "flatten",
  ]

  /// - Returns: At least one layer.
  public static func parse(_ text: String) throws(LayerNotationError) -> [LayerKind] {
    try LayerNotation.fields(text) { (field) throws(LayerNotationError.Reason) in
      try layer(field)
    }
  }

  /// The text that reads back as these layers.
  public static func text(of layers: [LayerKind]) -> String {
    layers.map(text).joined(separator: ", ")
  }

  /// The text that reads back as this layer, without what is usual.
  public static func text(of layer: LayerKind) -> String {
    switch layer {
    case .convolution(let kernels, let size, let options):
      let field = FieldLayer(
        .convolution, kernel: size, stride: options.stride, padding: options.padding,
        dilation: options.dilation)
      let rest = LayerNotation.text(of: field).dropFirst(FieldLayer.Kind.convolution.rawValue.count)
      return "conv\(kernels)@\(rest)"
    case .linear(let outputs): return "linear\(outputs)"
    case .activation(.relu): return "relu"
    case .activation(.leakyReLU(let slope)):
      return slope == usualSlope ? "leakyrelu" : "leakyrelu\(slope)"
    case .activation(.tanh): return "tanh"
    case .activation(.sigmoid): return "sigmoid"
    case .maxPooling(let window): return "max" + text(of: window)
    case .averagePooling(let window): return "avg" + text(of: window)
    case .batchNormalization: return "batchnorm"
    case .dropout(let probability): return "dropout\(probability)"
    case .flatten: return "flatten"
    }
  }

  private static let usualSlope: Float = 0.01

  private static func text(of window: LayerKind.Window) -> String {
    LayerNotation.text(
      of: FieldLayer(
        .pooling, kernel: window.size, stride: window.stride, padding: window.padding))
  }

  private static func layer(_ text: Substring) throws(LayerNotationError.Reason) -> LayerKind {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let kind = kinds.first(where: { parts[0].hasPrefix($0) }) else { throw .networkKind }
    let argument = parts[0].dropFirst(kind.count)
    if kind == "conv" || kind.hasSuffix("pool") {
      return try windowed(kind, argument, LayerNotation.options(parts.dropFirst()))
    }
    guard parts.count == 1 else { throw .bare(kind) }
    switch kind {
    case "linear":
      guard let outputs = WholeNumber.parse(argument), outputs > 0 else { throw .outputs }
      return .linear(outputs: outputs)
    case "dropout": return .dropout(try number(argument))
    case "leakyrelu":
      return .activation(.leakyReLU(slope: argument.isEmpty ? usualSlope : try number(argument)))
    default:
      guard argument.isEmpty else { throw .bare(kind) }
    }
    switch kind {
    case "relu": return .activation(.relu)
    case "tanh": return .activation(.tanh)
    case "sigmoid": return .activation(.sigmoid)
    case "batchnorm": return .batchNormalization
    default: return .flatten
    }
  }

  private static func windowed(
    _ kind: String, _ argument: Substring,
    _ options: [LayerNotationError.Option: PerAxis<Int>]
  ) throws(LayerNotationError.Reason) -> LayerKind {
    let padding = options[.padding] ?? PerAxis(0)
    guard kind == "conv" else {
      guard let size = LayerNotation.size(argument) else { throw .size }
      guard options[.dilation] == nil else { throw .unknownOption("d") }
      let window = LayerKind.Window(size: size, stride: options[.stride], padding: padding)
      return kind == "maxpool" ? .maxPooling(window) : .averagePooling(window)
    }
    let fields = argument.split(separator: "@", omittingEmptySubsequences: false)
    guard fields.count == 2, let kernels = WholeNumber.parse(fields[0]), kernels > 0,
      let size = LayerNotation.size(fields[1])
    else { throw .kernels }
    return .convolution(
      kernels: kernels, size: size,
      options: CorrelationOptions(
        stride: options[.stride] ?? PerAxis(1), padding: padding,
        dilation: options[.dilation] ?? PerAxis(1)))
  }

  private static func number(_ text: Substring) throws(LayerNotationError.Reason) -> Float {
    guard let numbers = try? NumberList.parse(String(text)), numbers.count == 1,
      numbers[0].isFinite
    else { throw .number }
    return numbers[0]
  }
}
