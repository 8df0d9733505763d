import ArgumentParser
import Formats
import Model

struct SlideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slide", abstract: "A kernel slides over an input.",
    discussion: """
      For example: convtui slide --input photo.png --kernel sobel-x --padding 1
      """)

  @Option(
    help: ArgumentHelp("The input: a tensor file, or - for standard input.", valueName: "file"))
  var input: String?

  @Option(
    parsing: .unconditional,
    help: "The kernel: a file, a name such as sobel-x, or rows such as \"0,1;2,3\".")
  var kernel: String?

  @OptionGroup var sliding: SlidingOptions
  @OptionGroup var bias: BiasOption

  @Flag(help: "Turn the kernel by 180°, which makes it a convolution.")
  var flip = false

  @Option(
    help: ArgumentHelp("What to look at: run or matrix (the windows as rows).", valueName: "name"),
    transform: SceneName.slide.view(named:))
  var view = SceneView.run

  @OptionGroup var scene: SceneOptions

  func validate() throws { try Load.checkStandardInput(input, kernel) }

  @MainActor func run() async throws {
    var settings = SlideScene.Settings(input: Chapter.input, kernel: Chapter.kernel)
    if let input { settings.input = try Load.plane(input, for: .slide) }
    if let kernel { settings.kernel = try Load.kernelPlane(kernel, for: .slide) }
    settings.sliding = Sliding(options: sliding.options, bias: bias.bias)
    settings.isTurned = flip
    var slide = try Failure.translating { try SlideScene(settings) }
    slide.view = view
    try await scene.run(slide)
  }
}

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
      stride: motion.stride, padding: padding, mode: motion.paddingMode,
      dilation: motion.dilation)
  }
}

/// How the kernel moves, whatever stands around the input.
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

  @Option(help: ArgumentHelp("What stands in the padding.", valueName: "mode"))
  var paddingMode = PaddingMode.zeros
}

struct BiasOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A number added to every output; 0 where not given.", valueName: "number"),
    transform: BiasOption.number)
  var bias: Float = 0

  private static func number(_ text: String) throws -> Float {
    let numbers = try Load.listed(text, for: "--bias")
    guard numbers.count == 1 else { throw Failure(Text.notOneNumber(text)) }
    return numbers[0]
  }
}

extension PaddingMode: ExpressibleByArgument {}

extension PerAxis: ExpressibleByArgument where Value == Int {
  public init?(argument: String) {
    guard let value = try? PerAxisNotation.parse(argument) else { return nil }
    self = value
  }

  public var defaultValueDescription: String { Text.perAxis(self) }
}

extension Failure {
  /// Runs a body and turns its typed errors into sentences.
  static func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure(Text.sentence(error))
    }
  }
}
