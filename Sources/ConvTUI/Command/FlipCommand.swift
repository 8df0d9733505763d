import ArgumentParser
import Model

struct FlipCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flip", abstract: "Cross-correlation against convolution.")

  @Option(
    help: ArgumentHelp("The input: a tensor file, or - for standard input.", valueName: "file"))
  var input: String?

  @Option(
    parsing: .unconditional,
    help: "The kernel: a file, a name such as emboss, or rows such as \"0,1;2,3\".")
  var kernel: String?

  @OptionGroup var sliding: SlidingOptions
  @OptionGroup var bias: BiasOption
  @OptionGroup var scene: SceneOptions

  func validate() throws { try Load.checkStandardInput(input, kernel) }

  @MainActor func run() async throws {
    let input = try input.map { try Load.plane($0, for: .flip) } ?? Chapter.input
    let kernel = try kernel.map { try Load.kernelPlane($0, for: .flip) } ?? Chapter.kernel
    let sliding = Sliding(options: sliding.options, bias: bias.bias)
    try await scene.run(
      try Failure.translating { try FlipScene(input: input, kernel: kernel, sliding: sliding) })
  }
}
