import ArgumentParser
import Formats
import Model

struct CorrelateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correlate", abstract: "Correlates a file with a kernel, without the screen.",
    discussion: """
      It writes the result to standard output: a matrix as CSV, all other shapes as JSON. --output \
      and --json change this. For example:

        convtui correlate --input photo.png --kernel sobel-x --output out.npy

      Zero padding makes no products: a weight that is infinite or NaN adds nothing there, but PyTorch \
      gives NaN.
      """)

  @Option(
    help: ArgumentHelp("The input: a tensor file, or - for standard input.", valueName: "file"),
    completion: .file())
  var input: String

  @Option(
    help: """
      How to read an image: luma is a matrix of its brightness, rgb has one channel for each colour. \
      Transparent pixels get a white background.
      """)
  var channels = ChannelMode.luma

  @Option(
    parsing: .unconditional,
    help: """
      The kernel: a file, a name such as sobel-x, or rows such as "0,1;2,3". A file holds a matrix, \
      or kernels×channels×rows×columns.
      """,
    completion: .kernel)
  var kernel: String

  @OptionGroup var sliding: SlidingOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The number of groups of channels and kernels.", valueName: "n"))
  var groups = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "One number for each kernel: a file, or numbers such as \"0.5,-1\".", valueName: "numbers"),
    completion: .file())
  var bias: String?

  @OptionGroup var turn: TurnOption

  @Option(
    help: ArgumentHelp(
      "The file to write: .json, .csv or .npy; - is standard output.",
      valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @Flag(help: "Print the result as nested arrays, also with --output.")
  var json = false

  func validate() throws { try Load.checkStandardInput(input, kernel, bias) }

  @MainActor func run() async throws {
    var options = sliding.options
    options.groups = groups
    try checkAnnouncedShapes(options)
    let input = try Load.tensor(input, channels: channels)
    let given = try Load.kernel(kernel)
    let kernel = turn.flip ? given.flipped : given
    let bias = try bias.map { try Load.numbers($0, for: "--bias") }
    let result = try Failure.translating {
      try Convolution(weight: kernel, bias: bias, options: options).forward(input)
    }
    let isForScreen = output == nil || output == "-"
    if let output, !isForScreen {
      try Load.at(.file(output)) {
        let bytes = try TensorEncoder.encode(result, name: output)
        if force {
          try FileWriter.write(bytes, to: output)
        } else {
          try FileWriter.create(bytes, at: output)
        }
      }
    }
    if json {
      try Output.write(TensorEncoder.json(result) + "\n")
    } else if isForScreen {
      let text = try result.shape.rank == 2 ? TensorEncoder.csv(result) : TensorEncoder.json(result)
      try Output.write(text + "\n")
    }
  }

  /// Checks by the headers that the shapes fit, before it decodes an image.
  private func checkAnnouncedShapes(_ options: CorrelationOptions) throws {
    guard let input = Load.announcedShape(input, channels: channels),
      let kernel = Load.announcedKernelShape(kernel)
    else { return }
    _ = try Failure.translating { try Geometry(input: input, kernel: kernel, options: options) }
  }
}

extension ChannelMode: ExpressibleByArgument {}
