import ArgumentParser
import Formats
import Model

struct CorrelateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correlate", abstract: "Correlates a file with a kernel, without a screen.",
    discussion: """
      The result goes to standard output, a matrix as CSV and anything else as JSON, unless \
      --output or --json says otherwise. For example:

        convtui correlate --input photo.png --kernel sobel-x --output out.npy

      Padding with zeros forms no product: a weight that is infinite or NaN adds nothing there, where \
      PyTorch gives NaN.
      """)

  @Option(
    help: ArgumentHelp("The input: a tensor file, or - for standard input.", valueName: "file"),
    completion: .file())
  var input: String

  @Option(
    help: """
      How an image is read: luma is a matrix of its brightness, rgb one plane for each colour. There \
      is white behind transparent pixels.
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
      "The number of groups that channels and kernels are divided into.", valueName: "n"))
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
      "The file to write, by its ending: .json, .csv or .npy; - is standard output.",
      valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Replace a file of that name.")
  var force = false

  @Flag(help: "Print the result as nested arrays, also beside --output.")
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

  /// Refuses what does not fit together by the headers alone, before an image is decoded.
  private func checkAnnouncedShapes(_ options: CorrelationOptions) throws {
    guard let input = Load.announcedShape(input, channels: channels),
      let kernel = Load.announcedKernelShape(kernel)
    else { return }
    _ = try Failure.translating { try Geometry(input: input, kernel: kernel, options: options) }
  }
}

extension ChannelMode: ExpressibleByArgument {}
