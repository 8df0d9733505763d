import ArgumentParser
import Formats
import Model

struct CorrelateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correlate",
    abstract: Words.ofProcess.say(
      "Correlates a file with a kernel, without the screen.", "用卷积核对文件作互相关，不打开屏幕。"),
    discussion: Words.ofProcess.say(
      """
      It writes the result to standard output: a matrix as CSV, all other shapes as JSON. --output \
      and --json change this. For example:

        convtui correlate --input photo.png --kernel sobel-x --output out.npy

      Zero padding makes no products: a weight that is infinite or NaN adds nothing there, but PyTorch \
      gives NaN.
      """,
      """
      结果写到标准输出：矩阵为 CSV，其他形状为 JSON。--output 和 --json 可以改变这一点。例如：

        convtui correlate --input photo.png --kernel sobel-x --output out.npy

      零填充处不产生乘积：无穷大或 NaN 的权重在那里不起作用，而 PyTorch 会得到 NaN。
      """))

  @Option(
    help: .say(
      "The input: a tensor file, or - for standard input.",
      "输入：一个张量文件；- 表示标准输入。", value: "file"),
    completion: .file())
  var input: String

  @Option(
    help: .say(
      """
      How to read an image: luma is a matrix of its brightness, rgb has one channel for each colour. \
      Transparent pixels get a white background.
      """,
      """
      如何读取图像：luma 得到亮度矩阵，rgb 为每种颜色各取一个通道。透明像素以白色为背\
      景。
      """))
  var channels = ChannelMode.luma

  @Option(
    parsing: .unconditional,
    help: .say(
      """
      The kernel: a file, a name such as sobel-x, or rows such as "0,1;2,3". A file holds a matrix, \
      or kernels×channels×rows×columns.
      """,
      """
      卷积核：文件、名称（如 sobel-x）或各行的数（如 "0,1;2,3"）。文件中是一个矩阵，或\
      卷积核×通道×行×列。
      """),
    completion: .kernel)
  var kernel: String

  @OptionGroup var padding: PaddingOption
  @OptionGroup var motion: MotionOptions

  @Option(
    parsing: .unconditional,
    help: .say(
      "The number of groups of channels and kernels.",
      "通道和卷积核的组数。", value: "n"))
  var groups = 1

  @Option(
    parsing: .unconditional,
    help: .say(
      "One number for each kernel: a file, or numbers such as \"0.5,-1\".",
      "每个卷积核一个数：文件，或如 \"0.5,-1\" 的几个数。", value: "numbers"),
    completion: .file())
  var bias: String?

  @OptionGroup var turn: TurnOption

  @Option(
    help: .say(
      "The file to write: .json, .csv or .npy; - is standard output.",
      "要写的文件：.json、.csv 或 .npy；- 表示标准输出。", value: "file"), completion: .file())
  var output: String?

  @Flag(
    help: .say(
      "Replace the file if it exists.",
      "文件已存在时将其替换。"))
  var force = false

  @Flag(
    help: .say(
      "Print the result as nested arrays, also with --output.",
      "以嵌套数组打印结果，有 --output 时也打印。"))
  var json = false

  @OptionGroup var spoken: LanguageOption

  func validate() throws { try Load.checkStandardInput(input, kernel, bias) }

  @MainActor func run() async throws {
    var options = padding.options(motion)
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
