import ArgumentParser
import Formats
import Model

struct KernelsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernels",
    abstract: Words.ofProcess.say(
      "Lists the named kernels, or writes one to a file.", "列出已命名的卷积核，或把其中一个写入文件。"),
    discussion: Words.ofProcess.say(
      """
      Each line has the name, the size, the rank (rank 1 is separable: a column times a row) and the \
      rows in the form for --kernel. A single kernel is printed as CSV, and standard error names the \
      source of its weights. For example:

        convtui kernels gaussian-5 --output k.npy

      The gradients edge, sobel, prewitt, scharr and sobel-5 are positive where brightness falls from \
      left to right (-x) or from top to bottom (-y), like [1, −1]. roberts is positive where \
      brightness falls from the upper left (-x) or from the upper right (-y) to the opposite corner. \
      OpenCV and SciPy use the opposite sign. The kirsch kernels are positive where the side in their \
      name is the bright one, laplacian and log-5 in dark spots, line and ridge on bright lines. \
      emboss is brighter where brightness rises towards the lower right.
      """,
      """
      每行有名称、大小、秩（秩为 1 即可分离：一列乘一行）和可用于 --kernel 的各行。单个卷积核\
      以 CSV 打印，其权重的来源写到标准错误。例如：

        convtui kernels gaussian-5 --output k.npy

      梯度类卷积核 edge、sobel、prewitt、scharr 和 sobel-5 在亮度从左到右（-x）或从上到下（-y）\
      降低处为正，与 [1, −1] 相同。roberts 在亮度从左上（-x）或右上（-y）向对角降低处为正。OpenCV \
      和 SciPy 的符号相反。kirsch 各卷积核在名称所指的一侧较亮时为正，laplacian 和 log-5 在暗\
      点处为正，line 和 ridge 在亮线处为正。emboss 在亮度向右下升高处较亮。
      """))

  @Argument(
    help: .say(
      "A single kernel: a name, a file, or rows such as \"0,1;2,3\".",
      "单个卷积核：名称、文件或各行的数（如 \"0,1;2,3\"）。"), completion: .kernel)
  var kernel: String?

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
      "Print JSON objects with the name, rank, factors, rows and source.",
      "打印 JSON 对象，包含名称、秩、因子、各行和来源。"))
  var json = false

  @OptionGroup var spoken: LanguageOption

  func validate() throws {
    if kernel == nil, output != nil { throw ValidationError(\.outputNeedsKernel) }
  }

  @MainActor func run() async throws {
    guard let text = kernel else {
      let all = NamedKernel.all.map { ($0.name, $0.kernel) }
      guard json else { return try Output.say(KernelsCommand.table(all, .ofProcess)) }
      return try Output.write(
        JSON.list(all.map(KernelsCommand.object)).text(.lines) + "\n")
    }
    let kernel = try Load.kernel(text)
    let isMatrix = kernel.shape.rank == 2
    let isForScreen = output == nil || output == "-"
    if let output, !isForScreen {
      try Load.at(.file(output)) {
        let bytes = try TensorEncoder.encode(kernel, name: output)
        if force {
          try FileWriter.write(bytes, to: output)
        } else {
          try FileWriter.create(bytes, at: output)
        }
      }
    }
    if json {
      try Output.write(
        (isMatrix ? KernelsCommand.object(text, kernel).text() : TensorEncoder.json(kernel)) + "\n")
    } else if isForScreen {
      try Output.write(
        (isMatrix ? try TensorEncoder.csv(kernel) : TensorEncoder.json(kernel)) + "\n")
      if let named = NamedKernel.named(text) {
        Output.tell { $0.source(of: named) }
      }
    }
  }

  private static func table(
    _ kernels: [(name: String, kernel: Tensor)], _ words: Words
  ) -> String {
    let width = kernels.reduce(0) { max($0, $1.name.count) }
    return kernels.map { name, kernel in
      let rank = RankFactorization(of: kernel)?.rank ?? 0
      return [
        name.padded(to: width), kernel.shape.description,
        words.rank(rank).padded(to: words.rank(1).cellWidth), KernelNotation.text(of: kernel),
      ].joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func object(_ name: String, _ kernel: Tensor) -> JSON {
    let separation = RankFactorization(of: kernel)
    var fields: [JSON.Field] = [
      ("name", .text(name)), ("size", .list(of: [kernel.shape.rows, kernel.shape.columns])),
      ("rank", separation.map { .number($0.rank) } ?? .null),
    ]
    if let factors = separation?.factors {
      fields += [
        ("factor", .number(factors.factor)), ("column", .list(factors.column.map { .number($0) })),
        ("row", .list(factors.row.map { .number($0) })),
      ]
    }
    fields.append(("rows", .tensor(kernel)))
    if let named = NamedKernel.named(name) {
      fields.append(("source", .text(Words.ofFiles.phrase(named.source))))
    }
    return .object(fields)
  }
}
