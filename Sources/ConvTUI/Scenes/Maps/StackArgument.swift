import Formats
import Model

/// The layers of a stack in one argument, with the files that hold their numbers:
/// `conv:bank.npy:p1, relu, maxpool2, conv:sobel-x`.
///
/// `conv` has its kernels, a file or a name, then options: `:s` stride, `:p` padding, `:d` dilation,
/// `:g` groups, `:m` padding mode, `:b` a file with biases. `batchnorm` has an archive with the arrays
/// `weight`, `bias`, `running_mean` and `running_var`, or with `1.weight` and so on: `norms.npz:1`. The others are written as `train` has them.
enum StackArgument {
  /// - Parameter channels: Of the picture.
  static func layers(
    _ text: String, channels: Int
  ) throws -> [(title: String, layer: StackLayer)] {
    var channels = channels
    let fields = text.split(separator: ",", omittingEmptySubsequences: false)
    return try fields.enumerated().map { index, field in
      let parts = field.split(separator: ":", omittingEmptySubsequences: false).map {
        $0.trimmedSpaces
      }
      switch parts[0] {
      case "conv":
        let convolution = try convolution(
          parts.dropFirst(), channels: channels, isFirst: index == 0)
        channels = convolution.weight.shape.batch
        return (Text.convolution(kernels: channels), .convolution(convolution))
      case "batchnorm":
        return ("norm", try normalization(parts.dropFirst().joined(separator: ":")))
      default:
        let field = String(field).trimmedSpaces
        guard let kind = try? NetworkNotation.parse(field).first else {
          throw Failure(Text.notAStackLayer(field, number: index + 1))
        }
        return (kind.shortName, try layer(kind, field, number: index + 1))
      }
    }
  }

  private static func layer(
    _ kind: LayerKind, _ text: String, number: Int
  ) throws -> StackLayer {
    switch kind {
    case .activation(let activation): return .activation(activation)
    case .maxPooling(let window): return .maxPooling(window)
    case .averagePooling(let window): return .averagePooling(window)
    default: throw Failure(Text.notAStackLayer(text, number: number))
    }
  }

  /// What the options of a convolution say.
  private struct Settings {
    var options = CorrelationOptions()
    var groups: Int?
    var bias: [Float]?
  }

  /// The kernels, and how they move.
  private static func convolution(
    _ parts: ArraySlice<String>, channels: Int, isFirst: Bool
  ) throws -> Convolution {
    var settings = Settings()
    let fields = addresses(parts)
    guard let source = fields.first, !source.isEmpty else { throw Failure(Text.noKernels) }
    for field in fields.dropFirst() { try take(field, in: &settings) }
    let kernels = try Load.kernel(source, limit: Load.mostOfKernels)
    let bank = try Load.at(Text.quoted(source)) { try KernelBank(name: source, kernels) }
    let groups = settings.groups ?? bank.usualGroups(of: channels)
    settings.options.groups = groups
    // What a later layer does not take is said with the map before it.
    let weight =
      isFirst
      ? try bank.weight(channels: channels, groups: groups)
      : (try? bank.weight(channels: channels, groups: groups)) ?? kernels
    return try Failure.translating {
      try Convolution(weight: weight, bias: settings.bias, options: settings.options)
    }
  }

  /// What stands between colons, but for the array of a file, as in bank.npz:weight, which stays
  /// with it.
  private static func addresses(_ parts: ArraySlice<String>) -> [String] {
    parts.reduce(into: []) { fields, part in
      var scratch = Settings()
      let endings = TensorFormat.allCases.flatMap(\.endings).map { "." + $0 }
      let isFile = part.hasPrefix("b") && endings.contains(where: part.hasSuffix)
      if !isFile, (try? take(part, in: &scratch)) == nil, let last = fields.last,
        ArrayAddress(last).isInArchive
      {
        fields[fields.count - 1] += ":" + part
      } else {
        fields.append(part)
      }
    }
  }

  /// Takes one option.
  private static func take(_ text: String, in settings: inout Settings) throws {
    let value = String(text.dropFirst())
    let numbers = try? PerAxisNotation.parse(value.replacing("x", with: ","))
    switch (text.first, numbers) {
    case ("s", let numbers?): settings.options.stride = numbers
    case ("p", let numbers?): settings.options.padding = numbers
    case ("d", let numbers?): settings.options.dilation = numbers
    case ("g", let numbers?) where numbers.rows == numbers.columns:
      settings.groups = numbers.rows
    case ("m", _):
      guard let mode = PaddingMode(rawValue: value) else {
        throw Failure(Text.notAStackOption(text))
      }
      settings.options.mode = mode
    case ("b", _) where !value.isEmpty:
      settings.bias = try Load.numbers(value)
    default: throw Failure(Text.notAStackOption(text))
    }
  }

  /// - Parameter text: A file, and behind a colon what stands with a dot before the arrays' names.
  private static func normalization(_ text: String) throws -> StackLayer {
    let address = Load.address(text)
    guard address.isInArchive else { throw Failure(Text.noStatistics(text)) }
    let prefix = address.array.map { $0 + "." } ?? ""
    func numbers(_ name: String) throws -> [Float] {
      try Load.numbers("\(address.path):\(prefix)\(name)")
    }
    let (mean, variance) = (try numbers("running_mean"), try numbers("running_var"))
    let (weight, bias) = (try numbers("weight"), try numbers("bias"))
    guard [variance.count, weight.count, bias.count].allSatisfy({ $0 == mean.count }) else {
      throw Failure(Text.statisticsDiffer(Text.place(text)))
    }
    return .normalization(mean: mean, variance: variance, weight: weight, bias: bias)
  }
}
