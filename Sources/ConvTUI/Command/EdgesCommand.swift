import ArgumentParser
import Model

struct EdgesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edges", abstract: "What an edge detector finds, and what it does not.")

  @Option(
    help: ArgumentHelp("The image: a tensor file, or - for standard input.", valueName: "file"))
  var input: String?

  @Option(
    parsing: .unconditional,
    help: "The kernel: a file, a name such as sobel-x, or rows such as \"1,-1\".")
  var kernel: String?

  @OptionGroup var sliding: SlidingOptions
  @OptionGroup var bias: BiasOption
  @OptionGroup var scene: SceneOptions

  func validate() throws { try Load.checkStandardInput(input, kernel) }

  @MainActor func run() async throws {
    let image = try input.map { try Load.plane($0, for: .edges) } ?? Chapter.bar
    let kernel = try kernel.map { try Load.kernelPlane($0, for: .edges) } ?? Chapter.edge
    let sliding = Sliding(options: sliding.options, bias: bias.bias)
    try await scene.run(
      try Failure.translating { try EdgesScene(image: image, kernel: kernel, sliding: sliding) })
  }
}
