import ArgumentParser
import Formats
import Model

/// How the kernel moves.
struct SlidingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The elements added at each edge: a number up to 1048576, or rows,columns.",
      valueName: "n"))
  var padding = PerAxis(0)

  @OptionGroup var motion: MotionOptions

  var options: CorrelationOptions {
    CorrelationOptions(
      stride: motion.stride, padding: padding, mode: motion.paddingMode ?? .zeros,
      dilation: motion.dilation)
  }
}

/// How the kernel moves, without the size of the padding.
struct MotionOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The distance between two windows: a number from 1 to 1048576, or rows,columns.",
      valueName: "n"))
  var stride = PerAxis(1)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The distance between two taps: a number from 1 to 1048576, or rows,columns.",
      valueName: "n"))
  var dilation = PerAxis(1)

  @Option(
    help: ArgumentHelp(
      "The values in the padding; the default is zeros, and for maps of an image file replicate.",
      valueName: "mode"))
  var paddingMode: PaddingMode?
}

/// What makes a correlation a convolution.
struct TurnOption: ParsableArguments {
  @Flag(help: "Turn the kernels by 180°: a convolution instead of a correlation.")
  var flip = false
}

struct BiasOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A number to add to every output; the default is 0.", valueName: "number"),
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
