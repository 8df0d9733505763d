import ArgumentParser
import Formats
import Model

struct KernelsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernels", abstract: "Lists the named kernels, or writes one to a file.",
    discussion: """
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
      """)

  @Argument(
    help: "A single kernel: a name, a file, or rows such as \"0,1;2,3\".", completion: .kernel)
  var kernel: String?

  @Option(
    help: ArgumentHelp(
      "The file to write: .json, .csv or .npy; - is standard output.",
      valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @Flag(help: "Print JSON objects with the name, rank, factors, rows and source.")
  var json = false

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
