import ArgumentParser
import Formats
import Model

/// The size of the padding.
struct PaddingOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .say(
      "The elements added at each edge: a number up to 1048576, or rows,columns.",
      "每边填充的元素数：一个不超过 1048576 的数，或 行,列。", value: "n"))
  var padding = PerAxis(0)

  /// How the kernel moves.
  func options(_ motion: MotionOptions) -> CorrelationOptions {
    CorrelationOptions(
      stride: motion.stride, padding: padding, mode: motion.paddingMode ?? .zeros,
      dilation: motion.dilation)
  }

  func sliding(_ motion: MotionOptions, _ bias: BiasOption, isTurned: Bool = false) -> Sliding {
    Sliding(options: options(motion), bias: bias.bias, isTurned: isTurned)
  }
}

/// How the kernel moves, without the size of the padding.
struct MotionOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .say(
      "The distance between two windows: a number from 1 to 1048576, or rows,columns.",
      "相邻两个窗口的距离（步幅）：1 到 1048576 的一个数，或 行,列。", value: "n"))
  var stride = PerAxis(1)

  @Option(
    parsing: .unconditional,
    help: .say(
      "The distance between two taps: a number from 1 to 1048576, or rows,columns.",
      "卷积核相邻两个元素的距离（膨胀）：1 到 1048576 的一个数，或 行,列。", value: "n"))
  var dilation = PerAxis(1)

  @Option(
    help: .say(
      "The values in the padding; the default is zeros, and for maps of an image file replicate.",
      "填充中的值；默认为 zeros，对图像文件的 maps 则为 replicate。", value: "mode"))
  var paddingMode: PaddingMode?
}

/// What makes a correlation a convolution.
struct TurnOption: ParsableArguments {
  @Flag(
    help: .say(
      "Turn the kernels by 180°: a convolution instead of a correlation.",
      "把卷积核旋转 180°：作卷积而非互相关。"))
  var flip = false
}

struct BiasOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .say(
      "A number to add to every output; the default is 0.",
      "加到每个输出上的数；默认为 0。", value: "number"),
    transform: BiasOption.number)
  var bias: Float = 0

  private static func number(_ text: String) throws -> Float {
    // This reports a text that is not a number with its place.
    _ = try Load.listed(text, for: "--bias")
    guard let bias = Sliding.bias(text) else { throw Failure { $0.notOneNumber(text) } }
    return bias
  }
}

extension PaddingMode: ExpressibleByArgument {}

extension PerAxis: ExpressibleByArgument where Value == Int {}
extension PlaneSize: ExpressibleByArgument {}
extension Position: ExpressibleByArgument {}

extension ExpressibleByArgument where Self: RowsAndColumns {
  public init?(argument: String) {
    guard let value = try? PerAxisNotation.parse(argument, as: Self.self) else { return nil }
    self = value
  }

  public var defaultValueDescription: String { Formula.perAxis(self) }
}
